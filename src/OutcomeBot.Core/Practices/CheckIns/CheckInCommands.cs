using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>Make a schedule; the rules plan its first occurrences.</summary>
public sealed record Schedule(Draft Draft, Surroundings Around) : Command;

/// <summary>Ask something else, or at another time.</summary>
public sealed record Edit(Draft Draft, Surroundings Around) : Command;

public sealed record Pause : Command;

public sealed record Resume(Surroundings Around) : Command;

public sealed record Delete : Command;

public sealed record SkipNext(string Reason) : Command;

public sealed record TakeOver : Command;

/// <summary>Be asked as well, or have somebody asked.</summary>
public sealed record Join(Person? Who, Surroundings Around) : Command;

/// <summary>Be asked no more.</summary>
public sealed record Leave : Command;

/// <summary>The alarm clock rang.</summary>
public sealed record Fire(Surroundings Around) : Command;

/// <summary>A round tells how lines of the ledger stand now.</summary>
public sealed record Note(ImmutableArray<Entry> Entries) : Command;

/// <summary>A person set their clock.</summary>
public sealed record Move(string Person, string Zone) : Command;

/// <summary>Ask this round's people now.</summary>
public sealed record Ask(RoundCall Call, Earlier? Before, Report? Report) : Command;

public sealed record Answer(string Text, string? Message = null) : Command;

public sealed record PutOff(Duration For) : Command;

/// <summary>What was put off until now is asked again.</summary>
public sealed record AskAgain : Command;

public sealed record SkipIt(string Reason) : Command;

/// <summary>A person's page tells what became of a nudge.</summary>
public sealed record Hear(string Person, OccurrenceState State, string Outcome) : Command;

/// <summary>Put this to the person, within their times and limits.</summary>
public sealed record PutTo(Nudge Nudge) : Command;

/// <summary>The person whose page it is has left the workspace.</summary>
public sealed record Depart : Command;

/// <summary>The person whose page it is is in the workspace, perhaps again.</summary>
public sealed record ComeBack : Command;

/// <summary>Ask somebody nothing who has left the workspace.</summary>
public sealed record Suspend(string Person) : Command;

/// <summary>Ask somebody again who has come back.</summary>
public sealed record Reinstate(string Person, Surroundings Around) : Command;

/// <summary>A schedule asks this person from now on.</summary>
public sealed record Meet(Person Who, string Schedule) : Command;

/// <summary>A schedule asks this person no more.</summary>
public sealed record Part(Person Who, string Schedule) : Command;

/// <summary>What waited may go out now.</summary>
public sealed record LetOut : Command;

public sealed record SetTimes(string Zone, QuietHours? Quiet, int Budget) : Command;

public sealed record GoAway(LocalDate? From, LocalDate? To, string Reason) : Command;

public sealed record SetHolidays(ImmutableArray<Holiday> Holidays, string? Unread) : Command;

public sealed record SetChannelZone(string Channel, string? Zone) : Command;

/// <summary>What somebody wants to be asked, before the rules have looked at it.</summary>
public sealed record Draft
{
    public required Topic Topic { get; init; }

    public required Cadence Cadence { get; init; }

    public ZoneRule ZoneRule { get; init; }

    /// <summary>The IANA zone by which it goes; null when none is known yet.</summary>
    public string? Zone { get; init; }

    public CatchUpPolicy CatchUp { get; init; }

    public int Window { get; init; } = 24;

    public Audience Audience { get; init; }

    /// <summary>Whom to ask, besides whoever makes it, when people are asked each for themselves.</summary>
    public ImmutableArray<Person> People { get; init; } = [];
}

/// <summary>What is known around a schedule when it plans: holidays, and whose clock stands where.</summary>
/// <param name="Calendar">What the workspace shares.</param>
/// <param name="Zones">The zones that people chose or that their door knows, by person id.</param>
/// <param name="Channel">The zone of the schedule's channel; null when nobody said it.</param>
public sealed record Surroundings(Calendar Calendar, ImmutableDictionary<string, string> Zones, string? Channel)
{
    /// <summary>Nothing is known.</summary>
    public static Surroundings Unknown { get; } = new(Calendar.Empty, ImmutableDictionary<string, string>.Empty, null);

    /// <summary>The zone that counts for a person, or for the channel when null.</summary>
    public string ZoneOf(CheckInSchedule schedule, Person? who, string otherwise) => schedule.ZoneRule switch
    {
        ZoneRule.Fixed => schedule.Zone,
        ZoneRule.Channel => Channel ?? schedule.Zone,
        ZoneRule.User => Zones.GetValueOrDefault((who ?? schedule.Owner).Id, otherwise),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
