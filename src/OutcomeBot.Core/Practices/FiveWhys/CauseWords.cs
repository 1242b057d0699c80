using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>A cause, its standing and what is done about it, in words.</summary>
internal static class CauseWords
{
    /// <summary>The quiet line under a cause: who, how it stands, and what that rests on.</summary>
    public static Words Quiet(WhyTree tree, Cause cause)
    {
        var words = Standing(cause);
        if (cause.Evidence.Length > 0) words += $" · {FiveWhysCards.Count(cause.Evidence.Length, "piece of evidence", "pieces of evidence")}";
        if (GoingToSee(cause) is { } going) words += going;
        if (Gate(tree, cause.Id) is { } gate) words += $" · its causes: {gate}";
        if (cause.Category is not null) words += $" · {cause.Category}";
        if (cause.Held is not null) words += " · step holds";
        if (cause.Revisions is [.., { } last]) words += Words.Add(" · reworded by ", $"{last.By}");
        if (cause.Seen is { } seen) words += Words.Add(" · ", Of(seen));
        return words;
    }

    public static CauseMark Mark(Cause cause) => cause.Standing switch
    {
        FiveWhys.Standing.Proposed => CauseMark.Proposed,
        FiveWhys.Standing.Supported => CauseMark.Supported,
        FiveWhys.Standing.Contested => CauseMark.Contested,
        FiveWhys.Standing.Refuted => CauseMark.Refuted,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>How the causes of something belong together; null while there are fewer than two.</summary>
    public static string? Gate(WhyTree tree, string? id) => tree.ChildrenOf(id).Count(cause => !cause.IsRefuted) < 2 ? null : tree.GateOf(id) switch
    {
        Branching.And => "AND, all are needed together",
        Branching.Or => "OR, each alone is enough",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Words Of(Seen seen) => seen.On is { } on
        ? (Words)$"seen before in \"{seen.Title}\" (concluded {on})"
        : $"seen before in \"{seen.Title}\"";

    public static Words Of(Countermeasure measure)
    {
        Words agreed = $"{"Countermeasure":strong} · {measure.Text} ({Of(measure.Strength)}) · {measure.Owner}, due {measure.Due}";
        return measure.End is { } end ? agreed + Words.Add(" · ", Of(end)) : agreed;
    }

    public static Words Of(MeasureEnd end) => end.Note is { } note
        ? (Words)$"{Of(end.Outcome)}, {end.By}, {end.At}: {note}"
        : $"{Of(end.Outcome)}, {end.By}, {end.At}";

    public static string Of(MeasureOutcome outcome) => outcome switch
    {
        MeasureOutcome.Done => "done",
        MeasureOutcome.Dropped => "dropped",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(ActionStrength strength) => strength switch
    {
        ActionStrength.Stronger => "stronger action",
        ActionStrength.Intermediate => "intermediate action",
        ActionStrength.Weaker => "weaker action",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(Reach reach) => reach switch
    {
        Reach.Ours => "ours to change",
        Reach.Influence => "ours to influence",
        Reach.Outside => "outside our reach",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Number => "Number",
        EvidenceKind.Link => "Link",
        EvidenceKind.Quotation => "Quotation",
        EvidenceKind.Observation => "Observation",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Words Standing(Cause cause) => cause.Judged switch
    {
        null => (Words)$"{cause.By}, {cause.At} · Proposed",
        { Reason: { } reason } judged => $"{cause.By} · {judged.Is.ToString()} by {judged.By}, {judged.At}: {reason}",
        var judged => $"{cause.By} · {judged.Is.ToString()} by {judged.By}, {judged.At}",
    };

    private static Words? GoingToSee(Cause cause) => cause.GoAndSee switch
    {
        null => null,
        { Finding: { } finding } => (Words)$" · {finding.By} went and saw",
        { IsOverdue: true } task => $" · {task.Owner} goes and sees, was due {task.Due}: overdue",
        var task => $" · {task.Owner} goes and sees by {task.Due}; this branch waits",
    };
}
