using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Type;

namespace OutcomeBot.Pictures.Plots;

/// <summary>What is said about exceptional points: the first few signals beside them, the rest counted under the picture.</summary>
internal static class SignalNotes
{
    private const int MostNamed = 3;
    private const int MostLetters = 60;

    public static ImmutableArray<PlotSignal> Named(Plot plot) => [.. Drawable(plot).Take(MostNamed)];

    /// <summary>Every exceptional point, by its index.</summary>
    public static ImmutableArray<int> Points(Plot plot) => [.. Drawable(plot).SelectMany(signal => signal.Points).Distinct().Order()];

    /// <summary>The rule as it stands beside its point.</summary>
    public static string Words(PlotSignal signal) => CleanText.Of(signal.Rule, MostLetters).Text;

    /// <summary>What is not named in the picture.</summary>
    public static string Of(Plot plot) => (Drawable(plot).Length - MostNamed) switch
    {
        <= 0 => "",
        1 => "One more signal is ringed without its name.",
        var more => $"{more} more signals are ringed without their names.",
    };

    /// <summary>Signals of one rule at neighbouring points are one: what is named twice side by side is read once.</summary>
    private static ImmutableArray<PlotSignal> Drawable(Plot plot) => plot.Signals
        .Where(signal => !signal.Points.IsEmpty && signal.Points.All(point => point >= 0 && point < plot.Points.Length))
        .Aggregate(ImmutableArray<PlotSignal>.Empty, (joined, signal) => joined.FirstOrDefault(other => IsBeside(other, signal)) is { } other
            ? joined.Replace(other, other with { Points = [.. other.Points.Union(signal.Points).Order()] })
            : joined.Add(signal));

    private static bool IsBeside(PlotSignal one, PlotSignal other) =>
        one.Rule == other.Rule && one.Points.Max() >= other.Points.Min() - 1 && other.Points.Max() >= one.Points.Min() - 1;
}
