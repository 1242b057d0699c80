using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>The forms that say what became of it.</summary>
internal static class FollowUpForms
{
    public static Form Done(Subject subject, WhyTree tree, string? measure) => new(
        "What became of it?", "Save", subject.Press(PressVerb.Done),
        "It stands on the card with your name. Whether it helped is a question of its own, on the day of the effectiveness check.",
        [
            new ChoiceField("measure", "Countermeasure",
                [.. tree.Countermeasures.OrderBy(one => one.End is not null).Select(one => new Option(one.Id, Typed.Clip(one.Text, 74)))],
                measure ?? tree.Countermeasures.FirstOrDefault(one => one.End is null)?.Id),
            new ChoiceField("outcome", "Is it done?",
            [
                new(nameof(MeasureEnding.Done), "Yes, it's done"),
                new(nameof(MeasureEnding.Dropped), "No, and it won't be: it's dropped"),
                new(nameof(MeasureEnding.Open), "No, it's still to be done"),
            ], nameof(MeasureEnding.Done)),
            new TextField("note", "What is different now?", Limits.Note, TextSize.Paragraph) { Answering = Answering.Optional, Hint = "Needed when it is dropped: why?" },
        ]);

    public static Form Check(Subject subject, Concluded? concluded) => new(
        "Did it help?", "Save", subject.Press(PressVerb.Check),
        concluded is null ? (Words)"" : $"The conclusion said: {concluded.Conclusion.Metric}.",
        [
            new ChoiceField("helped", "Did it help?",
            [
                new(nameof(Helped.Yes), "Yes: the number is where it was to be"),
                new(nameof(Helped.Partly), "In part: it moved, and isn't there yet"),
                new(nameof(Helped.No), "No: it didn't move, or moved the wrong way"),
            ], concluded?.Conclusion.Effect?.Helped.ToString()),
            new TextField("text", "What do you see?", Limits.Note, TextSize.Paragraph, concluded?.Conclusion.Effect?.Text ?? "") { Hint = "The number now, its date, and where it comes from" },
        ]);

    /// <summary>What the form's choice means for the countermeasure; null for one that is to be done still.</summary>
    public static MeasureOutcome? OutcomeOf(MeasureEnding ending) => ending switch
    {
        MeasureEnding.Done => MeasureOutcome.Done,
        MeasureEnding.Dropped => MeasureOutcome.Dropped,
        MeasureEnding.Open => null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>The choices of the form.</summary>
internal enum MeasureEnding
{
    Done,
    Dropped,
    Open,
}
