using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace OutcomeBot.Pictures.Type;

/// <summary>A font ready to set text. Shaping only reads it, so one serves every thread.</summary>
internal sealed class Letters(SKTypeface typeface) : IDisposable
{
    private readonly SKShaper _shaper = new(typeface);

    public SKTypeface Typeface { get; } = typeface;

    /// <summary>A font that travels inside this assembly, so that drawings are the same on every machine.</summary>
    public static Letters Embedded(string name)
    {
        using var stream = typeof(Letters).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The font {name} is not in the assembly.");
        using var data = SKData.Create(stream);
        return new(SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font {name} can't be read."));
    }

    /// <summary>The text as glyphs with kerning, ligatures and joined scripts.</summary>
    public Run Set(string text, SKFont font)
    {
        var shaped = _shaper.Shape(text, font);
        return new(this, Array.ConvertAll(shaped.Codepoints, glyph => (ushort)glyph), shaped.Points, shaped.Width);
    }

    public SKFont At(float size) => new(Typeface, size) { Subpixel = true, Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None };

    public void Dispose()
    {
        _shaper.Dispose();
        Typeface.Dispose();
    }
}

/// <summary>Glyphs of one font in a row.</summary>
internal sealed record Run(Letters Letters, ushort[] Glyphs, SKPoint[] Places, float Width);
