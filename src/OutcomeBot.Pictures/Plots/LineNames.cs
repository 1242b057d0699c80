using System.Collections.Immutable;
using NodaTime.Text;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Drawings;
using OutcomeBot.Pictures.Type;

namespace OutcomeBot.Pictures.Plots;

/// <summary>The name of a horizontal line, which stands at its right end.</summary>
internal sealed record LineName(decimal Value, Look Look, Tint Tint, string Words);

/// <summary>The horizontal lines that a plot has, with their names.</summary>
internal static class LineNames
{
    private const int MostNameLetters = 36;

    private static readonly LocalDatePattern s_day = LocalDatePattern.CreateWithInvariantCulture("d MMM uuuu");

    public static ImmutableArray<LineName> Of(Plot plot)
    {
        var names = ImmutableArray.CreateBuilder<LineName>();
        if (plot.Threshold is { } threshold)
            names.Add(new(threshold.Limit, Look.Threshold, Tint.Bad, $"{CleanText.Of(threshold.Name, MostNameLetters).Text} {Figures.AsGiven(plot, threshold.Limit)}"));
        if (plot.Target is { } target)
            names.Add(new(target.Value, Look.Target, Tint.Good, $"Target {Figures.AsGiven(plot, target.Value)}{(target.By is { } by ? $" by {s_day.Format(by)}" : "")}"));
        if (plot.Threshold is { Warning: { } warning })
            names.Add(new(warning, Look.WarningLine, Tint.Doubt, $"Warning from {Figures.AsGiven(plot, warning)}"));
        if (plot.Limits is not { } limits)
            return names.ToImmutable();
        var state = limits.IsProvisional ? "provisional" : "process";
        if (limits.Upper != limits.Lower)
            names.Add(new(limits.Upper, Look.ProcessLimit, Tint.Quiet, $"Upper {state} limit {Figures.Of(plot, limits.Upper)}"));
        names.Add(new(limits.Centre, Look.CentreLine, Tint.Quiet, $"Mean {Figures.Of(plot, limits.Centre)}"));
        if (limits.Upper != limits.Lower)
            names.Add(new(limits.Lower, Look.ProcessLimit, Tint.Quiet, $"Lower {state} limit {Figures.Of(plot, limits.Lower)}"));
        return names.ToImmutable();
    }

    /// <summary>What stands under the picture when limits no longer move.</summary>
    public static string? Locked(Plot plot) => plot.Limits?.LockedSince is { } since ? $"Limits locked since {s_day.Format(since)}." : null;
}
