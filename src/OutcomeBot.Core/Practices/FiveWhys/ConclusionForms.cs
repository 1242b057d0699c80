using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>The forms that read back, end, amend and go on.</summary>
internal static class ConclusionForms
{
    /// <summary>A yes or no for every step that was read back.</summary>
    public static Form Steps(Subject subject, WhyTree tree, ImmutableArray<Cause> links, string argument) => new(
        "Does each step hold?", "Save answers", subject.Press(PressVerb.Steps, argument),
        "Read each with therefore between the two.",
        [
            .. links.Select(cause => new ChoiceField(cause.Id, Typed.Clip($"{Wording.Sentence(cause.Text)} THEREFORE {Leads(tree, cause)}", 200),
                [new("yes", "Yes, it holds"), new("no", "No, it doesn't hold"), new("skip", "I can't tell")], "yes")),
            new TextField("missing", "If a step doesn't hold: what's missing?", Limits.Note, TextSize.Paragraph) { Answering = Answering.Optional },
        ]);

    public static Form Conclude(Subject subject, WhyTree tree, ImmutableArray<string> categories)
    {
        var eligible = tree.Eligible().Select(cause => cause.Id).ToHashSet(StringComparer.Ordinal);
        var roots = FiveWhysForms.Rows(tree, tree.Rows().Where(row => eligible.Contains(row.Cause.Id)));
        var was = tree.Reopenings.LastOrDefault()?.Was;
        return new Form("Conclude", "Conclude", subject.Press(PressVerb.Conclude), Advice(tree),
        [
            new SeveralField("roots", "Root causes", roots, [.. roots.Select(root => root.Value).Where(id => was is not null ? was.RootCauses.Contains(id) : eligible.Count == 1)]),
            new ChoiceField("category", "What kind of cause is it?", FiveWhysForms.Options(categories), Filed(tree, eligible, categories)),
            new ChoiceField("reach", "Can you change it?",
            [
                new(nameof(Reach.Ours), "Yes, it's ours"),
                new(nameof(Reach.Influence), "We can influence it"),
                new(nameof(Reach.Outside), "No, it's outside our reach"),
            ], was?.Reach.ToString()),
            .. Measure(tree.Countermeasures.Length > 0 ? Answering.Optional : Answering.Required),
            new TextField("metric", "How will you know that it helped?", Limits.Note, Value: was?.Metric ?? "") { Hint = "A number and where it should be: lead time under 31 days" },
            new DateField("check", "Check on", was?.CheckOn),
            new TextField("stop", "Why stop here?", Limits.Note, TextSize.Paragraph, was?.WhyStop ?? "") { Answering = Answering.Optional, Hint = "Needed when the stop rule says to ask on." },
        ]);
    }

    public static Form Countermeasure(Subject subject) => new(
        "Add a countermeasure", "Add countermeasure", subject.Press(PressVerb.Measure),
        "What will be done, by whom, by when?", [.. Measure(Answering.Required)]);

    public static Form Amend(Subject subject, Concluded concluded) => new(
        "Amend", "Save amendment", subject.Press(PressVerb.Amend),
        "Both wordings stay on the card, with your name and reason.",
        [
            new ChoiceField("of", "Which text?",
            [
                new(FiveWhys.Amend.Problem, Typed.Clip($"Problem: {concluded.Tree.Problem.Statement}", 74)),
                new(FiveWhys.Amend.Metric, Typed.Clip($"How we'll know: {concluded.Conclusion.Metric}", 74)),
                .. concluded.Tree.Countermeasures.Select(measure => new Option(measure.Id, Typed.Clip($"Countermeasure: {measure.Text}", 74))),
                .. FiveWhysForms.Rows(concluded.Tree, concluded.Tree.Rows()).Take(98 - concluded.Tree.Countermeasures.Length),
            ]),
            new TextField("text", "How should it read?", Limits.Answer, TextSize.Paragraph),
            new TextField("why", "Why does it change?", Limits.Note),
        ]);

    public static Form Reopen(Subject subject) => new(
        "Reopen", "Reopen it", subject.Press(PressVerb.Reopen),
        "Everything stays as it is, and answering goes on.",
        [new TextField("reason", "What's new?", Limits.Note, TextSize.Paragraph)]);

    public static Form Abandon(Subject subject) => new(
        "Abandon", "Abandon it", subject.Press(PressVerb.Abandon),
        "Nothing is deleted: the tree stays here with your reason, and you can reopen it.",
        [new TextField("reason", "Why stop without a conclusion?", Limits.Note, TextSize.Paragraph)]);

    public static Form HandOver(Subject subject, WhyTree tree) => new(
        "Hand over", "Hand over", subject.Press(PressVerb.HandOver),
        $"The facilitator refutes, concludes and abandons. Now: {tree.Facilitator}.",
        [new PersonField("to", "Who takes over?")]);

    public static Form Categories(Press press, ImmutableArray<string> categories) => new(
        "Categories", "Save the list", press,
        "One category on each line. What is filed already keeps its category.",
        [new TextField("categories", "Categories", 2000, TextSize.Paragraph, string.Join('\n', categories))]);

    public static Form Import(Press press) => new(
        "Import an analysis", "Import", press,
        "Choose the JSON file of an export. It comes back as it was, in this channel.",
        [new FileField("file", "The file", ["json"], FiveWhysExport.LongestFile)]);

    private static IEnumerable<Field> Measure(Answering answering) =>
    [
        new TextField("measure", "Countermeasure", Limits.Note, TextSize.Paragraph) { Answering = answering, Hint = "What will be different afterwards, and not only remembered?" },
        new PersonField("owner", "Owner") { Answering = answering },
        new DateField("due", "Done by") { Answering = answering },
        new ChoiceField("strength", "How strong is it?",
        [
            new(nameof(ActionStrength.Stronger), "Stronger: the system can't do the old thing"),
            new(nameof(ActionStrength.Intermediate), "Intermediate: the right thing becomes easier"),
            new(nameof(ActionStrength.Weaker), "Weaker: people are told, trained or reminded"),
        ]) { Answering = answering },
    ];

    private static string Leads(WhyTree tree, Cause cause) =>
        Wording.Clause(tree.Find(cause.Parent)?.Text ?? ProblemWords.Statement(tree.Problem));

    private static Words Advice(WhyTree tree)
    {
        var advice = tree.Rows().Where(row => tree.Eligible().Contains(row.Cause)).Take(5).Select(row => $"{row.Mark}: {StopRule.Of(tree, row.Cause).Sentence}");
        return string.Join('\n', advice);
    }

    private static string? Filed(WhyTree tree, HashSet<string> eligible, ImmutableArray<string> categories) =>
        tree.Causes.Where(cause => eligible.Contains(cause.Id) && cause.Category is not null).Select(cause => cause.Category).FirstOrDefault(category => categories.Contains(category!));
}
