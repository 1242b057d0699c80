using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;

namespace OutcomeBot.Web.LocalChat;

/// <summary>
/// Ids of lines: eleven hexadecimal digits of milliseconds, then ten of the maker's choice. They grow with time, and whoever
/// sends a line twice (a browser after a broken connection, the outbox after a crash) makes the same id and rewrites the same line.
/// </summary>
public static partial class LineIds
{
    private const int TimeDigits = 11;
    private static readonly Duration s_ahead = Duration.FromMinutes(2);
    private static readonly Duration s_behind = Duration.FromMinutes(10);

    /// <summary>The bot's line that answers at this time: a breath later, so that it stands under what it answers.</summary>
    public static string OfAnswer(string key, Instant at) => Of(key, at + Duration.FromMilliseconds(1));

    /// <summary>The line of this key at this time, the same whenever it is asked.</summary>
    public static string Of(string key, Instant at)
    {
        var hash = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeMilliseconds():x11}{hash % 0x100_0000_0000:x10}");
    }

    /// <summary>Whether a text that came from outside has the shape of an id.</summary>
    public static bool IsShaped(string? id) => id is not null && Shape().IsMatch(id);

    /// <summary>Whether an id is young enough to begin a line: an old one would hide it far up in the room.</summary>
    public static bool IsFresh(string id, Instant now) => At(id) is var at && at <= now + s_ahead && at >= now - s_behind;

    /// <summary>When the line was made.</summary>
    public static Instant At(string id) =>
        Instant.FromUnixTimeMilliseconds(long.Parse(id.AsSpan(0, TimeDigits), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\A[0-9a-f]{21}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
