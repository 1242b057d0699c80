using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>What goes out when something has happened.</summary>
internal static class Consequences
{
    public static Turn Of(Scene scene, CheckInState after, ImmutableArray<Change> changes, Wants wants) => scene.Happened(
        changes,
        [.. Shows(after, changes) ? [new Show()] : ImmutableArray<Reply>.Empty, .. changes.Cast<CheckInChange>().SelectMany(change => Of(scene, after, change)), .. wants.Then],
        Reminding.Of(scene.Subject, after),
        wants.Place);

    /// <summary>A schedule's card says when it asks, not what became of it, so a tick leaves it as it is.</summary>
    private static bool Shows(CheckInState after, ImmutableArray<Change> changes) => after switch
    {
        Round => true,
        { Known: not null } => changes.Any(change => change is not (Fired or Noted or Moved) || change is Fired fired && fired.Entries.Any(entry => entry.State == OccurrenceState.Skipped)),
        _ => false,
    };

    private static IEnumerable<Reply> Of(Scene scene, CheckInState after, CheckInChange change) => (change, after) switch
    {
        (Fired fired, Running(var schedule)) => Calls.Of(scene, schedule, fired),
        (Resumed, Running(var schedule)) => [scene.Tell(CheckInNotes.Next("It's running again", schedule, scene.At))],
        (Scheduled or Changed, { Known: { } schedule }) => [.. schedule.Seats.Select(seat => seat.Who).OfType<Person>().Select(person => Met(scene, person)), .. Gone(scene, schedule.Seats)],
        (Left, { Known: { } schedule }) => Gone(scene, schedule.Seats),
        (WasDeleted, _) => Gone(scene, []),
        (Suspended suspended, _) => Excused(scene, suspended.Person),
        (Joined { Seat: { Who: { } who } seat }, { Known: { } schedule }) => [Met(scene, who), scene.Tell(CheckInNotes.Joined(schedule, seat, scene))],
        (_, Round round) => Of(scene, round, change),
        (_, Personal personal) => Of(scene, personal, change),
        (HolidaysSet set, _) => [scene.Tell(CheckInNotes.Holidays(set.Holidays))],
        (ChannelZoneSet set, _) => [scene.Tell(new Card("Saved", new Prose($"This channel's clock is {set.Zone} now. Check-ins that go by the channel's clock follow it from their next occurrence on.")))],
        _ => [],
    };

    private static IEnumerable<Reply> Of(Scene scene, Round round, CheckInChange change) => change switch
    {
        Opened when round.IsQuiet => [Quiet(round)],
        Opened opened => [.. Picture(scene, opened), .. opened.Call.People.Select(called => Nudge(scene, round, called.Who, called.Zone))],
        Answered answered => [.. Entered(round, answered.By, answered.By, OccurrenceState.Answered), .. Recorded(round, answered), .. Elsewhere(scene, round)],
        WasSnoozed snoozed => [.. Entered(round, snoozed.By, snoozed.By, OccurrenceState.Snoozed), scene.Tell(CheckInNotes.Snoozed(snoozed.Until))],
        WasSkipped skipped => [.. Entered(round, skipped.By, skipped.By, OccurrenceState.Skipped, skipped.Reason), .. Elsewhere(scene, round)],
        Told told when round.Turnouts.FirstOrDefault(turnout => turnout.Who.Id == told.Person) is { } turnout => Entered(round, turnout.Who, turnout.Who, told.State, told.Outcome),
        AskedAgain { Person: null } => [new Post(scene.Thread, RoundCards.Again(scene.Subject, round))],
        AskedAgain again when round.Turnouts.FirstOrDefault(turnout => turnout.Who.Id == again.Person) is { } turnout => [Nudge(scene, round, turnout.Who, turnout.Zone)],
        _ => [],
    };

    private static IEnumerable<Reply> Of(Scene scene, Personal personal, CheckInChange change) => change switch
    {
        Nudged nudged =>
        [
            new Post(new Place(scene.Subject.Tenant, personal.Who.Id), NudgeCards.Of(personal, nudged.Nudges)),
            .. nudged.Nudges.Select(nudge => Slips.To(nudge.Round, new ToldSlip(personal.Who.Id, OccurrenceState.Sent, "asked"))),
        ],
        HeldBack { Held: var held } => [Slips.To(held.Nudge.Round, new ToldSlip(personal.Who.Id, OccurrenceState.Planned, $"waits until {CadenceWords.Of(held.Until, Zones.Of(personal.Zone ?? held.Nudge.Zone))}: {held.Why}"))],
        LetGo gone => gone.Nudges.Select(nudge => Slips.To(nudge.Round, new ToldSlip(personal.Who.Id, gone.Why == PersonalRules.Overtaken ? OccurrenceState.Missed : OccurrenceState.Excused, gone.Why))),
        TimesSet set => [.. set.Zone is { } zone ? personal.Schedules.Select(schedule => Slips.To(schedule, new MovedSlip(personal.Who.Id, zone))) : [], scene.Tell(CheckInNotes.Times(personal))],
        LeftWorkspace => personal.Schedules.Select(schedule => Slips.To(schedule, new GoneSlip(personal.Who.Id))),
        CameBack => personal.Schedules.Select(schedule => Slips.To(schedule, new BackSlip(personal.Who.Id))),
        Met met when personal.GoneAt is not null => [Slips.To(met.Schedule, new GoneSlip(personal.Who.Id))],
        Met met when personal.Zone is { } zone => [Slips.To(met.Schedule, new MovedSlip(personal.Who.Id, zone))],
        WentAway away => [scene.Tell(CheckInNotes.Away(away.Absence))],
        _ => [],
    };

    /// <summary>Nobody is asked, and the ledger says why, so that nobody has missed anything.</summary>
    private static HandOver Quiet(Round round) => Slips.To(round.Call.Schedule, new NotedSlip(
        [.. (round.Turnouts.IsEmpty ? [null] : round.Turnouts.Select(turnout => (string?)turnout.Who.Id)).Select(person => new Entry(person, round.Call.For, OccurrenceState.Excused, "nothing to ask"))]));

    /// <summary>A value that was asked for goes to its metric, for the date that it was asked for.</summary>
    private static IEnumerable<Reply> Recorded(Round round, Answered answered) =>
        round.Call.Topic is { Kind: CheckInKind.MetricUpdate, Metric: { } metric } && Quantity.Read(answered.Text)?.Value is { } value
            ? [ValueSlip.Of(metric, round.Call.For, value)]
            : [];

    /// <summary>The picture comes in the thread of the card: a card that is updated can't carry one everywhere.</summary>
    private static IEnumerable<Reply> Picture(Scene scene, Opened opened) =>
        opened.Report?.Picture is { } plot ? [new Post(scene.Incoming.Place.Root, new Card(plot.Title, plot))] : [];

    private static HandOver Met(Scene scene, Person person) => Slips.To(Slips.IdOf(person), new MetSlip(person, scene.Subject.Id));

    /// <summary>Those who were asked before this turn and aren't any more.</summary>
    private static IEnumerable<Reply> Gone(Scene scene, ImmutableArray<Seat> seats) => (scene.State.Known?.Seats ?? [])
        .Select(seat => seat.Who).OfType<Person>()
        .Where(person => !seats.Any(seat => seat.IsOf(person.Id)))
        .Select(person => Slips.To(Slips.IdOf(person), new PartSlip(person, scene.Subject.Id)));

    /// <summary>The round that still waits for this person waits no more.</summary>
    private static IEnumerable<Reply> Excused(Scene scene, string person) => (scene.State.Known?.Seats ?? [])
        .Where(seat => seat.IsOf(person))
        .Select(Seating.OpenOf).OfType<Occurrence>()
        .Select(open => Slips.To(Slips.IdOf(scene.Subject.Id, open.For), new ToldSlip(person, OccurrenceState.Excused, Seating.Gone)));

    private static HandOver Nudge(Scene scene, Round round, Person person, string zone) => Slips.To(Slips.IdOf(person), new NudgeSlip(new Nudge(
        scene.Subject.Id, round.Call.Schedule, person, zone, Topics.Question(round.Call.Topic), round.Call.For, RoundCards.Lines(round))));

    /// <summary>The schedule's ledger hears of it: for the person when people are asked, for the channel otherwise.</summary>
    private static IEnumerable<Reply> Entered(Round round, Person who, Person by, OccurrenceState state, string outcome = "")
    {
        if (!round.Turnouts.IsEmpty && round.Of(who) is null) yield break;
        var timely = state == OccurrenceState.Answered && round.AnswerOf(by)?.Timeliness == Timeliness.Late ? OccurrenceState.Late : state;
        var entry = new Entry(round.Turnouts.IsEmpty ? null : who.Id, round.Call.For, timely, outcome.Length > 0 || !round.Turnouts.IsEmpty ? outcome : by.Name);
        yield return Slips.To(round.Call.Schedule, new NotedSlip([entry]));
    }

    /// <summary>Who answers from another place than the card's doesn't see the card, and is told.</summary>
    private static IEnumerable<Reply> Elsewhere(Scene scene, Round round) =>
        scene.Incoming is Filled && scene.Page is { } page && page.Place.Channel != scene.Incoming.Place.Channel ? [scene.Tell(CheckInNotes.Kept(round, scene.By))] : [];
}
