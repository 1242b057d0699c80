using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Pictures.Plots;

/// <summary>Where days stand from left to right, in proportion to the time between them.</summary>
internal sealed record TimeScale(LocalDate First, LocalDate Last, float Left, float Right)
{
    public static TimeScale Of(Plot plot, float left, float right)
    {
        List<LocalDate> days = [.. plot.Points.Select(point => point.At), .. (plot.Forecast?.Ahead ?? []).Select(outlook => outlook.At)];
        if (days.Count == 0)
            return new(default, default, left, right);
        var (first, last) = (days.Min(), days.Max());

        // A date to achieve something by is shown when it is near; a far one would press the series to the left.
        if (plot.Target?.By is { } by && by > last && Days(last, by) <= Days(first, last) / 2)
            last = by;
        return new(first, last, left, right);
    }

    public bool Shows(LocalDate day) => day >= First && day <= Last;

    public float At(LocalDate day) => First == Last
        ? (Left + Right) / 2
        : Left + ((float)Days(First, day) / Days(First, Last) * (Right - Left));

    private static int Days(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);
}
