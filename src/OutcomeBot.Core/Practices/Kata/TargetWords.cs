using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>How target conditions are said.</summary>
internal static class TargetWords
{
    public static string Of(TargetState state) => state switch
    {
        TargetState.Open => "Open",
        TargetState.Met => "Met",
        TargetState.Missed => "Missed",
        TargetState.Abandoned => "Abandoned",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>From where to where: "lead-time from 88 to 57 days".</summary>
    public static string Of(Goal goal) => goal.From is { } from
        ? $"{goal.Metric} from {Quantity.Text(from)} to {Quantity.Text(goal.To, goal.Unit)}"
        : $"{goal.Metric} to {Quantity.Text(goal.To, goal.Unit)}";

    /// <summary>Whether the condition reaches the goal; null when that can't be told from numbers.</summary>
    public static bool? IsReached(Goal? goal, Condition? actual) => (goal, actual) switch
    {
        ({ From: { } from, To: var to }, { Value: { } value }) => to < from ? value <= to : value >= to,
        _ => null,
    };

    /// <summary>How far it still is, in words; null when that can't be told from numbers.</summary>
    public static string? Distance(Goal? goal, Condition? actual) => (goal, actual?.Value, IsReached(goal, actual)) switch
    {
        ({ } goal1, { } value, false) => $"{Quantity.Text(Math.Abs(goal1.To - value), Apart(goal1.Unit))} to go",
        ({ }, { }, true) => "reached at the last reading",
        _ => null,
    };

    // The distance between two percentages is counted in percentage points.
    private static string Apart(string unit) => unit == "%" ? "pp" : unit;
}
