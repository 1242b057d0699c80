using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>The forms about factors.</summary>
internal static class FactorForms
{
    private const int Named = 6;

    private static readonly ImmutableArray<Option> s_screens = [.. Enum.GetValues<Screen>().Select(screen => new Option(screen.ToString(), Wordings.Of(screen)))];

    public static Form Propose(Scene scene) => new(
        "Propose a factor", "Propose", scene.Subject.Press(PressVerb.Propose),
        scene.State is Collecting ? "Only whoever leads sees it until all candidates are shown." : "Everybody sees it.",
        Fields(scene, null));

    public static Form Reword(Scene scene, Candidate candidate) => new(
        "Word it anew", "Save", scene.Subject.Press(PressVerb.Reword, candidate.Id), "The wording is frozen while a round is open.", Fields(scene, candidate));

    public static Form Merge(Subject subject, WeightingSession session)
    {
        var options = InPlay(session);
        return new Form("Merge factors", "Merge", subject.Press(PressVerb.Merge), "These mean the same. One wording stays, and it's noted what went into it.",
        [
            new SeveralField("same", "Which mean the same?", options, []),
            new ChoiceField("into", "Whose wording stays?", options, options[0].Value),
            new TextField("note", "A note for those who proposed them", Limits.Note) { Answering = Answering.Optional },
        ]);
    }

    public static Form Aside(Subject subject, WeightingSession session) => new(
        "Set a factor aside", "Set aside", subject.Press(PressVerb.Aside), "It isn't voted on, and stays visible with the reason.",
        [new ChoiceField("factor", "Which one?", InPlay(session)), new TextField("reason", "Why?", Limits.Note)]);

    private static ImmutableArray<Option> InPlay(WeightingSession session) =>
        [.. session.Candidates.Where(candidate => candidate.Standing == Standing.InPlay).Select(candidate => new Option(candidate.Id, Typed.Clip($"{candidate.Name}: {candidate.Meaning}", 74)))];

    private static ImmutableArray<Field> Fields(Scene scene, Candidate? known) =>
    [
        new TextField("name", "The factor, in a few words", Limits.Name, TextSize.Line, known?.Name ?? "") { Hint = "Lead time" },
        new TextField("meaning", "What do you mean by it?", Limits.Meaning, TextSize.Paragraph, known?.Meaning ?? "") { Hint = "Days from a customer's request until they use it" },
        new TextField("metric", "Which metric measures it?", MetricName.Longest, TextSize.Line, known?.Metric ?? "") { Answering = Answering.Optional, Hint = Known(scene) },
        new TextField("worst", "The worst level that's realistic", 40, TextSize.Line, Level(known?.WorstLevel, known)) { Answering = Answering.Optional, Hint = "120 days" },
        new TextField("best", "The best level that's realistic", 40, TextSize.Line, Level(known?.BestLevel, known)) { Answering = Answering.Optional, Hint = "30 days. A weight says what it's worth to get from worst to best." },
        new SeveralField("passes", "What is true of it?", s_screens, [.. (known?.Passes ?? []).Select(screen => screen.ToString())]) { Answering = Answering.Optional, Hint = "What you leave open stands beside the factor as a question." },
    ];

    private static string Level(decimal? level, Candidate? known) => level is { } value ? Quantity.Text(value, known!.Unit) : "";

    private static string Known(Scene scene) => scene.Readings.Metrics.Values.Select(metric => metric.Name).Order(StringComparer.OrdinalIgnoreCase).Take(Named).ToArray() is { Length: > 0 } names
        ? $"In use here: {string.Join(", ", names)}. Or a new one by its name."
        : "By its name, such as lead-time. Without one it's kept aside until there is.";
}
