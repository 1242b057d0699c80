using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>The forms of schedules and rounds.</summary>
internal static class CheckInForms
{
    /// <summary>A new one; what was typed and could not be read stands in it, with the reason.</summary>
    public static Form New(Scene scene, string line, string? sentence)
    {
        var reading = LineReader.Read(line, scene.At);
        var topic = Topics.Read(reading.Question);
        var when = reading.Cadence is { } cadence ? CadenceWords.Of(cadence) : line;
        return new Form("New check-in", "Plan it", new Press(CheckInPractice.Name, null, PressVerb.New), sentence ?? "What shall be asked, whom, and when?",
            Fields(topic, when, reading.Zone ?? scene.Around.Channel ?? scene.Clock.Mine ?? "", reading.ZoneRule ?? ZoneRule.Fixed, reading.Audience, CatchUpPolicy.Latest));
    }

    public static Form Edit(Subject subject, CheckInSchedule schedule) => new(
        "Edit check-in", "Save", subject.Press(PressVerb.Edit), "The ledger and the answers stay.",
        Fields(schedule.Topic, CadenceWords.Of(schedule.Cadence), schedule.Zone, schedule.ZoneRule, schedule.Audience, schedule.CatchUp));

    public static Form Answer(Subject subject, Round round, Person by) => new(
        "Answer", "Save answer", subject.Press(PressVerb.Answer), (Words)$"{Topics.Question(round.Call.Topic)} (for {round.Call.For})",
        [
            new TextField("answer", "Your answer", Limits.Answer, round.Call.Topic.Kind == CheckInKind.MetricUpdate ? TextSize.Line : TextSize.Paragraph, round.AnswerOf(by)?.Text ?? "")
            {
                Hint = round.Call.Topic.Kind == CheckInKind.MetricUpdate ? "The value alone, like 88 or 5.2 %" : null,
            },
        ]);

    public static Form Snooze(Subject subject) => new(
        "Snooze", "Ask again then", subject.Press(PressVerb.Snooze), "When shall it be asked again?",
        [new ChoiceField("until", "Ask again in", [new("1", "an hour"), new("3", "three hours"), new("24", "a day"), new("72", "three days")], "1")]);

    public static Form Reason(Subject subject, string verb, string title) => new(
        title, "Skip it", subject.Press(verb), "It counts as skipped, not as missed.",
        [new TextField("reason", "Why?", Limits.Reason, TextSize.Line) { Hint = "Kept beside the date" }]);

    public static Form Add(Subject subject) => new(
        "Ask somebody else too", "Have them asked", subject.Press(PressVerb.Add), "They are asked alone, by their own clock, within their own limits.",
        [new PersonField("person", "Who?")]);

    private static ImmutableArray<Field> Fields(Topic topic, string when, string zone, ZoneRule rule, Audience audience, CatchUpPolicy catchUp) =>
    [
        new ChoiceField("kind", "What is it about?", Topics.Options, topic.Kind.ToString()),
        new TextField("question", "The question", Limits.Question, TextSize.Line, topic.Question) { Hint = "May stay empty for all kinds but the first", Answering = Answering.Optional },
        new TextField("metric", "The metric", 60, TextSize.Line, topic.Metric ?? "") { Hint = "For the kinds that are about one", Answering = Answering.Optional },
        new TextField("when", "When?", 120, TextSize.Line, when) { Hint = "every Monday 9:00 · every 2 weeks on Friday at 14:30 · monthly on the last Friday 10:00" },
        new ChoiceField("clock", "By whose clock?", [new("Fixed", "The time zone below"), new("Channel", "This channel's"), new("User", "Everybody's own")], rule.ToString()),
        new TextField("zone", "Time zone", 60, TextSize.Line, zone) { Hint = "A city or an IANA zone, like Europe/Berlin", Answering = Answering.Optional },
        new ChoiceField("who", "Who is asked?", [new("Channel", "This channel, together"), new("People", "People, each alone")], audience.ToString()),
        new ChoiceField("catchup", "If I wasn't running", [new("Latest", "Ask the latest one late, once"), new("None", "Ask nothing late; say so the next time")], catchUp.ToString()),
    ];
}
