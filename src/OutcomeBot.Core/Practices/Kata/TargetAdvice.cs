using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>What a coach would ask about the date and the direction of a target condition (Rother: one week to three months).</summary>
internal static class TargetAdvice
{
    private const int Shortest = 7;

    private const int LongestMonths = 3;

    public static ImmutableArray<Check> Of(Storyboard board, TargetCondition target, Metric? metric) => [.. About(board.DayOf(target.At), target, metric)];

    private static IEnumerable<Check> About(LocalDate today, TargetCondition target, Metric? metric)
    {
        if (target.AchieveBy < today.PlusDays(Shortest))
            yield return new("Very near", $"{CardText.Of(target.AchieveBy)} is {Period.Between(today, target.AchieveBy, PeriodUnits.Days).Days} days away, and a target condition is mostly one week to three months away.", "Is this a next step, rather than a condition?");
        if (target.AchieveBy > today.PlusMonths(LongestMonths))
            yield return new("Far away", $"{CardText.Of(target.AchieveBy)} is more than three months away, and what you learn until then can't change it.", "Which condition on the way there could you have within three months?");
        if (target.Goal is { From: { } from, To: var to } goal && metric is not null && IsWorse(metric.Better, from, to))
            yield return new("The other way", $"For {goal.Metric}, {(metric.Better == Better.Lower ? "lower" : "higher")} is better, and this goes from {Quantity.Text(from)} to {Quantity.Text(to)}.", "Is that what you want?");
    }

    private static bool IsWorse(Better better, decimal from, decimal to) => better switch
    {
        Better.Higher => to < from,
        Better.Lower => to > from,
        _ => false,
    };
}
