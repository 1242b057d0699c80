using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Statistics;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>A metric as a picture: the title is the answer, the words say all that the lines do.</summary>
internal static class MetricPlot
{
    private const int MostPoints = 120;

    /// <summary>The picture; null while there are fewer than two values to draw a line through.</summary>
    public static Plot? Of(Kept kept)
    {
        var standing = Standing.Of(kept);
        if (standing.Readings.Length < 2) return null;
        var skipped = Math.Max(0, standing.Readings.Length - MostPoints);
        var readings = standing.Readings[skipped..];
        return new Plot(Title(kept, standing), Subtitle(kept, standing), Footnote(standing.Readings[^1]), AltText(kept, standing), UnitOf(kept),
            [.. readings.Select(reading => new PlotPoint(reading.AsOf, reading.Value, Label(reading)))])
        {
            Target = kept.Target is { } target ? new(target.Value, target.By) : null,
            Limits = standing.Limits is { } limits ? MetricLines.Limits(limits, kept.Limits?.Day) : null,
            Baseline = kept.Limits is { } locked ? Span(readings, locked) : null,
            Signals = [.. standing.Signals.Select(signal => new PlotSignal(signal.Rule.Name, [.. signal.Points.Select(point => point - skipped).Where(point => point >= 0)])).Where(signal => !signal.Points.IsEmpty)],
            Threshold = kept.Threshold is { } threshold ? MetricLines.Threshold(threshold) : null,
            Forecast = standing.Forecast is Crossing crossing ? Ahead(kept, crossing) : null,
        };
    }

    private static string Title(Kept kept, Standing standing)
    {
        var (name, unit) = (kept.Definition.Name, kept.Definition.Unit);
        var (first, last) = (standing.Readings[0], standing.Readings[^1]);
        var (one, many) = MetricsCards.PeriodWords(kept);
        return standing switch
        {
            { Forecast: AlreadyThere } => $"{name} has reached its limit: {Quantity.Text(last.Value, unit)}",
            { Forecast: Crossing crossing } => $"{name} reaches {Quantity.Text(kept.Threshold!.Limit, unit)} in {crossing.Within(one, many)} if it goes on so",
            { Newest: [var signal, ..] } => $"{name} gives a signal: {Standing.Lower(signal.Rule.Name)}",
            { Trend: { IsProven: true, Line.Slope: > 0 } } => $"{name} is rising: {Quantity.Text(first.Value)} to {Quantity.Text(last.Value, unit)}",
            { Trend: { IsProven: true, Line.Slope: < 0 } } => $"{name} is falling: {Quantity.Text(first.Value)} to {Quantity.Text(last.Value, unit)}",
            _ => $"{name} is at {Quantity.Text(last.Value, unit)}, and no value is exceptional so far",
        };
    }

    private static string Subtitle(Kept kept, Standing standing)
    {
        var definition = kept.Definition;
        string?[] parts = [definition.Unit.Length == 0 ? null : definition.Unit, definition.Clock, definition.Formula?.ToString(), $"n = {standing.Values.Length}"];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string Footnote(Reading last) => $"Source: {Language.Typed.Clip(last.Source, MetricLimits.Source)}, as of {CardText.Of(last.AsOf)}.";

    private static string AltText(Kept kept, Standing standing)
    {
        var (first, last, unit) = (standing.Readings[0], standing.Readings[^1], kept.Definition.Unit);
        var (one, many) = MetricsCards.PeriodWords(kept);
        var forecast = kept.Threshold is { } threshold && standing.ForecastWords(threshold, unit, one, many) is { } words ? $" Forecast: {words.Split(" · ")[0]}." : "";
        var signal = standing.Newest is [var newest, ..] ? $"a signal, {Standing.Lower(newest.Rule.Name)}" : "no signal";
        return $"{kept.Definition.Name} went from {Quantity.Text(first.Value, unit)} in {MetricsCards.Called(first)} to {Quantity.Text(last.Value, unit)} in {MetricsCards.Called(last)}: {standing.TrendWords(kept.Definition.Better).Split(';')[0]}; {signal}.{forecast}";
    }

    private static PlotForecast Ahead(Kept kept, Crossing crossing)
    {
        var (one, many) = MetricsCards.PeriodWords(kept);
        var last = kept.Last!;
        var period = last.Period is { } name ? Period.Of(name, last.AsOf) : null;
        var ahead = ImmutableArray.CreateBuilder<PlotOutlook>();
        var step = kept.Readings.Length > 1 ? NodaTime.Period.DaysBetween(kept.Readings[^2].AsOf, last.AsOf) : 1;
        foreach (var outlook in crossing.Ahead)
        {
            period = period is null ? null : Period.Holding(period.Last.PlusDays(1), period.Kind);
            var day = period?.Last ?? last.AsOf.PlusDays(step * outlook.Periods);
            ahead.Add(new(day, period?.Called ?? CardText.Of(day), outlook.Low, outlook.Likely, outlook.High));
        }

        return new($"{Quantity.Text(kept.Threshold!.Limit, kept.Definition.Unit)} in {crossing.Within(one, many)}", ahead.ToImmutable());
    }

    private static PlotSpan? Span(ImmutableArray<Reading> readings, LockedLimits locked)
    {
        var inside = Enumerable.Range(0, readings.Length).Where(index => readings[index].AsOf >= locked.From && readings[index].AsOf <= locked.To).ToList();
        return inside.Count > 0 ? new(inside[0], inside[^1]) : null;
    }

    private static PlotUnit UnitOf(Kept kept)
    {
        var unit = kept.Definition.Unit;
        var decimals = kept.Readings.Max(reading => reading.Value.Scale);
        return new(unit is Unit.Percent ? unit : unit.Length == 0 ? "" : " " + unit, decimals > 2 ? 1 : decimals);
    }

    // The year is said once by the axis.
    private static string Label(Reading reading) => reading.Period is { } name && name.StartsWith('Q') ? name[..2] : reading.Period ?? MetricLines.Day(reading.AsOf);
}
