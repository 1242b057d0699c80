using System.Text;
using System.Text.Unicode;

namespace OutcomeBot.Slack;

/// <summary>
/// The fields of an <c>application/x-www-form-urlencoded</c> body, in order, decoded where they stand. It only moves
/// forward: an ampersand that came out of a decoded value must never begin a field.
/// </summary>
internal ref struct SlackFormData(Span<byte> body)
{
    private Span<byte> _rest = body;

    /// <summary>The next field; its value's bytes are part of the body.</summary>
    /// <exception cref="FormatException">The field is not written as a form's field.</exception>
    public bool TryNext(out ReadOnlySpan<byte> name, out Span<byte> value)
    {
        name = default;
        value = default;
        if (_rest.IsEmpty) return false;
        var pair = _rest.IndexOf((byte)'&') is >= 0 and var end ? _rest[..end] : _rest;
        _rest = pair.Length == _rest.Length ? default : _rest[(pair.Length + 1)..];

        var equals = pair.IndexOf((byte)'=');
        name = equals < 0 ? pair : pair[..equals];
        value = equals < 0 ? default : Decoded(pair[(equals + 1)..]);
        return true;
    }

    /// <summary>A value as text, or null when it is empty.</summary>
    public static string? Text(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty) return null;
        return Utf8.IsValid(value) ? Encoding.UTF8.GetString(value) : throw new FormatException("A field of the form is not UTF-8.");
    }

    private static Span<byte> Decoded(Span<byte> value)
    {
        if (value.IndexOfAny((byte)'%', (byte)'+') < 0) return value;
        var written = 0;
        for (var read = 0; read < value.Length; read++)
            value[written++] = value[read] switch
            {
                (byte)'+' => (byte)' ',
                (byte)'%' => Octet(value, ref read),
                var letter => letter,
            };
        return value[..written];
    }

    private static byte Octet(Span<byte> value, ref int read)
    {
        if (read + 2 >= value.Length || Hex(value[read + 1]) is not { } high || Hex(value[read + 2]) is not { } low)
            throw new FormatException("A field of the form has a broken percent sign.");
        read += 2;
        return (byte)((high << 4) | low);
    }

    private static int? Hex(byte letter) => letter switch
    {
        >= (byte)'0' and <= (byte)'9' => letter - '0',
        >= (byte)'a' and <= (byte)'f' => letter - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => letter - 'A' + 10,
        _ => null,
    };
}
