using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace OutcomeBot.Slack;

/// <summary>Lets through what Slack signed within the last five minutes, and nothing else.</summary>
internal sealed class SlackGate(IOptions<SlackOptions> options, TimeProvider time)
{
    /// <summary>Both ways: a stamp from the future would stay valid for as long as it is ahead.</summary>
    private const long WindowSeconds = 300;

    private const string Version = "v0=";

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(options.Value.SigningSecret?.Trim() ?? "");

    /// <summary>Whether these raw bytes carry Slack's signature, and a fresh one.</summary>
    public bool Admits(IHeaderDictionary headers, SlackBody body)
    {
        if (headers["X-Slack-Request-Timestamp"] is not [{ Length: > 0 and <= 12 } stamp]) return false;
        if (headers["X-Slack-Signature"] is not [{ } signature]) return false;
        if (!long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        if (Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds) > WindowSeconds) return false;
        return IsSigned(stamp, signature, body);
    }

    private bool IsSigned(string stamp, string signature, SlackBody body)
    {
        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (signature.Length != Version.Length + (2 * claimed.Length) || !signature.StartsWith(Version, StringComparison.Ordinal)) return false;
        if (Convert.FromHexString(signature.AsSpan(Version.Length), claimed, out _, out _) != System.Buffers.OperationStatus.Done) return false;

        var signed = body.After(stamp.Length + 4);
        "v0:"u8.CopyTo(signed);
        Encoding.ASCII.GetBytes(stamp, signed[3..]);
        signed[stamp.Length + 3] = (byte)':';

        Span<byte> actual = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secret, signed, actual);
        return CryptographicOperations.FixedTimeEquals(actual, claimed);
    }
}
