using System.Globalization;
using System.Text;
using System.Text.Json;
using OutcomeBot.Load.Wire;

namespace OutcomeBot.Load;

/// <summary>What is sent in Teams: mentions that each open an analysis. Tenants are many because Teams allows an app so many calls a second in each.</summary>
internal static class TeamsMix
{
    public const int Tenants = 512;

    private const int ChannelsATenant = 4;

    private static long s_activities = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    public static string Tenant(int number) => string.Create(CultureInfo.InvariantCulture, $"11111111-2222-4333-8444-{number % Tenants:D12}");

    /// <summary>A mention as Teams delivers it: all bytes of it, with its token.</summary>
    public static byte[] Ask(string token, string serviceUrl, int number)
    {
        var (tenant, person) = (Tenant(number), string.Create(CultureInfo.InvariantCulture, $"22222222-2222-4333-8444-{number % 64:D12}"));
        var id = Interlocked.Increment(ref s_activities).ToString(CultureInfo.InvariantCulture);
        var channel = string.Create(CultureInfo.InvariantCulture, $"19:load{number % (Tenants * ChannelsATenant)}@thread.tacv2");
        return Request(token, JsonSerializer.Serialize(new
        {
            type = "message",
            id,
            timestamp = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture),
            localTimezone = "Europe/Vienna",
            channelId = "msteams",
            serviceUrl,
            from = new { id = "29:" + person, name = "Person", aadObjectId = person },
            recipient = new { id = "28:bot", name = "OutcomeBot" },
            conversation = new { id = $"{channel};messageid={id}", conversationType = "channel", isGroup = true, tenantId = tenant },
            channelData = new { tenant = new { id = tenant }, team = new { id = channel, name = "Load" }, channel = new { id = channel } },
            text = $"<at>OutcomeBot</at> why {Mix.Question(number)}",
            textFormat = "plain",
            entities = new object[] { new { type = "mention", text = "<at>OutcomeBot</at>", mentioned = new { id = "28:bot", name = "OutcomeBot" } }, new { type = "clientInfo", locale = "en-US", country = "US", platform = "Windows", timezone = "Europe/Vienna" } },
        }));
    }

    private static byte[] Request(string token, string body) => Encoding.UTF8.GetBytes(
        $"POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: Microsoft-SkypeBotApi\r\nAuthorization: Bearer {token}\r\n"
        + $"Content-Type: application/json; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture)}\r\n\r\n{body}");
}
