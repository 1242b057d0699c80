using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Runtime;

/// <summary>What an address of <see cref="PageLinks"/> shows: the card as it stands now, and nothing to press.</summary>
public sealed class PublishedPages(IJournal journal, PracticeBook practices, PageLinks links, IEnumerable<IPlatform> platforms)
{
    /// <summary>The page of a sealed part; null when the address has ended or is none of ours, and while the bot or the channel is gone from where it leads.</summary>
    public async ValueTask<PublishedPage?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        if (links.Open(token) is not var (subject, until) || practices.Of(subject.Practice) is not { } practice) return null;
        if (await journal.OpenAsync(subject, cancellationToken) is not { } page) return null;
        if (platforms.FirstOrDefault(platform => platform.Door == subject.Tenant.Door) is not { } platform || !await platform.ServesAsync(page.Place, cancellationToken)) return null;
        var card = practice.Draw(page);
        return new PublishedPage(subject, card with { Blocks = [.. Still(card)] }, page.ChangedAt, until);
    }

    /// <summary>The page at a web address that somebody wrote down in this tenant; null when it leads elsewhere, or to another tenant.</summary>
    public async ValueTask<PublishedPage?> AtAsync(Tenant tenant, string address, CancellationToken cancellationToken) =>
        links.TokenIn(tenant, address) is { } token && await ReadAsync(token, cancellationToken) is { } page && page.Subject.Tenant == tenant ? page : null;

    /// <summary>Without buttons, and without the lines that only name what the buttons under them are about.</summary>
    private static IEnumerable<Block> Still(Card card)
    {
        var named = card.Blocks.OfType<Buttons>().SelectMany(buttons => buttons.Items).Select(button => button.About).ToHashSet();
        return card.Blocks.Where(block => block is not Buttons && !(block is Prose prose && named.Contains(prose.Words.ToString())));
    }
}

/// <summary>A page as it is read from outside.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Card">Its card, without buttons.</param>
/// <param name="ChangedAt">When it last changed.</param>
/// <param name="Until">When its address ends.</param>
public sealed record PublishedPage(Subject Subject, Card Card, Instant ChangedAt, Instant Until);
