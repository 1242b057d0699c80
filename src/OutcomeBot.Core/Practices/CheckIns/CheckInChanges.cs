using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>Something that happened to a schedule, a round, a person's page or the calendar.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(Scheduled), "scheduled")]
[JsonDerivedType(typeof(Changed), "changed")]
[JsonDerivedType(typeof(WasPaused), "paused")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(WasDeleted), "deleted")]
[JsonDerivedType(typeof(SkippedAhead), "skip")]
[JsonDerivedType(typeof(TakenOver), "over")]
[JsonDerivedType(typeof(Joined), "joined")]
[JsonDerivedType(typeof(Left), "left")]
[JsonDerivedType(typeof(Fired), "fired")]
[JsonDerivedType(typeof(Noted), "noted")]
[JsonDerivedType(typeof(Moved), "moved")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(WasSnoozed), "snoozed")]
[JsonDerivedType(typeof(AskedAgain), "again")]
[JsonDerivedType(typeof(WasSkipped), "skipped")]
[JsonDerivedType(typeof(Told), "told")]
[JsonDerivedType(typeof(Nudged), "nudged")]
[JsonDerivedType(typeof(HeldBack), "held")]
[JsonDerivedType(typeof(LetGo), "letgo")]
[JsonDerivedType(typeof(Met), "met")]
[JsonDerivedType(typeof(Parted), "parted")]
[JsonDerivedType(typeof(TimesSet), "times")]
[JsonDerivedType(typeof(WentAway), "away")]
[JsonDerivedType(typeof(LeftWorkspace), "gone")]
[JsonDerivedType(typeof(CameBack), "back")]
[JsonDerivedType(typeof(Suspended), "suspended")]
[JsonDerivedType(typeof(Reinstated), "reinstated")]
[JsonDerivedType(typeof(HolidaysSet), "holidays")]
[JsonDerivedType(typeof(ChannelZoneSet), "zone")]
public abstract record CheckInChange : Change;

/// <summary>A schedule was made.</summary>
public sealed record Scheduled(CheckInSchedule Schedule) : CheckInChange;

/// <summary>It asks something else, or at another time; the ledger stays.</summary>
public sealed record Changed(CheckInSchedule Schedule) : CheckInChange;

public sealed record WasPaused : CheckInChange;

/// <summary>It runs again, from these occurrences on.</summary>
public sealed record Resumed(ImmutableArray<Plan> Plans) : CheckInChange;

public sealed record WasDeleted : CheckInChange;

/// <summary>The next one will be left out.</summary>
public sealed record SkippedAhead(string Reason) : CheckInChange;

public sealed record TakenOver : CheckInChange;

public sealed record Joined(Seat Seat) : CheckInChange;

public sealed record Left(string Person) : CheckInChange;

/// <summary>Its time came: what was entered in the ledger, and what is planned next.</summary>
public sealed record Fired(ImmutableArray<Entry> Entries, ImmutableArray<Plan> Plans) : CheckInChange;

/// <summary>Lines of the ledger changed.</summary>
public sealed record Noted(ImmutableArray<Entry> Entries) : CheckInChange;

/// <summary>Somebody's clock is another one.</summary>
public sealed record Moved(Plan Plan) : CheckInChange;

/// <summary>A line of the ledger as it stands from now on; without a person it is the channel's.</summary>
public sealed record Entry(string? Person, LocalDate For, OccurrenceState State, string Outcome);

/// <summary>What comes next for a seat, and in which zone.</summary>
public sealed record Plan(string? Person, string Zone, Planned Next);

/// <summary>A round was asked; when it was open already, these people are asked now as well.</summary>
public sealed record Opened(RoundCall Call, Earlier? Before, Report? Report) : CheckInChange;

public sealed record Answered(string Text, Timeliness Timeliness, string? Message) : CheckInChange;

public sealed record WasSnoozed(Instant Until) : CheckInChange;

/// <summary>What was put off is asked again: of the channel, or of this person.</summary>
public sealed record AskedAgain(string? Person) : CheckInChange;

public sealed record WasSkipped(string Reason) : CheckInChange;

/// <summary>What became of putting it to a person.</summary>
public sealed record Told(string Person, OccurrenceState State, string Outcome) : CheckInChange;

/// <summary>One private message went out with all of these.</summary>
public sealed record Nudged(LocalDate On, ImmutableArray<Nudge> Nudges) : CheckInChange;

/// <summary>It waits.</summary>
public sealed record HeldBack(Held Held) : CheckInChange;

/// <summary>It is not put to the person, and why.</summary>
public sealed record LetGo(ImmutableArray<Nudge> Nudges, string Why) : CheckInChange;

/// <summary>A schedule asks this person from now on.</summary>
public sealed record Met(Person Who, string Schedule) : CheckInChange;

/// <summary>A schedule asks this person no more.</summary>
public sealed record Parted(Person Who, string Schedule) : CheckInChange;

public sealed record TimesSet(Person Who, string? Zone, QuietHours Quiet, int Budget) : CheckInChange;

public sealed record WentAway(Person Who, Absence Absence) : CheckInChange;

/// <summary>The person's account was switched off.</summary>
public sealed record LeftWorkspace : CheckInChange;

/// <summary>Their account is in use again.</summary>
public sealed record CameBack : CheckInChange;

/// <summary>This person has left the workspace: their seat stays, and asks nothing.</summary>
public sealed record Suspended(string Person) : CheckInChange;

/// <summary>They are back, and asked again from this occurrence on.</summary>
public sealed record Reinstated(Plan Plan) : CheckInChange;

public sealed record HolidaysSet(ImmutableArray<Holiday> Holidays) : CheckInChange;

public sealed record ChannelZoneSet(string Channel, string Zone) : CheckInChange;
