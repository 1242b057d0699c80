using System.Collections.Immutable;
using System.Globalization;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>The forms about the session and who takes part. Field names are the same that refusals name.</summary>
internal static class SessionForms
{
    /// <summary>A new session. The intro says what was wrong with an earlier wording, if anything was.</summary>
    public static Form New(Press press, string question = "", Words? intro = null, bool asksChannel = false) => new(
        "Agree on weights", "Begin", press,
        intro ?? "First everybody proposes factors, unseen by the others. Then you vote on their weights, sealed until it closes.",
        [
            new TextField("question", "What are the weights for?", Limits.Question, TextSize.Line, Typed.Clip(question, Limits.Question - 1)) { Hint = "What we build next quarter" },
            new ChoiceField("limit", "How many factors at most?", [.. Enumerable.Range(Limits.LeastFactors, Limits.MostFactors - Limits.LeastFactors + 1).Select(Limit)], Number(Limits.UsualFactors))
            {
                Hint = "The vital few: with each factor more, all weights say less.",
                Answering = Answering.Optional,
            },
            new PersonField("deputy", "Who leads when you're away?") { Answering = Answering.Optional, Hint = "Can close rounds and agree, as you can." },
            .. asksChannel ? [new ChannelField("channel", "In which channel?") { Hint = "The bot has to be in it." }] : ImmutableArray<Field>.Empty,
        ]);

    public static Form Join(Subject subject, Seat? seat) => new(
        "Take part", "Take part", subject.Press(PressVerb.Join), "Your vote is waited for from now on.",
        [Group(seat?.Group ?? "")]);

    public static Form Away(Subject subject, Person by) => new(
        "Somebody is away", "Save", subject.Press(PressVerb.Away), "Who is away counts on neither side of the quorum. A vote brings anybody back.",
        [
            new PersonField("who", "Who?", by),
            new ChoiceField("is", "Is that person away?", [new("away", "Away: don't wait for them"), new(PressVerb.Back, "Back: their vote counts again")], "away"),
        ]);

    public static Form Add(Subject subject) => new(
        "Add a voter", "Add", subject.Press(PressVerb.Add), "Their vote is waited for from now on.",
        [new PersonField("who", "Who?"), Group("")]);

    public static Form Deputy(Subject subject, WeightingSession session) => new(
        "Deputy", "Name as deputy", subject.Press(PressVerb.Deputy), $"Leads now: {session.Names()}. The deputy can do what the owner can.",
        [new PersonField("to", "Who?", session.Deputy)]);

    public static Form Drop(Subject subject) => new(
        "Give it up", "Give it up", subject.Press(PressVerb.Drop), "Nothing is deleted. Open ballots stay sealed for good.",
        [new TextField("reason", "Why?", Limits.Note, TextSize.Paragraph)]);

    /// <summary>Whom somebody stands for: what sets groups apart is shown where each has three.</summary>
    public static TextField Group(string group) => new(BallotFields.Group, "Which group do you stand for?", Limits.Group, TextSize.Line, group)
    {
        Answering = Answering.Optional,
        Hint = $"Product, finance, support. Groups of {Limits.SmallestGroup} and more are compared, never single persons.",
    };

    private static Option Limit(int limit) => new(Number(limit), limit == Limits.UsualFactors ? $"{Number(limit)}, as most teams" : Number(limit));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
