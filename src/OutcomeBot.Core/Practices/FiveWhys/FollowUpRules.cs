using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>What becomes of countermeasures, and whether they helped. Anybody may say so: it stands there with the name.</summary>
internal static class FollowUpRules
{
    public static Decision Of(WhyTree tree, EndMeasure end) =>
        (tree.Countermeasures.FirstOrDefault(measure => measure.Id == end.Measure), end.Outcome, Typed.Line(end.Note)) switch
        {
            (null, _, _) => new Refusal("That countermeasure isn't here any more. Choose another.", "measure"),
            (_, _, { Length: > Limits.Note }) => new Refusal($"Keep it under {Limits.Note} characters.", "note"),
            ({ End: null }, null, _) => new Refusal("It's open already."),
            ({ End: { } was }, { } outcome, _) when was.Outcome == outcome => new Refusal($"{was.By.Name} has said so already, {was.At.InZone(end.Clock.Zone).Date:d MMMM}.", "measure"),
            (_, MeasureOutcome.Dropped, { Length: 0 }) => new Refusal("Say why it is dropped: others agreed to it.", "note"),
            var (_, outcome, note) => new MeasureEnded(end.Measure, outcome, note.Length == 0 ? null : note) { By = end.By, At = end.At },
        };

    public static Decision Of(WhyTree tree, NudgeMeasure nudge) => tree.Countermeasures.FirstOrDefault(measure => measure.Id == nudge.Measure) is { End: null } measure
        && Reminding.At(measure, tree.Clock()) <= nudge.At
            ? new MeasureNudged(nudge.Measure) { By = nudge.By, At = nudge.At }
            : Decision.Of();

    public static Decision Of(Conclusion conclusion, ReportEffect report) => (report.Helped, Typed.Line(report.Text)) switch
    {
        (null, _) => new Refusal("Choose whether it helped.", "helped"),
        (_, { Length: 0 }) => new Refusal("Say what you see: the number now, and where it comes from.", "text"),
        (_, { Length: > Limits.Note }) => new Refusal($"Keep it under {Limits.Note} characters.", "text"),
        var (helped, text) when conclusion.Effect is { } was && was.Helped == helped && was.Text == text => new Refusal("That's on record already."),
        var (helped, text) => new EffectFound(helped.Value, text) { By = report.By, At = report.At },
    };

    public static Decision Of(Concluded concluded, NudgeCheck nudge) => concluded.Conclusion.Effect is null && Reminding.At(concluded.Conclusion, concluded.Tree.Clock()) <= nudge.At
        ? new CheckNudged { By = nudge.By, At = nudge.At }
        : Decision.Of();
}
