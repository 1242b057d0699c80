using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices;

/// <summary>What a practice wants to read besides its own page. Always within the tenant of the incoming thing, never unbounded.</summary>
public abstract record Need
{
    /// <summary>The most entries that any reading returns.</summary>
    public const int Most = 200;
}

/// <summary>The open pages of this channel, or of the whole tenant when no channel is named; newest first. Without a practice, those that people have in hand.</summary>
public sealed record OpenPages(string? Practice, string? Channel, int Take = 20) : Need;

/// <summary>Pages of a practice, open or not, that share at least one of these stems; best shared first.</summary>
public sealed record AlikePages(string Practice, ImmutableArray<string> Terms, int Take = 20) : Need;

/// <summary>Pages where work has ended, newest first. Without a practice, those that people had in hand.</summary>
public sealed record EndedPages(string? Practice, int Take = Need.Most) : Need;

/// <summary>One page by name, such as a practice's settings.</summary>
public sealed record OnePage(string Practice, string Id) : Need;

/// <summary>Metrics by name; one that nobody has defined is left out.</summary>
public sealed record Measured(ImmutableArray<string> Names) : Need
{
    public Measured(params IEnumerable<string> names)
        : this([.. names]) { }
}

/// <summary>The metrics of the tenant that are in use.</summary>
public sealed record AllMeasured(int Take = 100) : Need;

/// <summary>What has still to be done, of this channel or of the whole tenant when no channel is named; the soonest due first.</summary>
public sealed record OpenWork(string? Channel, int Take = 50) : Need;

/// <summary>What this person takes part in, of the newest pages of the tenant that are open or ask something of somebody: the newest first.</summary>
public sealed record InvolvementsOf(Person Who) : Need;

/// <summary>Which zones count for this person in this channel.</summary>
public sealed record ClockOf(Person Who, string Channel) : Need
{
    public ClockOf(Incoming incoming)
        : this(incoming.By, incoming.Place.Channel) { }
}

/// <summary>A secret that nobody has seen, for what must not be guessed. It is fresh for every try of a turn.</summary>
public sealed record FreshSecret : Need;

/// <summary>A key that nobody has used, with its wrapped form to be stored.</summary>
public sealed record FreshSeal : Need;

/// <summary>The key of a wrapped form that was stored.</summary>
public sealed record OpenedSeal(string Wrapped) : Need;

/// <summary>A web address for the page whose card lives in this thread.</summary>
public sealed record LinkOf(string Channel, string Thread) : Need;

/// <summary>What could not be delivered lately, newest first.</summary>
public sealed record Undelivered(int Take = 10) : Need;

/// <summary>A page in a list. Its state comes with it where the list is short: open, alike and single pages; of ended ones only the index is read.</summary>
public sealed record Found(Subject Subject, Place Place, string? Message, PageIndex Index, Instant OpenedAt, Instant ChangedAt, object? State);

/// <summary>A reply that ended undelivered: why, in words, and what to do.</summary>
public sealed record Stuck(string Parcel, Place Place, string Sentence, Instant At);

/// <summary>What was asked for, as values.</summary>
public sealed record Readings(ImmutableDictionary<Need, ImmutableArray<Found>> Pages, ImmutableArray<Stuck> Stuck)
{
    /// <summary>Nothing was asked for.</summary>
    public static Readings Empty { get; } = new(ImmutableDictionary<Need, ImmutableArray<Found>>.Empty, []);

    /// <summary>The metrics that were asked for, by the id of their name.</summary>
    public ImmutableDictionary<string, Metric> Metrics { get; init; } = ImmutableDictionary<string, Metric>.Empty;

    /// <summary>The work that was asked for, the soonest due first.</summary>
    public ImmutableArray<FoundWork> Work { get; init; } = [];

    /// <summary>The involvements that were asked for, the newest page first.</summary>
    public ImmutableArray<FoundInvolvement> Involvements { get; init; } = [];

    /// <summary>The zones that were asked for, without what only the door and the page know.</summary>
    public Clock Clock { get; init; } = Clock.Unknown;

    /// <summary>The fresh secret that was asked for; null when none was.</summary>
    public string? Secret { get; init; }

    /// <summary>The key that was asked for, fresh or opened; null when none was, or when the wrapped form can't be opened any more.</summary>
    public Seal? Seal { get; init; }

    /// <summary>The address that was asked for; null when none was, or when the thread is nobody's.</summary>
    public PageLink? Link { get; init; }

    /// <summary>The metric of this name; null when nobody has defined it.</summary>
    public Metric? MetricOf(string name) => Metrics.GetValueOrDefault(MetricName.IdOf(name));

    /// <summary>What a need brought; empty when it brought nothing.</summary>
    public ImmutableArray<Found> Of(Need need) => Pages.TryGetValue(need, out var found) ? found : [];
}
