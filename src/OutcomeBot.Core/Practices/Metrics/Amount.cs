using System.Globalization;
using System.Text.RegularExpressions;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>A number as somebody typed it: one number, one of two, or none.</summary>
internal abstract partial record Amount
{
    /// <summary>The largest size of a value: beyond it, sums and slopes lose digits.</summary>
    public const decimal Largest = 1_000_000_000_000_000m;

    private Amount() { }

    public sealed record Exactly(decimal Value) : Amount;

    /// <summary>One separator before three digits: 1,234 is a thousand here and one and a bit there.</summary>
    public sealed record Either(decimal Thousands, decimal Decimals) : Amount;

    public sealed record None : Amount;

    /// <summary>Reads a number with its sign; brackets round it mean less than zero, as in ledgers.</summary>
    public static Amount Of(string text, Notation notation = Notation.Unknown)
    {
        var plain = text.Trim().Replace('\u2212', '-').Replace("'", "", StringComparison.Ordinal);
        var isBracketed = plain.StartsWith('(') && plain.EndsWith(')');
        plain = isBracketed ? "-" + plain[1..^1].Trim() : plain;
        plain = GroupSpace().Replace(plain, "");
        return Shape().IsMatch(plain) ? Read(plain, notation) : new None();
    }

    private static Amount Read(string text, Notation notation)
    {
        var (commas, points) = (text.Count(letter => letter == ','), text.Count(letter => letter == '.'));
        var mark = (commas, points) switch
        {
            (0, 0) => (char?)null,
            ( > 0, > 0) => text.LastIndexOf(',') > text.LastIndexOf('.') ? ',' : '.',
            ( > 1, 0) or (0, > 1) => null,
            (1, 0) => ',',
            _ => '.',
        };
        if (commas + points == 1 && mark is { } only && IsAmbiguous(text, only))
            return notation switch
            {
                Notation.Point => Number(text, '.'),
                Notation.Comma => Number(text, ','),
                _ => Number(text, only == ',' ? '.' : ',') is Exactly thousands && Number(text, only) is Exactly decimals
                    ? new Either(thousands.Value, decimals.Value)
                    : new None(),
            };
        var isGroupedRight = Grouped(text, mark);
        return isGroupedRight ? Number(text, mark ?? (commas > 1 ? '.' : ',')) : new None();
    }

    // 1,234 and 12,345 may be either; 0,234 and 1,23 and 1,2345 can only be decimals.
    private static bool IsAmbiguous(string text, char mark)
    {
        var digits = text.TrimStart('-', '+');
        var at = digits.IndexOf(mark, StringComparison.Ordinal);
        return at is >= 1 and <= 3 && digits[0] != '0' && digits.Length - at - 1 == 3;
    }

    private static bool Grouped(string text, char? mark)
    {
        var whole = mark is { } at && text.Count(letter => letter == at) == 1 ? text[..text.LastIndexOf(at)] : text;
        var groups = whole.TrimStart('-', '+').Split(',', '.');
        return groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3));
    }

    private static Amount Number(string text, char mark)
    {
        var plain = text.Replace(mark == ',' ? "." : ",", "", StringComparison.Ordinal).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= Largest
            ? new Exactly(value)
            : new None();
    }

    [GeneratedRegex(@"\A[-+]?\d[\d.,]{0,30}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(@"(?<=\d)[ \u00A0\u202F](?=\d{3}(\D|\z))", RegexOptions.CultureInvariant)]
    private static partial Regex GroupSpace();
}

/// <summary>How decimals are written: 1,234.5 or 1.234,5.</summary>
internal enum Notation
{
    Unknown,
    Point,
    Comma,
}
