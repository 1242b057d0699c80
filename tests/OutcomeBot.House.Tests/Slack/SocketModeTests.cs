using System.Net;
using System.Text.Json.Nodes;

namespace OutcomeBot.House.Tests.Slack;

/// <summary>The whole bot without an address of its own: it calls Slack, and sockets come and go.</summary>
public sealed class SocketModeTests
{
    private const string Ana = "U0ANA0001";
    private const string Ben = "U0BEN0001";

    [Fact]
    public async Task A_session_goes_on_while_its_socket_is_renewed_and_a_repeated_envelope_counts_once()
    {
        await using var house = await SlackHouse.StartAsync(way: Way.Sockets);
        await house.Driver.CommandAsync(Ana, "why Why is revenue growth declining?");
        var card = await house.Driver.PostAsync(post => post.Thread is null, "the card");
        await house.Driver.TypeAsync(Ben, card, "conversion of up-sells has fallen", eventId: "EvSAME", stamp: "1770000000.000001");
        var old = house.Workspace.Sockets.Open;
        foreach (var socket in old) await socket.DisconnectAsync("refresh_requested");
        await SlackDriver.UntilAsync(() => house.Workspace.Sockets.Open.Count == 2 * old.Count, "a successor for each");

        await house.Driver.TypeAsync(Ben, card, "conversion of up-sells has fallen", eventId: "EvSAME", stamp: "1770000000.000001");
        foreach (var socket in old) await socket.CloseAsync();
        await house.Driver.TypeAsync(Ana, card, "fewer customers renew their contracts");
        var shown = await house.Driver.UntilSaysAsync(card, "ewer customers renew");

        Assert.Contains("2 fewer customers renew", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bot_is_ready_when_a_socket_is_open_and_says_so()
    {
        await using var house = await SlackHouse.StartAsync(way: Way.Sockets);
        await SlackDriver.UntilAsync(() => house.Workspace.Sockets.Open.Count == 2, "both sockets");
        using var http = new HttpClient { BaseAddress = house.Address };
        await SlackDriver.UntilAsync(async () => (await ReadyAsync(http)).Says == "Sockets to Slack: 2 open, 2 wanted.", "the bot to be ready");

        Assert.Equal(HttpStatusCode.OK, (await ReadyAsync(http)).Status);
    }

    private static async Task<(HttpStatusCode Status, string? Says)> ReadyAsync(HttpClient http)
    {
        using var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["checks"]!["slack-sockets"]?.ToString());
    }
}
