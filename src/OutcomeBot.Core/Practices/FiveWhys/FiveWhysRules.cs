using System.Collections.Immutable;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>What may happen to an analysis, state by state.</summary>
public static class FiveWhysRules
{
    public static Decision Decide(FiveWhysState state, Command command) => (state, command) switch
    {
        (Unasked, AskWhy ask) => ProblemRules.Of(ask),
        (Unasked, KeepDraft keep) => new Drafted(Typed.Clip(Typed.Line(keep.Text), Limits.Note)) { By = keep.By, At = keep.At },
        (Unasked, Import import) => new Imported(import.State) { By = import.By, At = import.At },
        (Unasked or Settings, SetCategories set) => Categories(set),
        (Unasked or Settings, _) => new Refusal("There's no analysis here. Start one with the word why and your question."),

        (Open(var tree), AddFacts facts) => ProblemRules.Of(tree, facts),
        (Open(var tree), RewordProblem reword) => ProblemRules.Of(tree, reword),
        (Open(var tree), Answer answer) => AnswerRules.Of(tree, answer),
        (Open(var tree), SplitUp split) => AnswerRules.Of(tree, split),
        (Open(var tree), Reword reword) => AnswerRules.Of(tree, reword),
        (Open(var tree), Withdraw withdraw) => AnswerRules.Of(tree, withdraw),
        (Open(var tree), AskNext next) => AnswerRules.Of(tree, next),
        (Open(var tree), SetGate gate) => AnswerRules.Of(tree, gate),
        (Open(var tree), Categorise file) => AnswerRules.Of(tree, file),
        (Open(var tree), AttachEvidence attach) => EvidenceRules.Of(tree, attach),
        (Open(var tree), Contest contest) => EvidenceRules.Of(tree, contest),
        (Open(var tree), ReportFinding report) => EvidenceRules.Of(tree, report),
        (Open(var tree), Refute refute) => EvidenceRules.Of(tree, refute),
        (Open(var tree), Restore restore) => EvidenceRules.Of(tree, restore),
        (Open(var tree), Nudge nudge) => EvidenceRules.Of(tree, nudge),
        (Open(var tree), HoldLinks hold) => ReadBackRules.Of(tree, hold),
        (Open(var tree), DoubtLinks doubt) => ReadBackRules.Of(tree, doubt),
        (Open(var tree), Undo undo) => FacilitatorRules.Of(tree, undo),
        (Open(var tree), Conclude conclude) => ConclusionRules.Of(tree, conclude),
        (Open(var tree), Abandon abandon) => FacilitatorRules.Of(tree, abandon),
        (Open, Reopen) => new Refusal("It's open already: anybody can answer in its thread."),
        (Open, Amend) => new Refusal("It isn't concluded yet, so nothing needs amending: reword the answer instead."),

        (Open or Concluded, EndMeasure end) when state.Known is { } tree => FollowUpRules.Of(tree, end),
        (Open or Concluded, NudgeMeasure nudge) when state.Known is { } tree => FollowUpRules.Of(tree, nudge),
        (Abandoned, NudgeMeasure) => Decision.Of(),
        (Concluded(_, var conclusion), ReportEffect report) => FollowUpRules.Of(conclusion, report),
        (Concluded concluded, NudgeCheck nudge) => FollowUpRules.Of(concluded, nudge),
        (Open or Abandoned, NudgeCheck) => Decision.Of(),
        (Open, ReportEffect) => new Refusal("It isn't concluded, so there's nothing to check yet."),

        (Open or Concluded or Abandoned, KeepLink link) when state.Known is { } tree => LinkRules.Of(tree, link),
        (Concluded concluded, HandOn hand) => LinkRules.Of(concluded, hand),
        (Open, HandOn) => new Refusal("Conclude first: only a root cause that was read back becomes an obstacle."),

        (Concluded concluded, Amend amend) => ConclusionRules.Of(concluded, amend),
        (Concluded concluded, Reword reword) => ConclusionRules.Of(concluded, reword),
        (Concluded(var tree, _), Withdraw) => new Refusal($"This is concluded, so the answer stays on record. {tree.Facilitator.Name} can reopen it."),
        (Concluded(var tree, _), Reopen reopen) => FacilitatorRules.Of(tree, reopen),
        (Concluded(_, var conclusion), Conclude) => new Refusal($"{conclusion.By.Name} has concluded it already. Amend the texts, or reopen it first."),
        (Concluded, Nudge) or (Abandoned, Nudge) => Decision.Of(),

        (Abandoned(var tree, _, _, _), Reopen reopen) => FacilitatorRules.Of(tree, reopen),
        (Abandoned(_, _, var by, _), Abandon) => new Refusal($"{by.Name} has abandoned it already."),

        (Open or Concluded, AddCountermeasure add) when state.Known is { } tree => ConclusionRules.Of(tree, add),
        (Open or Concluded or Abandoned, ChangeFacilitator change) when state.Known is { } tree => FacilitatorRules.Of(tree, change),

        (Concluded(var tree, _), _) => new Refusal($"This is concluded. Amend a text, or ask {tree.Facilitator.Name} to reopen it."),
        (Abandoned(var tree, _, var by, _), _) => new Refusal($"{by.Name} abandoned this, so nothing was changed. {tree.Facilitator.Name} can reopen it."),
        (Open, AskWhy or Import or KeepDraft or SetCategories) => new Refusal("There's an analysis here already. Start the new one in the channel, with the word why and your question."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Decision Categories(SetCategories set)
    {
        var names = set.Categories.Select(Typed.Line).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        return names switch
        {
            { Length: < 2 } => new Refusal("Name at least two categories, each on its own line.", "categories"),
            { Length: > Limits.Categories } => new Refusal($"Keep it to {Limits.Categories} categories: a list that people can take in at a glance.", "categories"),
            _ when names.FirstOrDefault(name => name.Length > Limits.Category) is { } longest =>
                new Refusal($"\"{Typed.Clip(longest, 30)}\" is too long: a category has at most {Limits.Category} characters.", "categories"),
            _ => new CategoriesSet(names) { By = set.By, At = set.At },
        };
    }
}
