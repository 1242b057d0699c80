using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Doors.Tests.Teams;
using OutcomeBot.Runtime;
using OutcomeBot.Slack;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>The Slack door alone, on a free port of this machine, with an inbox that keeps what it is given.</summary>
public sealed class SlackHost : IAsyncDisposable
{
    public const string Secret = "the-signing-secret-of-these-tests";
    public const string Token = "xoxb-the-token-of-these-tests";

    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private SlackHost(FakeSlackApi api, WebApplication app, RecordingInbox inbox, FakeTimeProvider time, RecordingLog log)
    {
        (Api, _app, Inbox, Time, Log) = (api, app, inbox, time, log);
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public FakeSlackApi Api { get; }

    public RecordingInbox Inbox { get; }

    public FakeTimeProvider Time { get; }

    public RecordingLog Log { get; }

    public IPlatform Platform => _app.Services.GetRequiredService<IPlatform>();

    public Instant Now => Instant.FromDateTimeOffset(Time.GetUtcNow());

    public static async Task<SlackHost> StartAsync(Dictionary<string, string?>? settings = null)
    {
        var api = await FakeSlackApi.StartAsync();
        var (inbox, time, log) = (new RecordingInbox(), new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero)), new RecordingLog());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings ?? new()
        {
            ["Slack:SigningSecret"] = Secret,
            ["Slack:BotToken"] = Token,
            ["Slack:ApiBaseUrl"] = api.BaseUrl,
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IInbox>(inbox).AddSingleton<IPainter, PaintedSquare>().AddSingleton<Easel>().AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton(new PracticeBook(Catalog.All)).AddSingleton<IJournal, NoJournal>().AddSingleton<IPostings, NothingUnderway>().AddSingleton<NamedLines>();
        builder.Services.AddSlack(builder.Configuration);
        var app = builder.Build();
        app.MapSlack();
        await app.StartAsync();
        return new SlackHost(api, app, inbox, time, log);
    }

    /// <summary>Sends a body as Slack would.</summary>
    public Task<HttpResponseMessage> SendAsync(string path, string body, string? contentType = null, TimeSpan age = default) =>
        SendAsync(path, Encoding.UTF8.GetBytes(body), contentType, age);

    /// <summary>Sends bytes as Slack would.</summary>
    public Task<HttpResponseMessage> SendAsync(string path, byte[] body, string? contentType = null, TimeSpan age = default)
    {
        var stamp = (Time.GetUtcNow() - age).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return SendSignedAsync(path, body, stamp, Sign(Secret, stamp, body), contentType);
    }

    /// <summary>Sends bytes with whatever signature.</summary>
    public async Task<HttpResponseMessage> SendSignedAsync(string path, byte[] body, string? stamp, string? signature, string? contentType = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType ?? (path == "/slack/events" ? "application/json" : "application/x-www-form-urlencoded"));
        if (stamp is not null) request.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", stamp);
        if (signature is not null) request.Headers.TryAddWithoutValidation("X-Slack-Signature", signature);
        return await _http.SendAsync(request);
    }

    public Task<HttpResponseMessage> InteractAsync(string json) => SendAsync("/slack/interactions", "payload=" + Uri.EscapeDataString(json));

    public static string Sign(string secret, string stamp, byte[] body) =>
        "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes($"v0:{stamp}:"), .. body]));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await Api.DisposeAsync();
    }
}

/// <summary>Keeps what it is given, and answers what it is told to.</summary>
public sealed class RecordingInbox : IInbox
{
    private readonly ConcurrentQueue<Incoming> _taken = new();

    public Func<Incoming, Task<Answer>> Answering { get; set; } = _ => Task.FromResult(Answer.Quiet);

    public IReadOnlyList<Incoming> Taken => [.. _taken];

    public Task<Answer> TakeAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        _taken.Enqueue(incoming);
        return Answering(incoming);
    }
}

/// <summary>One small picture for anything drawn.</summary>
public sealed class PaintedSquare : IPainter
{
    public IReadOnlyList<Picture> Png(Drawn drawn) => [new Picture([1, 2, 3], 1600, 900, drawn.AltText)];

    public string Svg(Drawn drawn) => "<svg/>";
}

/// <summary>Keeps every line of the log.</summary>
public sealed class RecordingLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string All => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
