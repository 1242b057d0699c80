using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>How a condition is read from a metric, typed, and said with all that a number must carry.</summary>
internal static class Conditions
{
    /// <summary>The metric's newest value as a condition; null when it has none.</summary>
    public static Condition? Of(Metric? metric) => metric?.Last is not { } last ? null
        : new Condition(Quantity.Text(last.Value, metric.Unit) + (last.Period is null ? "" : $" ({last.Period})"), last.AsOf, last.Source)
        {
            Value = last.Value,
            Clock = metric.Clock,
            N = metric.Values.Length,
            Since = metric.Values[0].AsOf,
        };

    /// <summary>What somebody saw. Its number is read where it is in the unit of the goal.</summary>
    public static Condition Typed(string text, Command command, Goal? goal = null) => new(text, command.Today, $"typed by {command.By.Name}")
    {
        Value = goal is not null && Quantity.Read(text) is { } quantity && (quantity.Unit.Length == 0 || quantity.Unit == goal.Unit) ? quantity.Value : null,
    };

    /// <summary>The condition in full: value, day, source, n and its window; for a typed one, that it is no measurement.</summary>
    public static Words Said(Condition condition) => condition.IsMeasured
        ? (Words)$"{condition.Text}, {Origin(condition)}"
        : $"{condition.Text} · {Origin(condition)}";

    /// <summary>Where a condition is from, and what it stands on.</summary>
    public static Words Origin(Condition condition) => condition is { N: { } n, Since: { } since }
        ? (Words)$"as of {condition.AsOf} · source: {condition.Source} · n = {n} since {since}{Clock(condition)}"
        : $"{condition.Source} on {condition.AsOf}, not read from a metric";

    /// <summary>The actual condition of a target condition; where the metric is as it was when that was set, this is what matters.</summary>
    public static Words Since(TargetCondition target, Condition actual) => actual.IsMeasured && (actual.AsOf, actual.Value, actual.N) == (target.Current.AsOf, target.Current.Value, target.Current.N)
        ? (Words)$"{actual.Text}, no new value since {target.Id} was set"
        : Said(actual);

    /// <summary>The condition in brief, for rows.</summary>
    public static string Brief(Condition condition) => $"{condition.Text}, as of {CardText.Of(condition.AsOf)}{(condition.IsMeasured ? "" : ", typed")}";

    private static string Clock(Condition condition) => condition.Clock is { } clock ? $" · clock: {clock}" : "";
}
