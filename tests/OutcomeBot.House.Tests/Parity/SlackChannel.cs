using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using OutcomeBot.Core.Chat;
using OutcomeBot.House.Tests.Slack;

namespace OutcomeBot.House.Tests.Parity;

/// <summary>The channel in Slack: signed requests, and a workspace made here.</summary>
internal sealed class SlackChannel(SlackHouse house, MovedClock clock) : Channel(clock)
{
    private const string General = "C0GENERAL";
    private readonly ConcurrentQueue<(string Who, string Text)> _answers = new();

    public override Tenant Tenant { get; } = new("slack:" + SlackDriver.Team);

    protected override IServiceProvider Services => house.Services;

    public static async Task<Channel> StartAsync(MovedClock clock)
    {
        var house = await SlackHouse.StartAsync(clock);
        foreach (var name in (string[])["Ana", "Ben", "Chen", "Dana"]) house.Workspace.Names[Id(name.ToLowerInvariant())] = name;
        return new SlackChannel(house, clock);
    }

    public override Task<IReadOnlyList<Seen>> SeenAsync() => Task.FromResult<IReadOnlyList<Seen>>(
    [
        .. house.Workspace.Posts.Where(post => post.Channel == General).Select(post => new Seen(post.Stamp, post.Thread, post.Text, [.. post.Buttons.Select(button => button.Label)], post.Charts, [])),
        .. house.Workspace.Of("files.completeUploadExternal").Select(Shared),
    ]);

    public override Task<IReadOnlyList<string>> NotesAsync(string who) => Task.FromResult<IReadOnlyList<string>>(
    [
        .. _answers.Where(answer => answer.Who == who).Select(answer => answer.Text),
        .. house.Workspace.Of("chat.postEphemeral").Where(note => note["user"]!.ToString() == Id(who)).Select(TextOf),
        .. house.Workspace.Of("return/" + Id(who)).Select(TextOf),
        .. house.Workspace.Posts.Where(post => post.Channel == "D" + Id(who)).Select(post => post.Text),
    ]);

    public override async Task SayAsync(string who, string text) => Hear(who, await house.Driver.CommandAsync(Id(who), text));

    public override async Task<string> TypeAsync(string who, Seen under, string text)
    {
        var stamp = $"1770000000.{SlackDriver.Fresh()[2..]}";
        await house.Driver.TypeAsync(Id(who), Post(under), text, stamp: stamp);
        return stamp;
    }

    public override Task EditAsync(string who, Seen under, string line, string text) => ChangeAsync(under, "message_changed", line, change =>
    {
        change["message"] = new JsonObject { ["type"] = "message", ["user"] = Id(who), ["text"] = text, ["ts"] = line, ["thread_ts"] = under.Id, ["edited"] = new JsonObject { ["user"] = Id(who) } };
        change["previous_message"] = new JsonObject { ["type"] = "message", ["user"] = Id(who), ["text"] = "before", ["ts"] = line, ["thread_ts"] = under.Id };
    });

    public override Task RemoveAsync(string who, Seen under, string line) => ChangeAsync(under, "message_deleted", line, change =>
    {
        change["deleted_ts"] = line;
        change["previous_message"] = new JsonObject { ["type"] = "message", ["user"] = Id(who), ["text"] = "before", ["ts"] = line, ["thread_ts"] = under.Id };
    });

    public override async Task PressAsync(string who, Seen on, string label) => Hear(who, await house.Driver.PressAsync(Id(who), Post(on), label));

    public override async Task<IReadOnlyList<string>> FillAsync(string who, Seen on, string label, params (string Field, string Value)[] values)
    {
        var answer = await house.Driver.FillAsync(Id(who), await house.Driver.OpenAsync(Id(who), Post(on), label), values);
        return answer?["errors"] is JsonObject errors ? [.. errors.Select(error => error.Value!.ToString())] : [];
    }

    public override async Task<string?> HomeAsync(string who)
    {
        var before = house.Workspace.Of("views.publish").Count();
        await house.Driver.EventAsync(new JsonObject { ["type"] = "app_home_opened", ["user"] = Id(who), ["channel"] = "D" + Id(who), ["tab"] = "home", ["event_ts"] = "1770000003.000001" });
        await SlackDriver.UntilAsync(() => house.Workspace.Of("views.publish").Count() > before, "the home page");
        return TextOf(house.Workspace.Of("views.publish").Last());
    }

    public override string Named(string who) => Id(who);

    public override ValueTask DisposeAsync() => house.DisposeAsync();

    private static string Id(string who) => ("U0" + who.ToUpperInvariant()).PadRight(9, '1');

    private SlackPost Post(Seen seen) => house.Workspace.Posts.Single(post => post.Channel == General && post.Stamp == seen.Id);

    private Task<JsonObject?> ChangeAsync(Seen under, string subtype, string line, Action<JsonObject> fill)
    {
        var change = new JsonObject { ["type"] = "message", ["subtype"] = subtype, ["channel"] = General, ["channel_type"] = "channel", ["ts"] = $"1770000001.{SlackDriver.Fresh()[2..]}" };
        fill(change);
        return house.Driver.EventAsync(change);
    }

    private void Hear(string who, JsonObject? answer)
    {
        if (answer is not null) _answers.Enqueue((who, TextOf(answer)));
    }

    private static string TextOf(JsonNode node) => string.Join('\n', SlackPost.Objects(node).SelectMany(found => found.Where(pair => pair.Key is "text" && pair.Value is JsonValue)).Select(pair => pair.Value!.ToString()));

    /// <summary>What was uploaded is shared in one call: pictures, or files by their texts.</summary>
    private Seen Shared(JsonObject call)
    {
        var files = call["files"]!.AsArray().Select(file => house.Workspace.Uploads[file!["id"]!.ToString()]).ToArray();
        return new Seen(
            call["files"]![0]!["id"]!.ToString(), call["thread_ts"]?.ToString(), call["initial_comment"]?.ToString() ?? "", [],
            files.Count(file => file.Name.EndsWith(".png", StringComparison.Ordinal)), [.. files.Where(file => !file.Name.EndsWith(".png", StringComparison.Ordinal)).Select(file => file.Text)]);
    }
}
