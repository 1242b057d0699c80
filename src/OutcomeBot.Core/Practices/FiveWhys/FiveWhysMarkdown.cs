using System.Text;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;
using static OutcomeBot.Core.Language.Markdown;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>An analysis as a page of Markdown. What people typed is text there too: no markup, no mention, no HTML.</summary>
internal static class FiveWhysMarkdown
{
    public static string Of(FiveWhysState state, WhyTree tree, Instant now)
    {
        var page = new StringBuilder();
        page.Append($"# {Safe(ProblemWords.Question(tree.Problem))}\n\n{Safe(StateLine(state, tree))}\n");
        Problem(page, tree);
        if (state is Concluded concluded) Conclusion(page, concluded);
        Measures(page, tree);
        Causes(page, tree);
        Readback(page, tree);
        History(page, tree);
        return page.Append($"\nExported {Safe(CardText.Of(now))}. Analysis {tree.Id}.\n").ToString();
    }

    private static string StateLine(FiveWhysState state, WhyTree tree) => state switch
    {
        Open => $"Open since {CardText.Of(tree.OpenedAt)}. Facilitator: {tree.Facilitator.Name}.",
        Concluded(_, var conclusion) => $"Concluded by {conclusion.By.Name}, {CardText.Of(conclusion.At)}. Facilitator: {tree.Facilitator.Name}.",
        Abandoned(_, var reason, var by, var at) => $"Abandoned by {by.Name}, {CardText.Of(at)}: {reason}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static void Problem(StringBuilder page, WhyTree tree)
    {
        var problem = tree.Problem;
        page.Append($"\n## Problem\n\n{Safe(problem.Statement)}\n\n");
        foreach (var (label, fact) in new[] { ("Metric", problem.Metric), ("Baseline", problem.Baseline), ("When", problem.When), ("Where", problem.Where), ("Source", problem.Source) })
            page.Append($"- {label}: {(fact is null ? "not said" : Safe(fact))}\n");
        page.Append($"- Took part: {Safe(string.Join(", ", tree.Participants.Select(person => person.Name)))}\n");
    }

    private static void Conclusion(StringBuilder page, Concluded concluded)
    {
        page.Append("\n## Root causes\n\n");
        foreach (var cause in ConclusionCards.RootCauses(concluded))
        {
            page.Append($"- {Safe(ConclusionCards.CausalStatement(concluded.Tree, cause))} ({Safe(cause.Category ?? "no category")}, {CauseWords.Of(concluded.Conclusion.Reach)})\n");
            if (cause.Seen is { } seen) page.Append($"  - {Safe(CauseWords.Of(seen).ToString())}\n");
        }

        if (concluded.Conclusion.WhyStop is { } stop) page.Append($"\nWhy it stopped here: {Safe(stop)}\n");
        page.Append($"\n## Effectiveness check\n\n{Safe(CardText.Of(concluded.Conclusion.CheckOn))}: {Safe(concluded.Conclusion.Metric)}\n");
        if (concluded.Conclusion.Effect is { } effect) page.Append($"\n{ConclusionCards.Verdict(effect.Helped)}: {Safe(effect.Text)} ({Safe(effect.By.Name)}, {Safe(CardText.Of(effect.At))})\n");
    }

    private static void Measures(StringBuilder page, WhyTree tree)
    {
        if (tree.Countermeasures.Length == 0) return;
        page.Append("\n## Countermeasures\n\n| What | How strong | Owner | Due | State |\n|---|---|---|---|---|\n");
        foreach (var measure in tree.Countermeasures)
            page.Append($"| {Safe(measure.Text)} | {CauseWords.Of(measure.Strength)} | {Safe(measure.Owner.Name)} | {Safe(CardText.Of(measure.Due))} | {Safe(measure.End is { } end ? CauseWords.Of(end).ToString() : "to be done")} |\n");
        if (ConclusionCards.IsWeak(tree)) page.Append($"\n{ConclusionCards.AllWeak}\n");
    }

    private static void Causes(StringBuilder page, WhyTree tree)
    {
        page.Append("\n## Causes\n\n");
        if (tree.Causes.Length == 0) page.Append("Nobody answered.\n");
        foreach (var row in tree.Rows())
        {
            var indent = new string(' ', 2 * (row.Depth - 1));
            var text = row.Cause.IsRefuted ? $"~~{Safe(row.Cause.Text)}~~" : Safe(row.Cause.Text);
            page.Append($"{indent}- **{row.Mark}** {text} ({Safe(CauseWords.Quiet(tree, row.Cause).ToString())})\n");
            foreach (var evidence in row.Cause.Evidence) page.Append($"{indent}  - {Of(evidence)}\n");
            if (row.Cause.GoAndSee?.Finding is { } finding) page.Append($"{indent}  - Seen by {Safe(finding.By.Name)}: {Safe(finding.Text)}\n");
            foreach (var revision in row.Cause.Revisions) page.Append($"{indent}  - Before {Safe(revision.By.Name)} reworded it, {Safe(CardText.Of(revision.At))}: {Safe(revision.Was)}\n");
        }
    }

    private static void Readback(StringBuilder page, WhyTree tree)
    {
        if (tree.Leaves().Length == 0) return;
        page.Append("\n## Read back\n\n");
        foreach (var chain in ReadBack.Of(tree))
            page.Append($"- {Safe(Wording.Sentence(chain.Causes[0].Text))}{string.Concat(chain.Causes.Select(cause => $" THEREFORE {Safe(Wording.Clause(tree.Find(cause.Parent)?.Text ?? ProblemWords.Statement(tree.Problem)))}."))}\n");
    }

    private static void History(StringBuilder page, WhyTree tree)
    {
        if (tree.Amendments.Length + tree.Reopenings.Length == 0) return;
        page.Append("\n## Changed later\n\n");
        foreach (var again in tree.Reopenings) page.Append($"- Reopened by {Safe(again.By.Name)}, {Safe(CardText.Of(again.At))}: {Safe(again.Reason)}\n");
        foreach (var amendment in tree.Amendments)
        {
            page.Append($"- Amended by {Safe(amendment.By.Name)}, {Safe(CardText.Of(amendment.At))}: {Safe(ConclusionCards.NameOf(tree, amendment.Of))} ");
            page.Append($"read \"{Safe(amendment.Was)}\", now \"{Safe(amendment.Now)}\". Why: {Safe(amendment.Why)}\n");
        }
    }

    private static string Of(Evidence evidence)
    {
        var text = evidence.Kind == EvidenceKind.Link ? $"<{evidence.Text.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>" : Safe(evidence.Text);
        var source = evidence.Source is { } named ? $", source: {Safe(named)}" : "";
        return $"{CauseWords.Of(evidence.Kind)}: {text}{source} ({Safe(evidence.By.Name)}, {Safe(CardText.Of(evidence.At))})";
    }
}
