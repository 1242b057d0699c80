using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>One date of a schedule: what was asked, of whom, and what they said. Its card is the summary.</summary>
public sealed record Round(RoundCall Call, Instant OpenedAt) : CheckInState
{
    /// <summary>Those who were asked, each for themselves; empty when the channel was.</summary>
    public ImmutableArray<Turnout> Turnouts { get; init; } = [];

    /// <summary>What was said, one a person, in the order of the first word.</summary>
    public ImmutableArray<Given> Answers { get; init; } = [];

    /// <summary>What the same people said the time before.</summary>
    public Earlier? Before { get; init; }

    /// <summary>What was looked up when it was opened; null for a plain question.</summary>
    public Report? Report { get; init; }

    /// <summary>Whether nothing is asked, because there is nothing to ask about.</summary>
    public bool IsQuiet => Report?.Asking == Asking.Nothing;

    /// <summary>When the channel is asked again, because somebody put it off.</summary>
    public Snooze? Snooze { get; init; }

    /// <summary>Why the channel skipped it.</summary>
    public SkipAhead? Skip { get; init; }

    /// <summary>The end of the time in which an answer is on time.</summary>
    public Instant Closes => OpenedAt + Duration.FromHours(Call.Window);

    /// <summary>Those whose answers are looked for: who was excused is missed by nobody.</summary>
    public IEnumerable<Turnout> Expected => Turnouts.Where(turnout => turnout.State != OccurrenceState.Excused);

    /// <summary>The person's line; null when they weren't asked on their own.</summary>
    public Turnout? Of(Person person) => Turnouts.FirstOrDefault(turnout => turnout.Who.Is(person));

    /// <summary>What this person said; null when nothing.</summary>
    public Given? AnswerOf(Person person) => Answers.FirstOrDefault(given => given.By.Is(person));
}

/// <summary>What a schedule hands to a round.</summary>
/// <param name="Schedule">The schedule's id.</param>
/// <param name="Topic">What is asked.</param>
/// <param name="For">The local date that it is for.</param>
/// <param name="Zone">The zone by which the date was reached first.</param>
/// <param name="Window">For how many hours an answer is on time.</param>
/// <param name="People">Who is asked now, each for themselves; empty when the channel is.</param>
/// <param name="Missed">The dates that were missed while the bot was not running.</param>
/// <param name="Shift">What the clocks do on that date, in a sentence.</param>
/// <param name="Previous">The round before; null for the first.</param>
public sealed record RoundCall(
    string Schedule, Topic Topic, LocalDate For, string Zone, int Window,
    ImmutableArray<Called> People, ImmutableArray<LocalDate> Missed, string? Shift, LocalDate? Previous);

/// <summary>Somebody who is asked, and the zone by which their time has come.</summary>
public sealed record Called(Person Who, string Zone);

/// <summary>How it stands with one of the people who were asked.</summary>
public sealed record Turnout(Person Who, string Zone, Instant AskedAt, OccurrenceState State, string Outcome, Snooze? Snooze = null);

/// <summary>An answer. Edits replace it, and the changes keep what it was.</summary>
public sealed record Given(Person By, string Text, Instant At, Timeliness Timeliness, string? Message = null, int Edits = 0);

/// <summary>Whether an answer came in its time.</summary>
public enum Timeliness
{
    OnTime,
    Late,
}

/// <summary>Put off by somebody until then.</summary>
public sealed record Snooze(Person By, Instant Until);

/// <summary>The round before, for what changed since.</summary>
public sealed record Earlier(LocalDate For, ImmutableArray<Remark> Remarks, int Asked);

/// <summary>What somebody said then.</summary>
public sealed record Remark(Person By, string Text);
