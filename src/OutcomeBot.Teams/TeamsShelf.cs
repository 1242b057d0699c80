using System.Text.Json;
using Microsoft.Extensions.Options;
using NodaTime;
using OutcomeBot.Core;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>
/// What Teams fetches, kept in the store until its seven days are over: what a message links to is on disk before the message
/// is sent. The same thing of the same tenant has one address, made with the bot's secret, so that showing it again keeps
/// nothing twice.
/// </summary>
internal sealed class TeamsShelf(IPassingBook book, TeamsSeal seal, IOptions<TeamsOptions> options, TimeProvider time)
{
    /// <summary>What a message says of its link.</summary>
    public static readonly Duration Life = Duration.FromDays(7);

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Where it stands, once it is kept; null when Teams can fetch nothing from this bot.</summary>
    public TeamsShownAddress? AddressOf(Tenant tenant, TeamsShown shown) =>
        options.Value.Public is { } root ? new TeamsShownAddress(root, tenant, seal.TokenOf("shown", tenant.Id, Written(shown))) : null;

    /// <summary>Keeps it for at least so long, and returns once it is on disk; false when it is too large to be kept.</summary>
    public async Task<bool> KeepAsync(TeamsShownAddress address, TeamsShown shown, Duration least, CancellationToken cancellationToken)
    {
        var text = Written(shown);
        if (text.Length > IPassingBook.LongestText) return false;
        if (await book.TextAsync(address.Tenant, address.Token, cancellationToken) is { } kept && kept.Until >= Now + least) return true;
        await book.PutAsync(address.Tenant, new PassingText(address.Token, text, Now + Life), cancellationToken);
        return true;
    }

    /// <summary>What stands there; null when nothing does, or nothing any more.</summary>
    public async Task<TeamsShown?> FindAsync(TeamsShownPath path, CancellationToken cancellationToken) =>
        await book.TextAsync(path.Tenant, path.Token, cancellationToken) is { } found && found.Until > Now ? CoreJson.Read(found.Text, TeamsShownJson.Stored.TeamsShown) : null;

    private static string Written(TeamsShown shown) => JsonSerializer.Serialize(shown, TeamsShownJson.Stored.TeamsShown);
}
