using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OutcomeBot.Doors.Tests.Teams;

/// <summary>A message as the conversation shows it now.</summary>
public sealed record TeamsPost(string Conversation, string Id, JsonObject Body, int Updates)
{
    /// <summary>Who alone sees it; null when everybody in the conversation does.</summary>
    public string? OnlyTo { get; init; }

    /// <summary>The card in it.</summary>
    public JsonObject Card => Body["attachments"]!.AsArray()[0]!["content"]!.AsObject();

    /// <summary>All the text in it that people see, a line for each block.</summary>
    public string Text => string.Join('\n', Objects(Card).Select(Said).Where(text => text.Length > 0));

    /// <summary>The action of this title; null when there is none.</summary>
    public JsonObject? Action(string title) => Actions(Card).FirstOrDefault(action => action["title"]!.ToString() == title);

    /// <summary>Every action that sends something.</summary>
    public static IEnumerable<JsonObject> Actions(JsonNode? node) =>
        Objects(node).Where(found => found["type"]?.ToString() is "Action.Execute" or "Action.Submit" && found["title"] is not null && found["data"] is not null && found["verb"]?.ToString() != "refresh");

    /// <summary>Every object in a card, outermost first.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(pair => Objects(pair.Value)).Prepend(found),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    private static string Said(JsonObject found) => found["type"]?.ToString() switch
    {
        "RichTextBlock" => string.Concat(found["inlines"]!.AsArray().Select(run => run!["text"])),
        "TextRun" => "",
        _ => string.Join('\n', found.Where(pair => pair.Key is "text" or "title" or "label" or "altText" && pair.Value is JsonValue).Select(pair => pair.Value!.ToString())),
    };
}

/// <summary>Teams' connector, made here: it remembers what it was told, and fails as a test wants it to.</summary>
public sealed class MadeConnector : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(string Conversation, string Id), TeamsPost> _posts = new();
    private readonly ConcurrentQueue<(string Method, string Path, string? Authorization, JsonObject? Body)> _calls = new();
    private readonly ConcurrentQueue<(Func<string, string, bool> When, int Status, string? Code, int? RetryAfter, bool AndDo)> _failures = new();
    private readonly WebApplication _app;
    private long _next = 1_760_000_000_000;

    private MadeConnector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Map("/{**path}", AnswerAsync);
    }

    public string ServiceUrl => _app.Urls.First() + "/emea/";

    public IReadOnlyList<TeamsPost> Posts => [.. _posts.Values.OrderBy(post => post.Id, StringComparer.Ordinal)];

    public IReadOnlyList<(string Method, string Path, string? Authorization, JsonObject? Body)> Calls => [.. _calls];

    /// <summary>Whether the answer to a call of this path breaks off half-way, with the connection left open.</summary>
    public Func<string, bool> Stalls { get; set; } = _ => false;

    public static async Task<MadeConnector> StartAsync()
    {
        var connector = new MadeConnector();
        await connector._app.StartAsync();
        return connector;
    }

    /// <summary>The next call for which this holds ends so; with <paramref name="andDo"/> it is done all the same.</summary>
    public void Fail(Func<string, string, bool> when, int status, string? code = null, int? retryAfter = null, bool andDo = false) =>
        _failures.Enqueue((when, status, code, retryAfter, andDo));

    public TeamsPost Post(TeamsPost post) => _posts[(post.Conversation, post.Id)];

    /// <summary>Somebody deleted it.</summary>
    public void Delete(TeamsPost post) => _posts.TryRemove((post.Conversation, post.Id), out _);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var raw = await reader.ReadToEndAsync(context.RequestAborted);
        var (method, path) = (context.Request.Method, context.Request.Path.Value!);
        var body = raw.Length == 0 ? null : JsonNode.Parse(raw)!.AsObject();
        var isTargeted = context.Request.Query["isTargetedActivity"] == "true";
        _calls.Enqueue((method, path + context.Request.QueryString, context.Request.Headers.Authorization, body));
        if (Failure(method, path + context.Request.QueryString) is { } failure)
        {
            if (failure.AndDo) Answer(method, path, body, isTargeted);
            context.Response.StatusCode = failure.Status;
            if (failure.RetryAfter is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            await context.Response.WriteAsJsonAsync(new JsonObject { ["error"] = new JsonObject { ["code"] = failure.Code ?? "Failed", ["message"] = "made" } }, context.RequestAborted);
            return;
        }

        var (status, answer) = Answer(method, path, body, isTargeted);
        context.Response.StatusCode = status;
        if (Stalls(path))
        {
            context.Response.ContentLength = 1_000;
            await context.Response.WriteAsync("{", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        await context.Response.WriteAsJsonAsync(answer, context.RequestAborted);
    }

    private (int Status, string? Code, int? RetryAfter, bool AndDo)? Failure(string method, string path)
    {
        if (!_failures.TryPeek(out var next) || !next.When(method, path)) return null;
        _failures.TryDequeue(out _);
        return (next.Status, next.Code, next.RetryAfter, next.AndDo);
    }

    private (int Status, JsonObject Body) Answer(string method, string path, JsonObject? body, bool isTargeted)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipWhile(part => part != "conversations").Skip(1).Select(Uri.UnescapeDataString).ToArray();
        return (method, parts) switch
        {
            ("POST", []) => (201, new JsonObject { ["id"] = "a:alone-" + body!["members"]!.AsArray()[0]!["id"] }),
            ("POST", [_, "activities"]) when isTargeted && body!["recipient"]?["id"] is null => (400, new JsonObject { ["error"] = new JsonObject { ["code"] = "BadArgument" } }),
            ("POST", [var conversation, "activities"]) => (201, Posted(conversation, body!, isTargeted ? body!["recipient"]!["id"]!.ToString() : null)),
            ("PUT", [var conversation, "activities", var id]) => Updated(conversation, id, body!),
            ("GET", [_, "members", var member]) => (200, new JsonObject { ["id"] = "29:" + member, ["name"] = "Person " + member, ["aadObjectId"] = member }),
            _ => (404, new JsonObject { ["error"] = new JsonObject { ["code"] = "NotFound" } }),
        };
    }

    private JsonObject Posted(string conversation, JsonObject body, string? onlyTo)
    {
        var id = Interlocked.Increment(ref _next).ToString(CultureInfo.InvariantCulture);
        _posts[(conversation, id)] = new TeamsPost(conversation, id, body, 0) { OnlyTo = onlyTo };
        return new JsonObject { ["id"] = id };
    }

    private (int Status, JsonObject Body) Updated(string conversation, string id, JsonObject body)
    {
        // Teams finds a message of a channel with or without its thread in the address.
        var key = _posts.Keys.FirstOrDefault(key => key.Id == id && key.Conversation.Split(';')[0] == conversation.Split(';')[0]);
        if (key == default) return (404, new JsonObject { ["error"] = new JsonObject { ["code"] = "ActivityNotFoundInConversation" } });
        _posts[key] = _posts[key] with { Body = body, Updates = _posts[key].Updates + 1 };
        return (200, new JsonObject { ["id"] = id });
    }
}
