using System.Buffers;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OutcomeBot.Load.Servers;

/// <summary>Slack's Web API as far as the bot calls it: it agrees to everything at once, and remembers what a person would see.</summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    private readonly WebApplication _app;
    private long _files;

    private FakeSlack(WebApplication app) => _app = app;

    /// <summary>What people would see.</summary>
    public Wall Wall { get; } = new();

    /// <summary>The address for the bot's settings.</summary>
    public Uri Address => new(_app.Urls.First().TrimEnd('/') + "/api/");

    public static async Task<FakeSlack> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var slack = new FakeSlack(builder.Build());
        slack._app.Run(slack.AnswerAsync);
        await slack._app.StartAsync(cancellationToken);
        return slack;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var body = await BodyAsync(context);
        var answer = Encoding.UTF8.GetBytes(Answer(Path.GetFileName(context.Request.Path.Value ?? ""), body));
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    private string Answer(string method, byte[] body) => method switch
    {
        "chat.postMessage" => Posted(ApiCall.Of(body), body),
        "chat.update" => Updated(ApiCall.Of(body)),
        "views.open" => Opened(ApiCall.Of(body), body),
        "conversations.history" or "conversations.replies" => History(Encoding.UTF8.GetString(body)),
        "conversations.open" => """{"ok":true,"channel":{"id":"D0LOAD"}}""",
        "auth.test" => """{"ok":true,"user_id":"U0LOADBOT","bot_id":"B0LOADBOT","team_id":"T0LOAD00000","user":"outcomebot","team":"load"}""",
        "users.info" => Known(Field(Encoding.UTF8.GetString(body), "user")),
        "chat.postEphemeral" => """{"ok":true,"message_ts":"1.000001"}""",
        "files.getUploadURLExternal" => $$"""{"ok":true,"upload_url":"{{Address}}upload","file_id":"F0LOAD{{Interlocked.Increment(ref _files)}}"}""",
        "files.completeUploadExternal" => Shown(),
        "files.info" => """{"ok":true,"file":{"shares":{"public":{"C0LOAD":[{"ts":"1.000001"}]}}}}""",
        "upload" => "OK",
        "views.publish" or "views.update" => """{"ok":true}""",
        _ => """{"ok":false,"error":"unknown_method"}""",
    };

    private string Posted(ApiCall call, byte[] body)
    {
        var stamp = Mix.Stamp();
        Wall.Post(call, stamp, body);
        return $$"""{"ok":true,"channel":"{{call.Channel}}","ts":"{{stamp}}"}""";
    }

    private string Updated(ApiCall call)
    {
        Wall.Change(call);
        return $$"""{"ok":true,"channel":"{{call.Channel}}","ts":"{{call.Message}}"}""";
    }

    private string Opened(ApiCall call, byte[] body)
    {
        Wall.Open(call, body);
        return """{"ok":true,"view":{"id":"V0LOAD","hash":"1"}}""";
    }

    private string Shown()
    {
        Wall.Show();
        return """{"ok":true,"files":[]}""";
    }

    private string History(string form)
    {
        var channel = Field(form, "channel");
        return $$"""{"ok":true,"messages":[{{string.Join(',', Wall.Marks(channel).Select(mark => $$"""{"ts":"{{mark.Stamp}}","metadata":{{mark.Mark}}}"""))}}]}""";
    }

    private static string Known(string user) => $$$"""{"ok":true,"user":{"id":"{{{user}}}","profile":{"display_name":"name-{{{user}}}"},"deleted":false}}""";

    private static string Field(string form, string name) =>
        form.Split('&').Select(pair => pair.Split('=')).FirstOrDefault(pair => pair.Length == 2 && pair[0] == name)?[1] ?? "";

    /// <summary>All bytes of a request.</summary>
    public static async Task<byte[]> BodyAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
