using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OutcomeBot.Load.Wire;

/// <summary>A request as Slack sends it: all bytes of it, signed, ready to be written to a socket.</summary>
internal static class SlackRequest
{
    /// <summary>What both servers believe to be Slack's secret.</summary>
    public const string Secret = "0123456789abcdef0123456789abcdef";

    /// <summary>The settings of the peer.</summary>
    public static readonly (string Name, string Value)[] Settings = [("SLACK_SIGNING_SECRET", Secret)];

    private static readonly byte[] s_secret = Encoding.ASCII.GetBytes(Secret);

    public static byte[] Form(string path, string body) => Of(path, "application/x-www-form-urlencoded", body);

    public static byte[] Json(string path, string body) => Of(path, "application/json", body);

    private static byte[] Of(string path, string contentType, string body)
    {
        var stamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(s_secret, Encoding.UTF8.GetBytes($"v0:{stamp}:{body}")));
        return Encoding.UTF8.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: Slackbot 1.0 (+https://api.slack.com/robots)\r\nAccept: application/json,*/*\r\n"
            + $"Content-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture)}\r\n"
            + $"X-Slack-Request-Timestamp: {stamp}\r\nX-Slack-Signature: v0={signature}\r\n\r\n{body}");
    }
}
