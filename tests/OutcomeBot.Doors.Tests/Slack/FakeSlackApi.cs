using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>A call that the bot made to Slack.</summary>
public sealed record SlackApiCall(string Method, string? ContentType, string? Authorization, string Body)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonElement.Parse(Body);

    /// <summary>A field of the body as a form.</summary>
    public string? Field(string name) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(Body).TryGetValue(name, out var values) ? values[0] : null;
}

/// <summary>An answer of Slack.</summary>
public sealed record SlackApiAnswer(int Status, string Body, string? RetryAfter = null, string? Location = null);

/// <summary>Slack's Web API, as far as the bot calls it, on a free port of this machine. It says yes unless told otherwise.</summary>
public sealed class FakeSlackApi : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<SlackApiAnswer>> _answers = new();
    private readonly ConcurrentQueue<SlackApiCall> _calls = new();
    private readonly SemaphoreSlim _called = new(0);
    private readonly WebApplication _app;
    private int _stamp;

    private FakeSlackApi()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Map("/{**path}", AnswerAsync);
    }

    /// <summary>The address of the API.</summary>
    public string BaseUrl => Origin + "/api/";

    /// <summary>The address without the path.</summary>
    public string Origin => _app.Urls.First();

    /// <summary>What happens between a call and its answer.</summary>
    public Func<string, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    /// <summary>Whether the answer to this method breaks off half-way, with the connection left open.</summary>
    public Func<string, bool> Stalls { get; set; } = _ => false;

    /// <summary>What a call is answered by rules of a test; null for the usual answer.</summary>
    public Func<SlackApiCall, string?> Ruled { get; set; } = _ => null;

    /// <summary>The sockets that the bot opened.</summary>
    public MadeSockets Sockets { get; } = new();

    /// <summary>What was called so far.</summary>
    public IReadOnlyList<SlackApiCall> Calls => [.. _calls];

    public static async Task<FakeSlackApi> StartAsync()
    {
        var api = new FakeSlackApi();
        await api._app.StartAsync();
        return api;
    }

    /// <summary>Calls of a method.</summary>
    public IReadOnlyList<SlackApiCall> Of(string method) => [.. _calls.Where(call => call.Method == method)];

    /// <summary>The next call of this method is answered so.</summary>
    public void Answers(string method, string json, int status = 200, string? retryAfter = null, string? location = null) =>
        _answers.GetOrAdd(method, _ => new()).Enqueue(new SlackApiAnswer(status, json, retryAfter, location));

    /// <summary>Waits until a method has been called so often; the test's time limit is the end of it.</summary>
    public async Task<SlackApiCall> WaitForAsync(string method, int times = 1)
    {
        while (Of(method).Count < times)
            if (!await _called.WaitAsync(TimeSpan.FromSeconds(20)))
                throw new TimeoutException($"{method} was not called; called were {string.Join(", ", Calls.Select(call => call.Method))}.");
        return Of(method)[times - 1];
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _called.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            await Sockets.AcceptAsync(context);
            return;
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var path = context.Request.Path.Value!.TrimStart('/');
        var method = path.StartsWith("api/", StringComparison.Ordinal) ? path[4..] : path;
        var call = new SlackApiCall(method, context.Request.ContentType, context.Request.Headers.Authorization, await reader.ReadToEndAsync());
        var answer = _answers.TryGetValue(method, out var queue) && queue.TryDequeue(out var told) ? told : Ruled(call) is { } ruled ? new SlackApiAnswer(200, ruled) : Default(method);
        _calls.Enqueue(call);
        _called.Release();
        await Meanwhile(method);
        context.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is not null) context.Response.Headers.RetryAfter = answer.RetryAfter;
        if (answer.Location is not null) context.Response.Headers.Location = answer.Location;
        context.Response.ContentType = "application/json; charset=utf-8";
        if (Stalls(method))
        {
            context.Response.ContentLength = answer.Body.Length + 1;
            await context.Response.WriteAsync(answer.Body);
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        await context.Response.WriteAsync(answer.Body);
    }

    private SlackApiAnswer Default(string method) => new(200, method switch
    {
        "auth.test" => """{"ok":true,"user_id":"UBOT00001","bot_id":"B1"}""",
        "users.info" => """{"ok":true,"user":{"id":"U1","profile":{"display_name":"Ana"}}}""",
        "chat.postMessage" => $$"""{"ok":true,"channel":"C111","ts":"1700000000.{{Interlocked.Increment(ref _stamp):D6}}"}""",
        "conversations.open" => """{"ok":true,"channel":{"id":"D999"}}""",
        "conversations.history" or "conversations.replies" => """{"ok":true,"messages":[]}""",
        "apps.connections.open" => $$"""{"ok":true,"url":"{{Sockets.Promise(Origin)}}"}""",
        "files.getUploadURLExternal" => $$"""{"ok":true,"upload_url":"{{Origin}}/upload/1","file_id":"F1"}""",
        "files.info" => """{"ok":true,"file":{"id":"F1","shares":{"public":{"C1":[{"ts":"1.2"}]}}}}""",
        _ => """{"ok":true}""",
    });
}
