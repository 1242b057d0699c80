using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>Notes to one person.</summary>
internal static class CheckInNotes
{
    private const int Shown = 3;

    /// <summary>How a line or form was understood, and when the next ones come, by the clock that counts.</summary>
    public static Card Understood(Draft draft, ImmutableArray<string> assumed, Scene scene)
    {
        var schedule = new CheckInSchedule { Owner = scene.State.Known?.Owner ?? scene.By, Topic = draft.Topic, Cadence = draft.Cadence, ZoneRule = draft.ZoneRule, Zone = draft.Zone ?? "UTC", Audience = draft.Audience };
        var zone = scene.Around.ZoneOf(schedule, draft.Audience == Audience.People ? scene.By : null, schedule.Zone);
        var seat = new Seat(null, zone, draft.Cadence.Next(scene.At, Zones.Of(zone)));
        return new Card("Planned",
        [
            new Prose($"I'll ask \"{Topics.Title(draft.Topic)}\" {ScheduleCards.When(draft.Cadence, draft.ZoneRule, zone, draft.Audience)}."),
            .. assumed.Select(sentence => new Prose(sentence)),
            NextThree(schedule, seat),
            .. Estimate(draft, scene, zone) is { } estimate ? [new Prose(estimate)] : ImmutableArray<Block>.Empty,
            .. CadenceWords.ShiftAhead(draft.Cadence, scene.At, Zones.Of(zone)) is { } shift ? [new Aside(shift)] : ImmutableArray<Block>.Empty,
        ]);
    }

    /// <summary>How often the reminder of a target would have asked over the last quarter.</summary>
    private static string? Estimate(Draft draft, Scene scene, string zone)
    {
        if (draft.Topic is not { Kind: CheckInKind.TargetReminder, Metric: { } name }) return null;
        if (scene.Readings.MetricOf(name) is not { } metric) return $"{name} isn't defined here yet. Until it is, the reminder says so and asks nothing.";
        return Verdict.Replayed(metric, draft.Cadence, scene.At.InZone(Zones.Of(zone)).Date) is var (asked, dates)
            ? $"Over the last quarter it would have asked {asked} of {dates} times, going by signals alone; the other times it would have said in one line that there is nothing to ask."
            : "There is no value of the last quarter to tell from how often it would have asked.";
    }

    public static Card Next(string title, CheckInSchedule schedule, Instant now) => new(title,
    [
        .. schedule.Asked.Take(1).Select(seat => NextThree(schedule, seat)),
        new Aside($"Dates in between are not in the ledger: nothing was planned for them. Planned again {CadenceWords.Of(schedule.Cadence)}."),
    ]);

    public static Card Joined(CheckInSchedule schedule, Seat seat, Scene scene) => new(seat.IsOf(scene.By.Id) ? "You'll be asked" : $"{seat.Who?.Name} will be asked",
        NextThree(schedule, seat),
        new Aside($"By the clock of {seat.Zone}. Type checkin me to change your times and limits, and More on the card to be asked no more."));

    /// <summary>The next three by the clock that counts: a local time, not the reader's.</summary>
    public static Prose NextThree(CheckInSchedule schedule, Seat seat)
    {
        var zone = Zones.Of(seat.Zone);
        var next = new List<string>();
        for (var planned = seat.Next; next.Count < Shown; planned = schedule.Cadence.Next(planned.At, zone)) next.Add(CadenceWords.Of(planned.At, zone));
        return new Prose($"{"Next":strong} · {string.Join(" · ", next)} ({seat.Zone})");
    }

    /// <summary>What would be asked now; nothing is sent and nothing is entered in the ledger.</summary>
    public static Card Preview(Scene scene, CheckInSchedule schedule)
    {
        var today = scene.At.InZone(Zones.Of(schedule.Zone)).Date;
        var call = new RoundCall(scene.Subject.Id, schedule.Topic, today, schedule.Zone, schedule.Window, [], [], null, null);
        var report = Reports.Of(schedule.Topic, scene.Readings, today, today.PlusDays(-7), Zones.Of(schedule.Zone));
        var card = RoundCards.Of(scene.Subject, new Round(call, scene.At) { Report = report });
        return new Card(card.Title, [.. report?.Picture is { } plot ? [plot] : ImmutableArray<Block>.Empty, .. card.Blocks.Where(block => block is not Buttons), new Aside("This is a preview. Only you see it, nothing was asked, and the ledger doesn't know of it.")]);
    }

    public static Card Kept(Round round, Person by) => round.AnswerOf(by) switch
    {
        { Timeliness: Timeliness.Late } given => new Card("Kept, marked late", new Prose($"Your answer \"{Typed.Clip(given.Text, 100)}\" is kept for {round.Call.For}, the date it was asked for.")),
        { } given => new Card("Saved", new Prose($"Your answer \"{Typed.Clip(given.Text, 100)}\" is on the card for {round.Call.For}. Press Answer again to change it.")),
        null => new Card("Skipped", new Prose($"Noted for {round.Call.For}, with your reason.")),
    };

    public static Card Snoozed(Instant until) => new("Put off", new Prose($"I'll ask again {until}. You can still answer before."));

    public static Card Holidays(ImmutableArray<Holiday> holidays) => new("Saved",
        new Prose(holidays.IsEmpty ? "No holidays are kept: every date counts." : $"{holidays.Length} holidays are kept. On these dates nobody is asked, and the ledger says why."));

    public static Card Times(Personal personal) => new("Saved", new Prose(
        $"{(personal.Zone is { } zone ? $"Your clock is {zone}." : "Your clock is the one that your chat knows, or the channel's.")} {(personal.Quiet.From == personal.Quiet.Until ? "You have no quiet hours." : $"I keep quiet from {CadenceWords.Of(personal.Quiet.From)} to {CadenceWords.Of(personal.Quiet.Until)}.")} You get at most {personal.Budget} private messages from me a day, whoever asks; what doesn't fit comes the next morning, in one message."));

    public static Card Away(Absence absence) => new("Noted", new Prose($"You're away from {absence.From} to {absence.To}. Nobody asks you on these days, and they don't count as missed."));

    public static Card Help { get; } = new("Check-ins",
        new Prose("A check-in asks by itself: the channel together, or each person alone on their own clock. What became of each is kept: answered, late, put off, skipped, missed or excused."),
        new Facts(
            new Fact("checkin every Monday 9:00 in my zone: What is lead time this week?", "asks the channel by your clock"),
            new Fact("checkin every 2 weeks on Friday at 14:30 Europe/Berlin: metric lead-time", "asks for a metric's value"),
            new Fact("checkin weekdays 9:15 ask me: What did I learn?", "asks you alone; others press Ask me too"),
            new Fact("checkin monthly on the last Friday 10:00: whiteboard", "sums up what changed here"),
            new Fact("checkin me", "your time zone, quiet hours and daily limit"),
            new Fact("checkin away", "when you're away"),
            new Fact("checkin holidays", "days on which nobody is asked")),
        new Prose("A time that the clocks jump over in spring comes right after the jump; one that comes twice in autumn counts the first time."),
        new Prose("If I wasn't running when it was due, you get one message that says what was missed, never a pile of them."));
}
