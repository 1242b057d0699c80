using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Runtime;

/// <summary>
/// What a door must keep for some days only, such as the drawing behind a link: texts under a tenant and a name, each with its
/// end. Kept in the same store as everything else, thrown away when they have ended, and never more than a tenant's share.
/// </summary>
public interface IPassingBook
{
    /// <summary>A text may have so many letters; a longer one is refused with an <see cref="ArgumentException"/>.</summary>
    const int LongestText = 2 << 20;

    /// <summary>All texts of a tenant may have so many letters together; beyond that those that end first go first.</summary>
    const long TenantShare = 64L << 20;

    /// <summary>Writes a text in place of the one before under its name. On disk when it returns.</summary>
    ValueTask PutAsync(Tenant tenant, PassingText text, CancellationToken cancellationToken);

    /// <summary>The text under a name, whether or not it has ended; null when there is none.</summary>
    ValueTask<PassingText?> TextAsync(Tenant tenant, string name, CancellationToken cancellationToken);
}

/// <summary>A text that is needed until an instant.</summary>
public sealed record PassingText(string Name, string Text, Instant Until);
