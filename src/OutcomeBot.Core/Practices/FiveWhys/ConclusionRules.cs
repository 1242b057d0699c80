using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>What it takes to conclude, and what may be added or amended afterwards.</summary>
internal static class ConclusionRules
{
    public static Decision Of(WhyTree tree, Conclude conclude) =>
        NotTheirs(tree, conclude)
        ?? WrongRoots(tree, conclude)
        ?? NotReadBack(tree, conclude.RootCauses)
        ?? Unfiled(conclude)
        ?? TooEarly(tree, conclude)
        ?? Unanswered(tree, conclude)
        ?? Unchecked(conclude)
        ?? Drawn(tree, conclude);

    public static Decision Of(WhyTree tree, AddCountermeasure add) => tree.Countermeasures.Length >= Limits.Countermeasures
        ? new Refusal($"There are {Limits.Countermeasures} countermeasures already. Finish some before adding more.")
        : Wrong(add.Draft, add) ?? (Decision)Added(tree, add.Draft, add);

    public static Decision Of(Concluded concluded, Amend amend) =>
        (Current(concluded, amend.Of), Typed.Line(amend.Text), Typed.Line(amend.Why)) switch
        {
            (null, _, _) => new Refusal("Choose which text you amend.", "of"),
            (_, { Length: 0 }, _) => new Refusal("Write how it should read.", "text"),
            (_, { Length: var length }, _) when length > Longest(amend.Of) => new Refusal($"This has {length} characters; {Longest(amend.Of)} fit.", "text"),
            (_, _, { Length: 0 }) => new Refusal("Say why it changes: both wordings stay on record with your reason.", "why"),
            (_, _, { Length: > Limits.Note }) => new Refusal($"Keep the reason under {Limits.Note} characters.", "why"),
            var (was, text, _) when was == text => new Refusal("That's how it reads already.", "text"),
            var (was, text, why) => new Amended(amend.Of, was, text, why) { By = amend.By, At = amend.At },
        };

    /// <summary>An answer whose message is edited after the conclusion: an amendment, like any other.</summary>
    public static Decision Of(Concluded concluded, Reword reword) => concluded.Tree.Find(reword.Cause) switch
    {
        null => AnswerRules.Gone,
        var cause when !concluded.Tree.MayReword(cause, reword.By) =>
            new Refusal($"{cause.By.Name} wrote this. Amend it, and say why."),
        _ => Of(concluded, new Amend(reword.Cause, reword.Text, "The message was edited.") { By = reword.By, At = reword.At }),
    };

    /// <summary>The text that an amendment is about, as it reads now.</summary>
    public static string? Current(Concluded concluded, string of) => of switch
    {
        Amend.Problem => concluded.Tree.Problem.Statement,
        Amend.Metric => concluded.Conclusion.Metric,
        _ => concluded.Tree.Find(of)?.Text ?? concluded.Tree.Countermeasures.FirstOrDefault(measure => measure.Id == of)?.Text,
    };

    private static Refusal? NotTheirs(WhyTree tree, Conclude conclude) => tree.IsFacilitator(conclude.By)
        ? null
        : tree.OnlyFacilitator("conclude", "Ask for it, or have the role handed over.");

    private static Refusal? WrongRoots(WhyTree tree, Conclude conclude)
    {
        var eligible = tree.Eligible().Select(cause => cause.Id).ToHashSet(StringComparer.Ordinal);
        return conclude.RootCauses switch
        {
            _ when eligible.Count == 0 => new Refusal("There's nothing to conclude on yet: every branch is contested, refuted, or somebody is looking at it."),
            { Length: 0 } when eligible.All(id => NotReadBack(tree, [id]) is not null) => NotReadBack(tree, [eligible.First()])! with { Field = null },
            { Length: 0 } => new Refusal("Choose at least one root cause.", "roots"),
            var roots when roots.All(eligible.Contains) => null,
            _ => new Refusal("A root cause is the last of its branch, uncontested, and nobody is still looking at it. Choose others, or settle it first.", "roots"),
        };
    }

    private static Refusal? NotReadBack(WhyTree tree, ImmutableArray<string> roots)
    {
        var open = roots.SelectMany(id => tree.Path(tree.Find(id)!)).Where(cause => cause.Held is null).Select(cause => cause.Id).Distinct().Count();
        return open == 0 ? null : new Refusal(
            $"{(open == 1 ? "One step hasn't" : $"{open} steps haven't")} been read back yet. Press Read back, let the others say whether each step holds, and conclude then.", "roots");
    }

    private static Refusal? Unfiled(Conclude conclude) => conclude switch
    {
        _ when !conclude.Known.Contains(conclude.Category) => new Refusal("Choose a category. The list can be changed with why categories.", "category"),
        { Reach: null } => new Refusal("Say whether it's in your reach.", "reach"),
        _ => null,
    };

    private static Refusal? TooEarly(WhyTree tree, Conclude conclude) => Typed.Line(conclude.WhyStop) switch
    {
        { Length: > Limits.Note } => new Refusal($"Keep it under {Limits.Note} characters.", "stop"),
        { Length: > 0 } => null,
        _ => conclude.RootCauses.Select(id => StopRule.Of(tree, tree.Find(id)!, conclude.Reach))
            .Where(advice => advice.Verdict == StopVerdict.GoOn)
            .Select(advice => new Refusal($"{advice.Sentence} To stop here anyway, write why.", "stop"))
            .FirstOrDefault(),
    };

    private static Refusal? Unanswered(WhyTree tree, Conclude conclude) => conclude.Countermeasure switch
    {
        null when tree.Countermeasures.Length > 0 => null,
        null => new Refusal("Say what you'll do about it: a conclusion needs at least one countermeasure.", "measure"),
        _ when tree.Countermeasures.Length >= Limits.Countermeasures => new Refusal($"There are {Limits.Countermeasures} countermeasures already. Leave this empty.", "measure"),
        var draft => Wrong(draft, conclude),
    };

    private static Refusal? Unchecked(Conclude conclude) => (Typed.Line(conclude.Metric), conclude.CheckOn) switch
    {
        ({ Length: 0 }, _) => new Refusal("Say how you'll know that it helped: a number that moves, and to where.", "metric"),
        ({ Length: > Limits.Note }, _) => new Refusal($"Keep it under {Limits.Note} characters.", "metric"),
        (_, null) => new Refusal("Say on which day you'll check.", "check"),
        (_, { } day) when conclude.IsPast(day) => new Refusal("That day has passed. Choose one when the countermeasure can have worked.", "check"),
        _ => null,
    };

    private static Decision Drawn(WhyTree tree, Conclude conclude)
    {
        var drawn = new ConclusionDrawn(
            conclude.RootCauses, conclude.Category, conclude.Reach!.Value, Typed.Line(conclude.Metric), conclude.CheckOn!.Value,
            Typed.LineOrNull(conclude.WhyStop), conclude.Seen) { By = conclude.By, At = conclude.At };
        return conclude.Countermeasure is { } draft ? Decision.Of(Added(tree, draft, conclude), drawn) : drawn;
    }

    private static Refusal? Wrong(Draft draft, Command command) => Typed.Line(draft.Text) switch
    {
        { Length: 0 } => new Refusal("Say what will be done.", "measure"),
        { Length: > Limits.Note } => new Refusal($"Keep it under {Limits.Note} characters.", "measure"),
        _ when draft.Owner is null => new Refusal("Choose who sees to it. One person: what two own, nobody does.", "owner"),
        _ when draft.Due is null => new Refusal("Choose the day it's done by.", "due"),
        _ when command.IsPast(draft.Due.Value) => new Refusal("That day has passed. Choose one from today on.", "due"),
        _ when draft.Strength is null => new Refusal("Choose how strong the action is.", "strength"),
        _ => null,
    };

    /// <summary>Only for a draft that has been found right.</summary>
    private static CountermeasureAdded Added(WhyTree tree, Draft draft, Command command) =>
        new($"m{tree.Countermeasures.Length + 1}", Typed.Line(draft.Text), draft.Owner!, draft.Due!.Value, draft.Strength!.Value)
        {
            By = command.By,
            At = command.At,
        };

    private static int Longest(string of) => of switch
    {
        Amend.Problem => Limits.Problem,
        _ => Limits.Answer,
    };
}
