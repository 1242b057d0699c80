using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Pictures.Drawings;
using OutcomeBot.Pictures.Plots;
using OutcomeBot.Pictures.Type;

namespace OutcomeBot.Pictures.Boxes;

/// <summary>Where the rows stand: their names from the left edge, one axis in the middle, numbers at the right.</summary>
internal sealed record SpreadFrame(Spreads Spreads, float Left, Area Room, ValueScale Values, ImmutableArray<PlacedRow> Rows)
{
    /// <summary>Between the axis and what stands beside it.</summary>
    public const float Gap = 34;

    /// <summary>Half the height of a box.</summary>
    public const float HalfBox = 28;

    /// <summary>How far below the middle of a row the median of the round before stands.</summary>
    public const float BeforeDrop = HalfBox + 28;

    private const float AxisRow = 66;
    private const float MostLabelWidth = 430;
    private const int MostLabelLetters = 140;
    private const float MostRow = 170;
    private const float Between = 14;

    // An axis without a length would have no numbers.
    private const decimal LeastReach = 10;

    // Half of the last number of the axis stands beyond its end.
    private const float Inset = 40;

    public static SpreadFrame Of(Spreads spreads, Typesetter type, Area canvas)
    {
        var rows = Written(spreads, type);
        var labels = rows.SelectMany(row => row.Label.Lines).Select(line => type.Width(line, Face.Axis)).DefaultIfEmpty(0).Max();
        var figures = rows.Select(row => Math.Max(type.Width(row.Median, Face.Value), type.Width(row.Half, Face.Axis))).DefaultIfEmpty(0).Max();
        var room = new Area(canvas.X + labels + Gap, canvas.Y, canvas.Width - labels - figures - (2 * Gap), canvas.Height - AxisRow);
        var needed = rows.Sum(row => row.Need);
        var more = rows.IsEmpty ? 0 : Math.Clamp((room.Height - needed) / rows.Length, 0, Math.Max(0, MostRow - (needed / rows.Length)));
        var placed = ImmutableArray.CreateBuilder<PlacedRow>(rows.Length);
        var y = room.Y;
        foreach (var row in rows)
        {
            placed.Add(row with { Middle = y + ((row.Need + more - (row.Row.Before is null ? 0 : BeforeDrop / 2)) / 2) });
            y += row.Need + more;
        }

        // Few rows don't fill the picture: the axis then stands right below them.
        var ends = rows.IsEmpty ? room : room with { Height = y - room.Y };
        return new(spreads, canvas.X, ends, Scale(spreads, ends.X + Inset, ends.Right - Inset), placed.ToImmutable());
    }

    /// <summary>How high the rows and their axis must be at least.</summary>
    public static float HeightFor(Spreads spreads, Typesetter type) => Written(spreads, type).Sum(row => row.Need) + AxisRow;

    public string TickText(decimal tick) =>
        Figures.Of(tick, Values.Decimals, Figures.Suffix(Spreads.Unit) is { Length: 1 } sign ? sign : "");

    private static ValueScale Scale(Spreads spreads, float left, float right)
    {
        var low = spreads.Rows.Select(row => Figures.Bounded(Math.Min(row.Low, row.Before ?? 0))).Append(0).Min();
        var high = spreads.Rows.Select(row => Figures.Bounded(Math.Max(row.High, row.Before ?? 0))).Append(Figures.Bounded(spreads.Reach ?? 0)).Append(0).Max();
        return ValueScale.Between(low, low == high ? low + LeastReach : high, right, left);
    }

    private static ImmutableArray<PlacedRow> Written(Spreads spreads, Typesetter type)
    {
        var suffix = Figures.Suffix(spreads.Unit);
        var isSameForAll = spreads.Rows.Select(row => row.N).Distinct().Count() < 2;
        return [.. spreads.Rows.Select(row =>
        {
            var name = CleanText.Of(row.Label, MostLabelLetters).Text + (isSameForAll ? "" : $" (n\u00a0=\u00a0{row.N})");
            var label = type.Wrap(name, new(Face.Axis, MostLabelWidth));
            var marks = (2 * HalfBox) + (row.Before is null ? 0 : BeforeDrop);
            var figures = Cut.Of(Face.Value).Leading + Cut.Of(Face.Axis).Leading;
            return new PlacedRow(row, label, Figures.Short(row.Median, spreads.Unit, suffix), Half(row, spreads.Unit, suffix), Math.Max(Math.Max(label.Height(Face.Axis), marks), figures) + Between);
        })];
    }

    private static string Half(SpreadRow row, PlotUnit unit, string suffix) => (row.N, row.High - row.Low) switch
    {
        (1, _) => "one value",
        (_, 0) => "all the same",
        _ => $"{Figures.Short(row.LowerQuartile, unit)} to {Figures.Short(row.UpperQuartile, unit, suffix)}",
    };
}

/// <summary>A row, its words, how high it must be, and the height of its middle.</summary>
internal sealed record PlacedRow(SpreadRow Row, Paragraph Label, string Median, string Half, float Need)
{
    public float Middle { get; init; }
}
