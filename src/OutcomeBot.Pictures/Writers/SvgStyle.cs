using System.Globalization;
using System.Text;
using OutcomeBot.Pictures.Drawings;

namespace OutcomeBot.Pictures.Writers;

/// <summary>
/// The style sheet of every SVG. Colours follow the page's <c>color-scheme</c>; a page may set <c>--picture-ink</c>,
/// <c>--picture-paper</c> and the other tints to its own.
/// </summary>
internal static class SvgStyle
{
    /// <summary>The class of the picture: a style inside an inline SVG reaches the whole page, so every rule starts here.</summary>
    public const string Scope = "drawn-picture";

    /// <summary>The class of letters that lines may pass behind.</summary>
    public const string Rim = "rim";

    public static string Sheet { get; } = Build();

    public static string Name<T>(T value)
        where T : struct, Enum =>
        (typeof(T) == typeof(Face) ? "f-" : typeof(T) == typeof(Tint) ? "t-" : "l-") + Lower(value);

    private static string Build()
    {
        var sheet = new StringBuilder("\n");
        sheet.Append(CultureInfo.InvariantCulture, $".{Scope}{{max-width:min(100%,var(--picture-width,52rem));height:auto;{Colours()}}}\n");
        sheet.Append(CultureInfo.InvariantCulture, $".{Scope}:root{{color-scheme:light dark;max-width:100%}}\n");
        sheet.Append(CultureInfo.InvariantCulture, $".{Scope} text{{font-family:Inter,system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,sans-serif}}\n");
        sheet.Append(CultureInfo.InvariantCulture, $".{Scope} path{{stroke-linecap:round;stroke-linejoin:round}}\n");
        foreach (var look in Enum.GetValues<Look>())
            sheet.Append(CultureInfo.InvariantCulture, $".{Scope} .{Name(look)}{{{Rule(Coat.Of(look))}}}\n");
        foreach (var face in Enum.GetValues<Face>())
            sheet.Append(CultureInfo.InvariantCulture, $".{Scope} .{Name(face)}{{font-size:{Cut.Of(face).Size}px;font-weight:{(Cut.Of(face).SemiBold ? 600 : 400)}}}\n");
        foreach (var tint in Tinted())
            sheet.Append(CultureInfo.InvariantCulture, $".{Scope} .{Name(tint)}{{fill:var(--{Name(tint)})}}\n");
        sheet.Append(CultureInfo.InvariantCulture, $".{Scope} .{Rim}{{stroke:{Paint(Tint.Paper)};stroke-width:{2 * Lettering.Rim}px;stroke-linejoin:round;paint-order:stroke}}\n");
        return sheet.ToString();
    }

    private static string Colours() => string.Concat(Tinted().Select(tint =>
        $"--{Name(tint)}:var(--picture-{Lower(tint)},light-dark({Tints.Light(tint)},{Tints.Dark(tint)}));"));

    private static IEnumerable<Tint> Tinted() => Enum.GetValues<Tint>().Where(tint => tint != Tint.None);

    private static string Rule(Coat coat)
    {
        var line = coat.Line == Tint.None ? "" : string.Create(CultureInfo.InvariantCulture, $";stroke:{Paint(coat.Line)};stroke-width:{coat.Thickness}");
        var dashes = coat.Dashes.Length == 0 ? "" : ";stroke-dasharray:" + string.Join(' ', coat.Dashes.Select(dash => dash.ToString(CultureInfo.InvariantCulture)));
        return $"fill:{Paint(coat.Fill)}{line}{dashes}";
    }

    private static string Paint(Tint tint) => tint == Tint.None ? "none" : $"var(--{Name(tint)})";

#pragma warning disable CA1308 // CSS names are written in lower case; nothing is compared here.
    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
