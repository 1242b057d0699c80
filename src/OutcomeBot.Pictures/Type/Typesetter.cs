using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OutcomeBot.Pictures.Drawings;
using SkiaSharp;

namespace OutcomeBot.Pictures.Type;

/// <summary>Measures and sets text with the product's own font, and with the machine's fonts for what that one lacks.</summary>
internal sealed class Typesetter : IDisposable
{
    private const int RememberedFallbacks = 4096;
    private const int MostFamilies = 500;
    private const int WhiteSquare = 0x25A1;

    // Without fontconfig, as in a small container, Skia finds fonts by family only.
    private static readonly Lazy<ImmutableArray<SKTypeface>> s_families = new(() =>
        [.. SKFontManager.Default.FontFamilies.Take(MostFamilies).Select(family => SKFontManager.Default.MatchFamily(family)).OfType<SKTypeface>()]);

    private readonly Letters _regular = Letters.Embedded("Inter-Regular");
    private readonly Letters _semiBold = Letters.Embedded("Inter-SemiBold");
    private readonly ConcurrentDictionary<int, Letters?> _fallbacks = [];
    private readonly ConcurrentDictionary<string, Letters> _machine = [];

    public float Width(string text, Face face) => Set(text, face).Sum(run => run.Width);

    /// <summary>The text in runs of one font each, left to right.</summary>
    public ImmutableArray<Run> Set(string text, Face face)
    {
        var cut = Cut.Of(face);
        var own = cut.SemiBold ? _semiBold : _regular;
        if (text.Length == 0)
            return [];
        if (own.Typeface.ContainsGlyphs(text))
            return [Set(text, own, cut.Size)];
        return [.. Stretches(text, own).Select(stretch =>
            stretch.Letters is null ? Unknown(stretch.Text, own, cut.Size) : Set(stretch.Text, stretch.Letters, cut.Size))];
    }

    public void Dispose()
    {
        _regular.Dispose();
        _semiBold.Dispose();
        foreach (var letters in _machine.Values)
            letters.Dispose();
    }

    private static Run Set(string text, Letters letters, float size)
    {
        using var font = letters.At(size);
        return letters.Set(text, font);
    }

    // No font here knows these: an empty square each keeps their place, as wide as the reader's own font is likely to need.
    private static Run Unknown(string text, Letters letters, float size)
    {
        var count = new StringInfo(text).LengthInTextElements;
        var places = Enumerable.Range(0, count).Select(index => new SKPoint(index * size, 0)).ToArray();
        return new(letters, [.. Enumerable.Repeat(letters.Typeface.GetGlyph(WhiteSquare), count)], places, count * size);
    }

    // A space stays with the words before it: a script that runs right to left must be set as a whole.
    private IEnumerable<(string Text, Letters? Letters)> Stretches(string text, Letters own)
    {
        var stretch = new StringBuilder();
        Letters? letters = own;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            var needed = element == " " && letters is not null && letters.Typeface.ContainsGlyph(' ') ? letters : LettersFor(element, own);
            if (needed != letters && stretch.Length > 0)
            {
                yield return (stretch.ToString(), letters);
                stretch.Clear();
            }

            letters = needed;
            stretch.Append(element);
        }

        yield return (stretch.ToString(), letters);
    }

    private Letters? LettersFor(string element, Letters own)
    {
        if (own.Typeface.ContainsGlyphs(element))
            return own;
        foreach (var rune in element.EnumerateRunes())
            if (!own.Typeface.ContainsGlyph(rune.Value))
                return Fallback(rune.Value);
        return own;
    }

    private Letters? Fallback(int codePoint)
    {
        // Whoever types every character there is must not fill the memory with answers.
        if (_fallbacks.Count > RememberedFallbacks)
            _fallbacks.Clear();
        return _fallbacks.GetOrAdd(codePoint, point =>
        {
            var found = SKFontManager.Default.MatchCharacter(point) ?? s_families.Value.FirstOrDefault(family => family.ContainsGlyph(point));
            return found is null ? null : _machine.GetOrAdd(found.FamilyName, _ => new Letters(found));
        });
    }
}
