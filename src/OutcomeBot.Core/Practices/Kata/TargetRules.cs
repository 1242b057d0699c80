using System.Collections.Immutable;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>Target conditions: set with the current condition fixed, looked at, and always reviewed.</summary>
internal static class TargetRules
{
    public static Decision Of(Storyboard board, SetTarget set) =>
        Unfit(board, set) ?? Wrong(set) ?? WrongGoal(set) ?? (Decision)Fixed(board, set);

    /// <summary>Only what has changed since it was last seen is taken down.</summary>
    public static Decision Of(Storyboard board, SeeActual see)
    {
        var news = see.Readings.Where(reading => board.Target(reading.Target) is { IsOpen: true } target && target.Actual != reading.Condition).ToImmutableArray();
        return news.IsEmpty ? Decision.Of() : new ActualSeen(news) { By = see.By, At = see.At };
    }

    public static Decision Of(Storyboard board, PromptReview prompt) => board.Target(prompt.Target) switch
    {
        { IsOpen: true } target when prompt.At >= Reminding.At(target, board.Clock()) => new ReviewPrompted(target.Id) { By = prompt.By, At = prompt.At },
        _ => Decision.Of(),
    };

    public static Decision Of(Storyboard board, ReviewTarget review) => (board.Target(review.Target), Typed.Line(review.Reason), Typed.Line(review.ActualText)) switch
    {
        (null, _, _) => Gone,
        ({ Review: { } was }, _, _) => new Refusal($"{was.By.Name} reviewed this already: {TargetWords.Of(was.Outcome).ToLowerInvariant()}."),
        _ when !board.Leads(review.By) => board.OnlyLeads("review the target condition"),
        _ when review.Outcome is null or TargetState.Open => new Refusal("Say whether it was met, missed or abandoned.", "outcome"),
        (_, { Length: 0 }, _) when review.Outcome is TargetState.Missed or TargetState.Abandoned => new Refusal("Say why: the reason stays on the board, and the next target condition begins with it.", "reason"),
        (_, { Length: > Limits.Note }, _) => new Refusal($"Keep the reason under {Limits.Note} characters.", "reason"),
        (_, _, { Length: > Limits.Note }) => new Refusal($"Keep the actual condition under {Limits.Note} characters.", "actual"),
        ({ Actual: null }, _, { Length: 0 }) when review is { Measured: null, Outcome: TargetState.Met } => new Refusal("Say what shows it: the actual condition as somebody saw it.", "actual"),
        var (target, reason, actual) => new TargetReviewed(target.Id, review.Outcome.Value, Typed.LineOrNull(reason), review.Measured ?? (actual.Length > 0 ? Conditions.Typed(actual, review, target.Goal) : target.Actual))
        {
            By = review.By,
            At = review.At,
        },
    };

    public static Refusal Gone { get; } = new("That target condition isn't on the board any more. The newest board shows what is.");

    private static Refusal? Unfit(Storyboard board, SetTarget set) => board switch
    {
        _ when !board.Leads(set.By) => board.OnlyLeads("set a target condition"),
        { Challenge: null } => new Refusal("Say the challenge first: a target condition is a step towards it."),
        _ when board.OpenTargets().Length >= Limits.OpenTargets => new Refusal($"{Limits.OpenTargets} target conditions are open. Review one before setting another."),
        { Targets.Length: >= Limits.Targets } => new Refusal($"This storyboard has had {Limits.Targets} target conditions. End it and start a new one for the next stretch."),
        _ => null,
    };

    private static Refusal? Wrong(SetTarget set) => (Typed.Line(set.Description), Typed.Line(set.CurrentText), set.AchieveBy) switch
    {
        ({ Length: 0 }, _, _) => new Refusal("Describe how the work will go then: a number alone is a target, and no condition yet.", "description"),
        ({ Length: > Limits.Note }, _, _) => new Refusal($"Keep the description under {Limits.Note} characters.", "description"),
        (_, { Length: > Limits.Note }, _) => new Refusal($"Keep the current condition under {Limits.Note} characters.", "current"),
        (_, { Length: 0 }, _) when set.Measured is null && set.Goal?.From is null or "" => new Refusal("Say how it goes today, as somebody saw it: it's fixed from now on, and compared with later.", "current"),
        (_, _, null) => new Refusal("Choose the day by which it's reached.", "by"),
        (_, _, { } day) when day <= set.Today => new Refusal("Choose a day after today. Most target conditions are one week to three months away.", "by"),
        _ => null,
    };

    private static Refusal? WrongGoal(SetTarget set) => set.Goal switch
    {
        null => null,
        { Metric.Length: 0 } => new Refusal("Name the metric that the numbers are about, such as lead-time.", "metric"),
        { Metric.Length: > Limits.Metric } => new Refusal($"A metric's name has at most {Limits.Metric} characters.", "metric"),
        { To: var to } when Quantity.Read(to) is null => new Refusal("Write where it shall be as a number, such as 57 days.", "to"),
        { From: { Length: > 0 } from } when Quantity.Read(from) is null => new Refusal("Write where it is as a number, such as 88 days, or leave it empty when the metric has a value.", "from"),
        var draft when (Foreign(draft.To, UnitOf(draft)) ?? Foreign(draft.From, UnitOf(draft))) is { } foreign =>
            new Refusal($"{draft.Metric} is counted in {UnitOf(draft)}, and {foreign} is something else. Per cent and percentage points are two units.", "to"),
        _ when GoalOf(set) is { From: var from, To: var to } && from == to => new Refusal("That's where it is already. Choose a value to go to.", "to"),
        _ => null,
    };

    /// <summary>Only for a goal that has been found right.</summary>
    private static Goal? GoalOf(SetTarget set) => set.Goal is { } draft
        ? new Goal(draft.Metric, UnitOf(draft), Quantity.Read(draft.From)?.Value ?? set.Measured?.Value, Quantity.Read(draft.To)!.Value.Value)
        : null;

    private static string UnitOf(GoalDraft draft) => draft.KnownUnit
        ?? new[] { draft.To, draft.From }.Select(text => Quantity.Read(text)?.Unit).FirstOrDefault(unit => unit is { Length: > 0 }) ?? "";

    private static string? Foreign(string typed, string unit) =>
        Quantity.Read(typed) is { Unit: { Length: > 0 } other } && !other.TrimEnd('s').Equals(unit.TrimEnd('s'), StringComparison.OrdinalIgnoreCase) ? other : null;

    private static TargetSet Fixed(Storyboard board, SetTarget set)
    {
        var goal = GoalOf(set);
        var typed = Typed.Line(set.CurrentText);
        var current = set.Measured ?? Conditions.Typed(typed.Length > 0 ? typed : Quantity.Text(goal!.From!.Value, goal.Unit), set, goal);
        return new TargetSet($"t{board.Targets.Length + 1}", Typed.Line(set.Description), goal, set.Measured is not null && typed.Length > 0 ? current with { Text = $"{current.Text} · {typed}" } : current, set.AchieveBy!.Value)
        {
            By = set.By,
            At = set.At,
        };
    }
}
