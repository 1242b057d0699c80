using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>
/// Whether a note for one person can stand in the conversation that it is about, as a targeted message that nobody else there
/// sees (msteams-docs, agents-in-teams/targeted-messages.md). Where Teams refuses one, it isn't asked again for a while, and
/// the note goes to the person alone.
/// </summary>
internal sealed partial class TeamsTargets(TeamsAddresses addresses, IOptions<TeamsOptions> options, TimeProvider time, ILogger<TeamsTargets> logger)
{
    private const int Most = 10_000;

    private static readonly TimeSpan s_while = TimeSpan.FromHours(6);

    private readonly ConcurrentDictionary<(Tenant, string), DateTimeOffset> _refusedUntil = new();

    /// <summary>Whether it is worth trying there.</summary>
    public bool MayTake(Place about) =>
        options.Value.TargetedMessages && !(_refusedUntil.TryGetValue((about.Tenant, about.Channel), out var until) && until > time.GetUtcNow());

    /// <summary>The way to this person within that conversation; null when there is none, such as where Teams could not be told who alone is meant.</summary>
    public async ValueTask<TeamsRoute?> RouteAsync(Place about, Person to, CancellationToken cancellationToken)
    {
        if (!MayTake(about)) return null;
        if (await addresses.OfAsync(about.Tenant, about.Channel, cancellationToken) is not { Scope: not TeamsScope.Person, Closed: null, Conversation: { } conversation } address) return null;
        if (await addresses.OfAsync(about.Tenant, to.Id, cancellationToken) is not { Scope: TeamsScope.Person, Mri: { } mri }) return null;
        return new TeamsRoute(address.ServiceUrl, address.Scope == TeamsScope.Channel ? TeamsActivity.InThread(conversation, about.Thread) : conversation, address.Scope) { OnlyTo = new RecipientCall(mri, to.Name) };
    }

    /// <summary>Remembers that Teams takes none there; what was to be said is to be sent another way.</summary>
    public Later Refused(Place about, TeamsResult result)
    {
        if (_refusedUntil.Count >= Most) _refusedUntil.Clear();
        _refusedUntil[(about.Tenant, about.Channel)] = time.GetUtcNow() + s_while;
        Log.Refused(logger, about.Tenant, result.Code);
        return new Later(TimeSpan.FromSeconds(1), Reach.Channel, $"Teams takes no targeted messages there ({result.Code}).");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A conversation of {Tenant} takes no targeted messages ({Code}): notes go to each person's own chat with the bot for some hours. If it is so everywhere, turn Teams:TargetedMessages off.")]
        public static partial void Refused(ILogger logger, Tenant tenant, string code);
    }
}
