using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>What filled forms want. Everything in them is as hostile as any text.</summary>
internal static class FilledTalk
{
    private static readonly LocalTimePattern s_time = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    public static Meaning Of(Scene scene, Filled filled) => (filled.Press.Verb, scene.State, filled.Values) switch
    {
        (PressVerb.New, Unplanned, var values) => Plan(scene, values),
        (PressVerb.Times, Unplanned or Personal, var values) => IsMine(scene, new Wants(new SetTimes(values.Text("zone"), Quiet(values.Text("quiet")), Number(values.Text("budget"))), "zone")),
        (PressVerb.Away, Unplanned or Personal, var values) => IsMine(scene, new Wants(new GoAway(values.Date("from"), values.Date("to"), values.Text("reason")), "from")),
        (PressVerb.Holidays, Unplanned or Calendar, var values) when scene.Subject.Id == Calendar.Id => Holidays(scene, values.Text("holidays")),
        (PressVerb.Zone, Unplanned or Calendar, var values) when scene.Subject.Id == Calendar.Id =>
            new Wants(new SetChannelZone(scene.Incoming.Place.Channel, Zones.Read(values.Text("zone"))), "zone") { Place = scene.Incoming.Place.Root },
        (PressVerb.Edit, { Known: { } schedule }, var values) => Edit(scene, schedule, values),
        (PressVerb.Add, { Known: not null }, var values) => new Wants(new Join(values.Person("person"), scene.Around), "person"),
        (PressVerb.SkipNext, { Known: not null }, var values) => new Wants(new SkipNext(values.Text("reason")), "reason"),
        (PressVerb.Answer, Round, var values) => new Wants(new Answer(values.Text("answer")), "answer"),
        (PressVerb.Snooze, Round, var values) => new Wants(new PutOff(Duration.FromHours(Number(values.Text("until")))), "until"),
        (PressVerb.Skip, Round, var values) => new Wants(new SkipIt(values.Text("reason")), "reason"),
        _ => Meaning.Refuse(scene, "That check-in isn't here any more. To see what's planned here, type checkin alone."),
    };

    /// <summary>20:00-07:00, or none; null for anything else.</summary>
    public static QuietHours? Quiet(string text)
    {
        var line = Typed.Line(text).ToLowerInvariant();
        if (line is "none" or "no" or "-") return new QuietHours(LocalTime.Midnight, LocalTime.Midnight);
        return line.Split(['-', '\u2013'], StringSplitOptions.TrimEntries) is [var from, var until]
            && s_time.Parse(from) is { Success: true } start && s_time.Parse(until) is { Success: true } end
                ? new QuietHours(start.Value, end.Value)
                : null;
    }

    private static Meaning Plan(Scene scene, FormValues values)
    {
        var (draft, wrong, assumed) = Read(scene, values);
        return draft is null
            ? new Says(new Wrong(("when", wrong)))
            : new Wants(new Schedule(draft, scene.Around), "question") { Place = scene.Incoming.Place.Root, Then = [scene.Tell(CheckInNotes.Understood(draft, assumed, scene))] };
    }

    private static Meaning Edit(Scene scene, CheckInSchedule schedule, FormValues values)
    {
        var (draft, wrong, assumed) = Read(scene, values);
        if (draft is null) return new Says(new Wrong(("when", wrong)));
        if (draft.Cadence is Weekly weekly && schedule.Cadence is Weekly old && weekly with { From = old.From } == old) draft = draft with { Cadence = old };
        return new Wants(new Edit(draft, scene.Around), "question") { Then = [scene.Tell(CheckInNotes.Understood(draft, assumed, scene))] };
    }

    private static (Draft? Draft, string Wrong, ImmutableArray<string> Assumed) Read(Scene scene, FormValues values)
    {
        var reading = LineReader.Read(values.Text("when"), scene.At);
        if (reading.Cadence is null) return (null, reading.Sentence!, []); // Without a cadence there is a sentence.
        if (reading.Question.Length > 0) return (null, $"I don't understand \"{Typed.Clip(reading.Question, 40)}\" as a time. The question has a field of its own.", []);
        var topic = new Topic(Topics.Kind(values.Text("kind")) ?? CheckInKind.Question, Typed.Line(values.Text("question")), Typed.LineOrNull(values.Text("metric")));
        var rule = values.Text("clock") switch { "User" => ZoneRule.User, "Channel" => ZoneRule.Channel, _ => ZoneRule.Fixed };
        var draft = TypedTalk.Draft(scene, reading, topic);
        return (draft with
        {
            ZoneRule = reading.ZoneRule ?? rule,
            Zone = reading.Zone ?? (values.Text("zone") is { Length: > 0 } zone ? Zones.Read(zone) : draft.Zone),
            Audience = values.Text("who") == nameof(Audience.People) ? Audience.People : Audience.Channel,
            CatchUp = values.Text("catchup") == nameof(CatchUpPolicy.None) ? CatchUpPolicy.None : CatchUpPolicy.Latest,
        }, "", reading.Assumed);
    }

    /// <summary>One holiday a line, the date first; a line without one is told.</summary>
    private static Wants Holidays(Scene scene, string text)
    {
        var lines = text.Split('\n').Select(Typed.Line).Where(line => line.Length > 0).ToArray();
        var read = lines.Select(line => (line, parts: line.Split(' ', 2))).Select(one => (one.line, date: LocalDatePattern.Iso.Parse(one.parts[0]), name: one.parts.Length > 1 ? one.parts[1] : "a holiday")).ToArray();
        var unread = read.Where(one => !one.date.Success).Select(one => Typed.Clip(one.line, 40)).FirstOrDefault();
        return new Wants(new SetHolidays([.. read.Where(one => one.date.Success).Select(one => new Holiday(one.date.Value, Typed.Clip(one.name, 60)))], unread), "holidays") { Place = scene.Incoming.Place.Root };
    }

    /// <summary>A person's page is set by that person alone.</summary>
    private static Meaning IsMine(Scene scene, Wants wants) => scene.Subject.Id == Slips.IdOf(scene.By)
        ? wants with { Place = new Place(scene.Subject.Tenant, scene.By.Id) }
        : Meaning.Refuse(scene, "Those are somebody else's times. Type checkin me to set your own.");

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
