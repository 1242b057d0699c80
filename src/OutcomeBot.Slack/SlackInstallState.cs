using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace OutcomeBot.Slack;

/// <summary>
/// Ties the way back from Slack to the browser that set out: a secret that stands in a cookie and, sealed, in the state that
/// Slack hands back. It holds for ten minutes and once, so that nobody can have somebody else finish an installation.
/// </summary>
internal sealed class SlackInstallState(IDataProtectionProvider protection, TimeProvider time)
{
    private const string Purpose = "OutcomeBot.Slack.InstallState.v1";
    private const int SecretLength = 32;

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _used = new();

    /// <summary>How long a way there and back may take.</summary>
    public static TimeSpan Validity { get; } = TimeSpan.FromMinutes(10);

    /// <summary>A state for Slack, and what the browser keeps meanwhile.</summary>
    public (string State, string Cookie) Begin()
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretLength));
        var until = (time.GetUtcNow() + Validity).ToUnixTimeSeconds();
        return (_protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{until} {secret}")), secret);
    }

    /// <summary>Whether this state came back to the browser that it was made for, in time and for the first time.</summary>
    public bool TryTake(string state, string? cookie)
    {
        if (Opened(state)?.Split(' ') is not [var until, var secret] || cookie is null || !IsSame(secret, cookie)) return false;
        var now = time.GetUtcNow();
        var end = DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture));
        foreach (var (old, ended) in _used)
            if (ended <= now) _used.TryRemove(old, out _);
        return end > now && _used.TryAdd(secret, end);
    }

    private string? Opened(string state)
    {
        try
        {
            return _protector.Unprotect(state);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static bool IsSame(string secret, string cookie) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(cookie));
}
