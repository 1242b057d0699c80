using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>The tree after a change: what grew, who did it, and what an undo would put back.</summary>
internal static class TreeFolding
{
    public static WhyTree After(WhyTree tree, FiveWhysChange change)
    {
        var grown = Grown(tree, change);
        if (change is Nudged or MeasureNudged or CheckNudged or PageLinked) return grown;
        var known = grown.Participants.Any(person => person.Is(change.By));
        return grown with
        {
            Participants = known ? grown.Participants : grown.Participants.Add(change.By),
            FacilitatorActedAt = grown.IsFacilitator(change.By) ? change.At : grown.FacilitatorActedAt,
            Last = StepWords.Of(tree, grown, change) with { Before = Undoing.Of(tree, grown, change) },
        };
    }

    private static WhyTree Grown(WhyTree tree, FiveWhysChange change) => change switch
    {
        FactsAdded facts => tree with { Problem = facts.Problem },
        ProblemReworded reworded => ProblemAs(tree, reworded.Text, reworded, null),
        Answered answered => Add(tree, Born(answered)),
        CauseSplit split => Parts(split, tree).Aggregate(TextAs(tree, split.Cause, split.First, split, null), Add),
        Reworded reworded => With(TextAs(tree, reworded.Cause, reworded.Text, reworded, null), reworded.Cause, cause => cause with { Seen = reworded.Seen }),
        Withdrawn withdrawn => TakenBack(tree, withdrawn),
        FocusMoved moved => tree with { Focus = moved.Cause },
        EvidenceAttached attached => With(tree, attached.Cause, cause => Supported(cause, attached)),
        Contested contested => With(tree, contested.Cause, cause => Doubted(cause, contested)),
        WentAndSaw saw => Pruned(With(tree, saw.Cause, cause => Looked(cause, saw)), saw.Cause),
        Refuted refuted => Pruned(With(tree, refuted.Cause, cause => cause with { Judged = new Judgement(Standing.Refuted, refuted.By, refuted.At, refuted.Reason) }), refuted.Cause),
        Restored restored => With(tree, restored.Cause, cause => TakenIn(cause, restored)),
        GateSet { Cause: null } gate => tree with { Problem = tree.Problem with { Gate = gate.Gate } },
        GateSet gate => With(tree, gate.Cause!, cause => cause with { Gate = gate.Gate }),
        Categorised filed => With(tree, filed.Cause, cause => cause with { Category = filed.Category }),
        LinksHeld held => Each(tree, held.Causes, cause => cause with { Held = new Held(held.By, held.At) }),
        LinksDoubted doubted => Each(tree, doubted.Causes, cause => Doubted(cause, doubted)),
        CountermeasureAdded added => tree with { Countermeasures = tree.Countermeasures.Add(new(added.Id, added.Text, added.Owner, added.Due, added.Strength, added.By, added.At)) },
        MeasureEnded ended => Measured(tree, ended.Measure, measure => Ended(measure, ended)),
        MeasureNudged nudged => Measured(tree, nudged.Measure, measure => measure with { Nudges = Nudges.After(measure.Nudges, count => Reminding.At(measure with { Nudges = count }, tree.Clock()), nudged.At) }),
        ConclusionDrawn drawn => Each(tree, drawn.RootCauses, cause => Named(cause, drawn)),
        Amended amended => AmendmentFolding.After(tree, amended),
        FacilitatorChanged to => tree with { Facilitator = to.To, FacilitatorActedAt = to.At },
        Undone => Undoing.PutBack(tree),
        Nudged nudged => Undoing.AlsoBefore(With(tree, nudged.Cause, cause => Reminded(cause, nudged, tree.Clock())), nudged.Cause, cause => Reminded(cause, nudged, tree.Clock())),
        PageLinked linked => tree with { Links = tree.Links.Add(linked.To) },
        CauseHandedOn on => tree with { HandedOn = tree.HandedOn.Add(on.Cause) },
        Reopened or WasAbandoned or EffectFound or CheckNudged => tree,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The tree with one cause changed.</summary>
    public static WhyTree With(WhyTree tree, string id, Func<Cause, Cause> change) =>
        tree with { Causes = [.. tree.Causes.Select(cause => cause.Id == id ? change(cause) : cause)] };

    /// <summary>A cause in other words. The links on both its sides have to be read back again, and a doubt about the old words is settled.</summary>
    public static WhyTree TextAs(WhyTree tree, string id, string text, Change by, string? why) => tree with
    {
        Causes = [.. tree.Causes.Select(cause =>
            cause.Id == id ? Rephrased(cause, text, by, why)
            : cause.Parent == id && cause.Held is not null ? cause with { Held = null }
            : cause)],
    };

    /// <summary>The problem in other words: what leads to it has to be read back again.</summary>
    public static WhyTree ProblemAs(WhyTree tree, string text, Change by, string? why) => tree with
    {
        Problem = tree.Problem with { Statement = text, Revisions = tree.Problem.Revisions.Add(new Revision(tree.Problem.Statement, by.By, by.At, why)) },
        Causes = [.. tree.Causes.Select(cause => cause is { Parent: null, Held: not null } ? cause with { Held = null } : cause)],
    };

    private static Cause Rephrased(Cause cause, string text, Change by, string? why) => cause with
    {
        Text = text,
        Held = null,
        Judged = cause is { Standing: Standing.Contested, IsWaiting: false } ? null : cause.Judged,
        Revisions = cause.Revisions.Add(new Revision(cause.Text, by.By, by.At, why)),
    };

    private static WhyTree Each(WhyTree tree, ImmutableArray<string> ids, Func<Cause, Cause> change) =>
        ids.Aggregate(tree, (grown, id) => With(grown, id, change));

    private static WhyTree Add(WhyTree tree, Cause cause) => tree with
    {
        Causes = tree.Causes.Add(cause),
        Numbered = Math.Max(tree.Numbered, cause.Number),
    };

    private static Cause Born(Answered answered) => new()
    {
        Id = answered.Id,
        Parent = answered.Parent,
        Text = answered.Text,
        By = answered.By,
        At = answered.At,
        Message = answered.Message,
        Seen = answered.Seen,
    };

    private static IEnumerable<Cause> Parts(CauseSplit split, WhyTree tree)
    {
        var whole = tree.Find(split.Cause)!;
        return split.Others.Select(part => new Cause { Id = part.Id, Parent = whole.Parent, Text = part.Text, By = whole.By, At = split.At });
    }

    private static WhyTree TakenBack(WhyTree tree, Withdrawn withdrawn)
    {
        var cause = tree.Find(withdrawn.Cause)!;
        var isBuiltOn = cause.Evidence.Length > 0 || tree.ChildrenOf(cause.Id).Any();
        return isBuiltOn
            ? With(tree, cause.Id, kept => kept with { Judged = new Judgement(Standing.Contested, withdrawn.By, withdrawn.At, "Taken back after others had built on it.") })
            : tree with { Causes = tree.Causes.Remove(cause), Focus = tree.Focus == cause.Id ? cause.Parent : tree.Focus };
    }

    private static Cause Supported(Cause cause, EvidenceAttached attached) => cause with
    {
        Evidence = cause.Evidence.Add(new Evidence(attached.Kind, attached.Text, attached.Source, attached.By, attached.At)),
        Judged = cause.Standing == Standing.Proposed ? new Judgement(Standing.Supported, attached.By, attached.At) : cause.Judged,
    };

    private static Cause Doubted(Cause cause, Contested contested) => cause with
    {
        Judged = new Judgement(Standing.Contested, contested.By, contested.At, contested.Reason),
        GoAndSee = contested is { Owner: { } owner, Due: { } due } ? new GoAndSee(owner, due, contested.By, contested.At) : cause.GoAndSee,
    };

    private static Cause Doubted(Cause cause, LinksDoubted doubted) => cause with
    {
        Held = null,
        Judged = new Judgement(Standing.Contested, doubted.By, doubted.At, doubted.Missing),
    };

    private static Cause Looked(Cause cause, WentAndSaw saw) => cause with
    {
        GoAndSee = cause.GoAndSee! with { Finding = new Finding(saw.Text, saw.Outcome, saw.By, saw.At) },
        Judged = saw.Outcome switch
        {
            FindingOutcome.Supports => new Judgement(Standing.Supported, saw.By, saw.At, saw.Text),
            FindingOutcome.Refutes => new Judgement(Standing.Refuted, saw.By, saw.At, saw.Text),
            FindingOutcome.Unclear => cause.Judged,
            _ => throw new System.Diagnostics.UnreachableException(),
        },
    };

    private static Cause Reminded(Cause cause, Nudged nudged, DateTimeZone zone) => cause.GoAndSee is { } task
        ? cause with { GoAndSee = task with { Nudges = Nudges.After(task.Nudges, count => Reminding.At(task with { Nudges = count }, zone), nudged.At) } }
        : cause;

    private static Cause TakenIn(Cause cause, Restored restored) => cause with
    {
        Judged = cause.Evidence.Length > 0 ? new Judgement(Standing.Supported, restored.By, restored.At) : null,
    };

    private static WhyTree Measured(WhyTree tree, string id, Func<Countermeasure, Countermeasure> change) =>
        tree with { Countermeasures = [.. tree.Countermeasures.Select(measure => measure.Id == id ? change(measure) : measure)] };

    private static Countermeasure Ended(Countermeasure measure, MeasureEnded ended) => measure with
    {
        End = ended.Outcome is { } outcome ? new MeasureEnd(outcome, ended.Note, ended.By, ended.At) : null,
    };

    private static Cause Named(Cause cause, ConclusionDrawn drawn) => cause with
    {
        Category = cause.Category ?? drawn.Category,
        Seen = drawn.Seen.GetValueOrDefault(cause.Id) ?? cause.Seen,
    };

    /// <summary>Nobody asks for the why of what has been refuted: the question goes back to what it was to explain.</summary>
    private static WhyTree Pruned(WhyTree tree, string id) =>
        tree.Find(tree.Focus) is { } focus && !tree.IsAlive(focus) ? tree with { Focus = tree.Find(id)!.Parent } : tree;
}
