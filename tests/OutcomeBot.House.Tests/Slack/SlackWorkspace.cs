using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using OutcomeBot.Doors.Tests.Slack;

namespace OutcomeBot.House.Tests.Slack;

/// <summary>A message as the workspace shows it now.</summary>
internal sealed record SlackPost(string Channel, string Stamp, string? Thread, JsonObject Body, int Updates)
{
    /// <summary>All the text in it, blocks included.</summary>
    public string Text => string.Join('\n', Strings(Body));

    /// <summary>The <c>action_id</c> of the button that says this; null when there is none.</summary>
    public string? Button(string label) => Buttons.FirstOrDefault(button => button.Label == label).Action;

    public IEnumerable<(string Label, string Action)> Buttons =>
        from node in Objects(Body)
        where node["type"]?.ToString() == "button"
        select (node["text"]!["text"]!.ToString(), node["action_id"]!.ToString());

    /// <summary>How many of Slack's own charts stand in it.</summary>
    public int Charts => Objects(Body).Count(node => node["type"]?.ToString() == "data_visualization");

    internal static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(pair => Objects(pair.Value)).Prepend(found),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    private static IEnumerable<string> Strings(JsonNode? node) =>
        from found in Objects(node)
        from pair in found
        where pair.Key is "text" or "alt_text" && pair.Value is JsonValue
        select pair.Value!.ToString();
}

/// <summary>A Slack workspace on this machine that remembers its messages, for stories through the front door.</summary>
internal sealed class SlackWorkspace : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(string Channel, string Stamp), SlackPost> _posts = new();
    private readonly ConcurrentQueue<(string Method, JsonObject Body)> _calls = new();
    private readonly ConcurrentQueue<(string Token, string Method, JsonObject Body)> _signed = new();
    private readonly WebApplication _app;
    private int _stamp;

    private SlackWorkspace()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Map("/{**path}", AnswerAsync);
    }

    /// <summary>The time zones in people's profiles; Vienna where none is set.</summary>
    public ConcurrentDictionary<string, string> Zones { get; } = new();

    /// <summary>The sockets that the bot opened, in Socket Mode.</summary>
    public MadeSockets Sockets { get; } = new();

    /// <summary>The names in people's profiles; made of their ids where none is set.</summary>
    public ConcurrentDictionary<string, string> Names { get; } = new();

    /// <summary>Those whose accounts are switched off.</summary>
    public ConcurrentDictionary<string, bool> Deactivated { get; } = new();

    /// <summary>What was uploaded, by the id of the file.</summary>
    public ConcurrentDictionary<string, (string Name, string Text)> Uploads { get; } = new();

    public string ApiUrl => _app.Urls.First() + "/api/";

    public string ReturnUrl => _app.Urls.First() + "/return";

    /// <summary>Every message that is there, oldest first.</summary>
    public IReadOnlyList<SlackPost> Posts => [.. _posts.Values.OrderBy(post => post.Stamp, StringComparer.Ordinal)];

    public IReadOnlyList<(string Method, JsonObject Body)> Calls => [.. _calls];

    /// <summary>Every call that bore a token, with the token.</summary>
    public IReadOnlyList<(string Token, string Method, JsonObject Body)> Signed => [.. _signed];

    /// <summary>The token that it grants for a code, which is the workspace's id and how often it was installed.</summary>
    public static string TokenOf(string code) => "xoxb-granted-for-" + code;

    public IEnumerable<JsonObject> Of(string method) => _calls.Where(call => call.Method == method).Select(call => call.Body);

    public static async Task<SlackWorkspace> StartAsync()
    {
        var workspace = new SlackWorkspace();
        await workspace._app.StartAsync();
        return workspace;
    }

    public SlackPost Post(SlackPost post) => _posts[(post.Channel, post.Stamp)];

    /// <summary>A channel gets another id; its messages go with it.</summary>
    public void Move(string from, string to)
    {
        foreach (var post in _posts.Values.Where(post => post.Channel == from))
            if (_posts.TryRemove((from, post.Stamp), out var moved))
                _posts[(to, moved.Stamp)] = moved with { Channel = to };
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            await Sockets.AcceptAsync(context);
            return;
        }

        using var reader = new StreamReader(context.Request.Body);
        var raw = await reader.ReadToEndAsync(context.RequestAborted);
        var method = context.Request.Path.Value!.TrimStart('/').Replace("api/", "", StringComparison.Ordinal);
        var body = Read(context.Request, raw);
        if (method.Split('/') is ["upload", var file]) Uploads[file] = (Uploads[file].Name, raw);
        var answer = Answer(method, body);
        _calls.Enqueue((method, body));
        if (context.Request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var token]) _signed.Enqueue((token, method, body));
        await context.Response.WriteAsJsonAsync(answer, context.RequestAborted);
    }

    private static JsonObject Read(HttpRequest request, string raw) =>
        request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true ? JsonNode.Parse(raw)!.AsObject()
        : new JsonObject(QueryHelpers.ParseQuery(request.HasFormContentType ? raw : request.QueryString.Value)
            .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.ToString())));

    private JsonObject Answer(string method, JsonObject body) => method switch
    {
        "auth.test" => Ok(("user_id", "UBOT00001"), ("bot_id", "B00000001")),
        "oauth.v2.access" => Ok(
            ("access_token", TokenOf(body["code"]!.ToString())), ("token_type", "bot"), ("bot_user_id", "UBOT00001"), ("app_id", "A0STORY"), ("scope", "chat:write"),
            ("team", new JsonObject { ["id"] = body["code"]!.ToString().Split('.')[0], ["name"] = "Team " + body["code"] })),
        "users.info" => Ok(("user", new JsonObject { ["id"] = body["user"]?.ToString(), ["real_name"] = Names.GetValueOrDefault(body["user"]!.ToString(), "Person " + body["user"]), ["tz"] = Zones.GetValueOrDefault(body["user"]!.ToString(), "Europe/Vienna") })),
        "chat.postMessage" => Posted(body),
        "chat.update" => Updated(body),
        "conversations.open" when Deactivated.ContainsKey(body["users"]!.ToString()) => new JsonObject { ["ok"] = false, ["error"] = "user_disabled" },
        "conversations.open" => Ok(("channel", new JsonObject { ["id"] = "D" + body["users"] })),
        "conversations.history" or "conversations.replies" => Ok(("messages", new JsonArray([.. _posts.Values
            .Where(post => post.Channel == body["channel"]!.ToString())
            .Select(post => new JsonObject { ["ts"] = post.Stamp, ["metadata"] = post.Body["metadata"]?.DeepClone() })]))),
        "apps.connections.open" => Ok(("url", Sockets.Promise(_app.Urls.First()))),
        "files.getUploadURLExternal" => Promised(body),
        "files.info" => Ok(("file", new JsonObject { ["id"] = body["file"]?.ToString(), ["shares"] = new JsonObject { ["public"] = new JsonObject { ["C1"] = new JsonArray() } } })),
        _ => Ok(),
    };

    private JsonObject Promised(JsonObject body)
    {
        var file = "F" + Interlocked.Increment(ref _stamp);
        Uploads[file] = (body["filename"]!.ToString(), "");
        return Ok(("upload_url", ApiUrl + "upload/" + file), ("file_id", file));
    }

    private JsonObject Posted(JsonObject body)
    {
        var stamp = $"1760000000.{Interlocked.Increment(ref _stamp):D6}";
        var channel = body["channel"]!.ToString();
        _posts[(channel, stamp)] = new SlackPost(channel, stamp, body["thread_ts"]?.ToString(), body, 0);
        return Ok(("channel", channel), ("ts", stamp));
    }

    private JsonObject Updated(JsonObject body)
    {
        var key = (body["channel"]!.ToString(), body["ts"]!.ToString());
        if (!_posts.TryGetValue(key, out var post)) return new JsonObject { ["ok"] = false, ["error"] = "message_not_found" };
        _posts[key] = post with { Body = body, Updates = post.Updates + 1 };
        return Ok(("channel", post.Channel), ("ts", post.Stamp));
    }

    private static JsonObject Ok(params (string Key, JsonNode? Value)[] fields)
    {
        var ok = new JsonObject { ["ok"] = true };
        foreach (var (key, value) in fields) ok[key] = value;
        return ok;
    }
}
