using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>The forms about a problem and its causes. Field names are the same that refusals name.</summary>
internal static class FiveWhysForms
{
    private const int QuestionLength = 200;

    /// <summary>A new analysis. The intro says what was wrong with an earlier wording, if anything was.</summary>
    public static Form New(Press press, string text = "", Words? intro = null, ChannelField? channel = null) => new(
        "Ask why", "Ask the first why", press,
        intro ?? "Say what is wrong, not whose fault it is or what to do about it. The facts can wait.",
        [
            new TextField("problem", "What do you want to explain?", Limits.Problem, TextSize.Paragraph, Typed.Clip(text, Limits.Problem - 1)) { Hint = "For example: Why is revenue growth declining?" },
            .. FactFields(new Problem("")),
            .. channel is null ? ImmutableArray<Field>.Empty : [channel],
        ]);

    public static ChannelField Channel { get; } = new("channel", "In which channel?") { Hint = "The bot has to be in it." };

    public static Form Facts(Subject subject, WhyTree tree) => new(
        "Facts of the problem", "Save facts", subject.Press(PressVerb.Facts),
        Typed.Clip(tree.Problem.Statement, QuestionLength),
        [.. FactFields(tree.Problem)]);

    public static Form Problem(Subject subject, WhyTree tree) => new(
        "Reword the problem", "Save wording", subject.Press(PressVerb.Problem),
        "What leads to it will have to be read back again.",
        [new TextField("problem", "What do you want to explain?", Limits.Problem, TextSize.Paragraph, tree.Problem.Statement)]);

    public static Form Answer(Subject subject, WhyTree tree, string? parent) => new(
        "Say why", "Answer", subject.Press(PressVerb.Answer, parent ?? PressVerb.TheProblem),
        Typed.Clip(FiveWhysCards.Question(tree, parent), QuestionLength),
        [
            new TextField("answer", "Because ...", Limits.Answer, TextSize.Paragraph)
            {
                Hint = $"One cause. It may help to ask: {Typed.Clip(Wording.HowOf(parent is null ? ProblemWords.Statement(tree.Problem) : tree.TextOf(parent)), 100)}",
            },
        ]);

    public static Form Reword(Subject subject, Cause cause) => new(
        "Reword the answer", "Save wording", subject.Press(PressVerb.Reword, cause.Id),
        "The old wording stays on record, and the steps beside it will have to be read back again.",
        [new TextField("text", "The cause", Limits.Answer, TextSize.Paragraph, cause.Text)]);

    public static Form Evidence(Subject subject, Cause cause) => new(
        "Attach evidence", "Attach evidence", subject.Press(PressVerb.Evidence, cause.Id),
        $"What shows that it's so? {Typed.Clip(cause.Text, QuestionLength)}",
        [
            new ChoiceField("kind", "What kind is it?",
            [
                new(nameof(EvidenceKind.Number), "A number, with its source"),
                new(nameof(EvidenceKind.Link), "A link"),
                new(nameof(EvidenceKind.Quotation), "A quotation, with its source"),
                new(nameof(EvidenceKind.Observation), "Something somebody saw"),
            ]),
            new TextField("text", "The evidence", Limits.Note, TextSize.Paragraph) { Hint = "The number with its unit, the address, the words, or what was seen." },
            new TextField("source", "Where is it from?", Limits.Note) { Answering = Answering.Optional, Hint = "A report, a dashboard, a person. Numbers and quotations need it." },
        ]);

    public static Form Contest(Subject subject, Cause cause) => new(
        "Contest an answer", "Contest it", subject.Press(PressVerb.Contest, cause.Id),
        Typed.Clip(cause.Text, QuestionLength),
        [
            new TextField("reason", "What speaks against it?", Limits.Note, TextSize.Paragraph),
            new PersonField("owner", "Who goes and sees?") { Answering = Answering.Optional, Hint = "Then this branch waits until they are back." },
            new DateField("due", "By when?") { Answering = Answering.Optional },
        ]);

    public static Form Saw(Subject subject, Cause cause) => new(
        "What did you see?", "Report it", subject.Press(PressVerb.Saw, cause.Id),
        Typed.Clip(cause.Text, QuestionLength),
        [
            new TextField("finding", "What did you see?", Limits.Note, TextSize.Paragraph) { Hint = "Facts first: where you looked, and what was there." },
            new ChoiceField("outcome", "What does it say about the answer?",
            [
                new(nameof(FindingOutcome.Supports), "It's so: what I saw supports it"),
                new(nameof(FindingOutcome.Refutes), "It's not so: what I saw refutes it"),
                new(nameof(FindingOutcome.Unclear), "I can't tell from what I saw"),
            ]),
        ]);

    public static Form Refute(Subject subject, Cause cause) => new(
        "Refute an answer", "Refute it", subject.Press(PressVerb.Refute, cause.Id),
        $"It stays on record, struck out, and its branch closes. {Typed.Clip(cause.Text, QuestionLength)}",
        [new TextField("reason", "What rules it out?", Limits.Note, TextSize.Paragraph)]);

    public static Form Gate(Subject subject, WhyTree tree, string? cause) => new(
        "AND or OR", "Save", subject.Press(PressVerb.Gate, cause ?? PressVerb.TheProblem),
        Typed.Clip(FiveWhysCards.Question(tree, cause), QuestionLength),
        [
            new ChoiceField("gate", "How do its causes belong together?",
                [new(nameof(Branching.Or), "OR: each alone is enough"), new(nameof(Branching.And), "AND: only all together bring it about")],
                tree.GateOf(cause).ToString()),
        ]);

    public static Form Category(Subject subject, Cause cause, ImmutableArray<string> categories) => new(
        "Category", "Save category", subject.Press(PressVerb.Category, cause.Id),
        Typed.Clip(cause.Text, QuestionLength),
        [new ChoiceField("category", "What kind of cause is it?", Options(categories), cause.Category)]);

    public static Form Choose(Subject subject, WhyTree tree) => new(
        "Choose a cause", "Show what I can do", subject.Press(PressVerb.Choose), "Every cause of the tree, in reading order.",
        [new ChoiceField("cause", "Which cause?", Rows(tree, tree.Rows()))]);

    public static ImmutableArray<Option> Options(ImmutableArray<string> values) => [.. values.Select(value => new Option(value, value))];

    /// <summary>Causes to choose from; a list holds a hundred at most, the newest being the likeliest to be looked for.</summary>
    public static ImmutableArray<Option> Rows(WhyTree tree, IEnumerable<Row> rows)
    {
        var all = rows.ToList();
        var shown = all.Count <= 100 ? all : [.. all.OrderByDescending(row => row.Cause.Number).Take(100)];
        return [.. shown.Select(row => new Option(row.Cause.Id, Typed.Clip($"{row.Mark} {row.Cause.Text}", 74)))];
    }

    private static IEnumerable<TextField> FactFields(Problem problem) =>
    [
        Fact("metric", "Which number shows it?", "For example: revenue growth, quarter on quarter", problem.Metric),
        Fact("baseline", "What was it, and what is it now?", "For example: 19.9 % in Q2, 5.2 % in Q4", problem.Baseline),
        Fact("when", "Since when?", "A date, a release, a quarter", problem.When),
        Fact("where", "Where does it happen, and where not?", "A product, a market, a team", problem.Where),
        Fact("source", "Where is the number from?", "A report or a dashboard, and its date", problem.Source),
    ];

    private static TextField Fact(string name, string label, string hint, string? value) =>
        new(name, label, Limits.Fact, TextSize.Line, value ?? "") { Hint = hint, Answering = Answering.Optional };
}
