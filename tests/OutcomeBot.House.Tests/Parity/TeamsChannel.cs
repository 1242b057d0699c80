using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using OutcomeBot.Core.Chat;
using OutcomeBot.Doors.Tests.Teams;
using OutcomeBot.House.Tests.Slack;
using OutcomeBot.House.Tests.Teams;

namespace OutcomeBot.House.Tests.Parity;

/// <summary>The channel in Teams: activities with tokens of an issuer made here, and a connector made here.</summary>
internal sealed class TeamsChannel(TeamsHouse house, MovedClock clock) : Channel(clock)
{
    private readonly ConcurrentQueue<(string Who, string Text)> _answers = new();

    public override Tenant Tenant { get; } = new("teams:" + TestIssuer.Tenant);

    protected override IServiceProvider Services => house.Services;

    public static async Task<Channel> StartAsync(MovedClock clock) => new TeamsChannel(await TeamsHouse.StartAsync(clock), clock);

    public override async Task<IReadOnlyList<Seen>> SeenAsync() =>
        await Task.WhenAll(house.Connector.Posts.Where(post => post.Conversation.StartsWith(TeamsDriver.General, StringComparison.Ordinal)).Select(SeenAsync));

    public override Task<IReadOnlyList<string>> NotesAsync(string who) => Task.FromResult<IReadOnlyList<string>>(
    [
        .. _answers.Where(answer => answer.Who == who).Select(answer => answer.Text),
        .. house.Connector.Posts.Where(post => post.Conversation == TeamsDriver.Alone(who)).Select(post => string.Join('\n', [post.Text, .. TeamsPost.Objects(post.Card).Select(part => part["url"]?.ToString()).OfType<string>()])),
    ]);

    public override Task SayAsync(string who, string text) => house.Driver.MentionAsync(who, text);

    public override Task SayUnderAsync(string who, Seen under, string text) => house.Driver.MentionUnderAsync(who, Post(under), text);

    public override async Task<string> TypeAsync(string who, Seen under, string text)
    {
        var id = TeamsDriver.Fresh();
        await house.Driver.TypeAsync(who, Post(under), text, id);
        return id;
    }

    public override Task EditAsync(string who, Seen under, string line, string text) => ChangeAsync(who, under, "messageUpdate", line, text);

    public override Task RemoveAsync(string who, Seen under, string line) => ChangeAsync(who, under, "messageDelete", line, null);

    public override async Task PressAsync(string who, Seen on, string label)
    {
        if (await house.Driver.PressAsync(who, Post(on), label) is { } answer) _answers.Enqueue((who, answer.ToJsonString()));
    }

    public override async Task<IReadOnlyList<string>> FillAsync(string who, Seen on, string label, params (string Field, string Value)[] values)
    {
        var card = Post(on);
        var next = TeamsDriver.DialogOf(await house.Driver.FillAsync(who, card, await house.Driver.OpenAsync(who, card, label), values));
        return [.. TeamsPost.Objects(next).Where(found => found["color"]?.ToString() == "Attention").Select(found => found["text"]!.ToString())];
    }

    public override Task<string?> HomeAsync(string who) => Task.FromResult<string?>(null);

    public override string Named(string who) => who;

    public override ValueTask DisposeAsync() => house.DisposeAsync();

    private TeamsPost Post(Seen seen) => house.Connector.Posts.Single(post => post.Id == seen.Id);

    private async Task<Seen> SeenAsync(TeamsPost post) => new(
        post.Id,
        post.Conversation.Split(";messageid=") is [_, var thread] ? thread : null,
        post.Text,
        [.. TeamsPost.Actions(post.Card).Select(action => action["title"]!.ToString())],
        TeamsPost.Objects(post.Card).Count(found => found["type"]?.ToString() == "Image"),
        await Task.WhenAll(TeamsPost.Objects(post.Card).Where(IsDownload).Select(link => house.Driver.Http.GetStringAsync(new Uri(link["url"]!.ToString()).AbsolutePath))));

    private static bool IsDownload(JsonObject found) =>
        found["type"]?.ToString() == "Action.OpenUrl" && found["url"]!.ToString().StartsWith("https://bot.example.com/", StringComparison.Ordinal);

    private Task<JsonObject?> ChangeAsync(string who, Seen under, string type, string line, string? text)
    {
        var activity = house.Driver.Activity(who, TeamsDriver.Thread(Post(under)), type, line);
        activity["channelData"]!["eventType"] = type == "messageUpdate" ? "editMessage" : "softDeleteMessage";
        if (text is not null) activity["text"] = text;
        return house.Driver.SendAsync(activity);
    }
}
