using OutcomeBot.Core.Chat;

namespace OutcomeBot.Runtime;

/// <summary>A place where people talk, as the outbox sees it. One per door.</summary>
public interface IPlatform
{
    /// <summary>The door in a tenant's name that this platform serves: <c>slack</c>, <c>local</c>.</summary>
    string Door { get; }

    /// <summary>The least time between two messages or changes of one in a channel; zero for none. Changes that come faster become one.</summary>
    TimeSpan ChannelPace { get; }

    /// <summary>Whether the bot is told what people type in its threads without naming it.</summary>
    bool HearsThreads => true;

    /// <summary>The platform's own limit on this kind of letter in a whole tenant; null for none.</summary>
    RateLimit? LimitOf(Letter letter);

    /// <summary>Whether the bot can be heard in this place at present; where it was removed, or the place is closed, reminders wait until it is back.</summary>
    ValueTask<bool> ServesAsync(Place place, CancellationToken cancellationToken) => new(true);

    /// <summary>
    /// Whether the bot is installed anywhere in a tenant that it was removed from, by the platform's own word; null when that
    /// can't be told now. Where it is not, everything kept of the tenant may be erased.
    /// </summary>
    ValueTask<bool?> IsInstalledAsync(Tenant tenant, CancellationToken cancellationToken) => new((bool?)true);

    /// <summary>Sends one letter. It returns what became of it and throws only for what nobody foresaw.</summary>
    Task<Sending> SendAsync(Letter letter, CancellationToken cancellationToken);

    /// <summary>Tells a person that something of theirs could not be delivered, by whichever way is left; false when there is none.</summary>
    Task<bool> TellAsync(Letter letter, Card card, CancellationToken cancellationToken);
}

/// <summary>A parcel ready to send.</summary>
/// <param name="Parcel">The parcel.</param>
/// <param name="Card">For a <see cref="Show"/>: the card as the subject stands at this moment.</param>
/// <param name="Message">For a <see cref="Show"/>: the message that shows it already, to be changed in place; null to post it.</param>
/// <param name="Place">Where it goes; for a <see cref="Show"/> the page's own place.</param>
/// <param name="MayHaveArrived">An earlier process may have sent it: look before sending again, where the platform allows.</param>
public sealed record Letter(Parcel Parcel, Card? Card, string? Message, Place Place, bool MayHaveArrived);

/// <summary>At most so many a minute of what goes by this name, with a burst at once.</summary>
public sealed record RateLimit(string Name, int PerMinute, int Burst);

/// <summary>What became of a sending.</summary>
public abstract record Sending;

/// <summary>It is there. Message and thread are the platform's ids; the thread is what replies to the message carry.</summary>
public sealed record Done(string? Message = null, string? Thread = null) : Sending;

/// <summary>Not now: wait this long, and how much has to wait.</summary>
public sealed record Later(TimeSpan Wait, Reach Reach, string Reason) : Sending;

/// <summary>Never like this. The sentence says what happened and what a person can do.</summary>
public sealed record Never(string Sentence) : Sending
{
    /// <summary>The id of the person it was for, when the platform says that their account is switched off: they are asked no more.</summary>
    public string? Departed { get; init; }
}

/// <summary>What a wait holds up.</summary>
public enum Reach
{
    /// <summary>This channel.</summary>
    Channel,

    /// <summary>This kind of reply in the whole tenant.</summary>
    Kind,

    /// <summary>The whole tenant.</summary>
    Tenant,
}
