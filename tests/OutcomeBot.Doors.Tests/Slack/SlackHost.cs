using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
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
    public const string ClientId = "12345.67890";
    public const string ClientSecret = "the-client-secret-of-these-tests";
    public const string AppToken = "xapp-1-the-app-token-of-these-tests";

    private readonly WebApplication _app;
    private readonly HttpClient _http;
    private int _parcel;

    private SlackHost(FakeSlackApi api, WebApplication app, RecordingInbox inbox, FakeTimeProvider time, RecordingLog log, SlackKept kept)
    {
        (Api, _app, Inbox, Time, Log, Kept) = (api, app, inbox, time, log, kept);
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public FakeSlackApi Api { get; }

    public RecordingInbox Inbox { get; }

    public FakeTimeProvider Time { get; }

    public RecordingLog Log { get; }

    /// <summary>What is left of the door when it ends.</summary>
    internal SlackKept Kept { get; }

    public IPlatform Platform => _app.Services.GetRequiredService<IPlatform>();

    public Instant Now => Instant.FromDateTimeOffset(Time.GetUtcNow());

    public static async Task<SlackHost> StartAsync(Dictionary<string, string?>? settings = null) => await StartAsync(await FakeSlackApi.StartAsync(), settings);

    /// <summary>The door of one workspace, with these settings besides.</summary>
    public static async Task<SlackHost> StartWithAsync(params (string Key, string Value)[] settings)
    {
        var api = await FakeSlackApi.StartAsync();
        var all = OneWorkspace(api);
        foreach (var (key, value) in settings) all[key] = value;
        return await StartAsync(api, all);
    }

    /// <summary>The door of one workspace, with what an earlier one left behind.</summary>
    internal static async Task<SlackHost> StartAgainAsync(SlackKept kept) => await StartAsync(await FakeSlackApi.StartAsync(), null, kept);

    /// <summary>A door that workspaces install by themselves; with a token in the settings too, if there is one.</summary>
    internal static async Task<SlackHost> StartForManyAsync(string? botToken = null, SlackKept? kept = null, DateTimeOffset? at = null, string? allowed = null)
    {
        var api = await FakeSlackApi.StartAsync();
        return await StartAsync(
            api,
            new()
            {
                ["Slack:SigningSecret"] = Secret,
                ["Slack:BotToken"] = botToken,
                ["Slack:ClientId"] = ClientId,
                ["Slack:ClientSecret"] = ClientSecret,
                ["Slack:PublicUrl"] = "https://bot.example.com",
                ["Slack:AllowedWorkspaces"] = allowed,
                ["Slack:ApiBaseUrl"] = api.BaseUrl,
            },
            kept,
            at);
    }

    /// <summary>What the sockets say of themselves, as a probe sees it.</summary>
    public async Task<HealthReportEntry> SocketHealthAsync() =>
        (await _app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["slack-sockets"];

    /// <summary>Starts it in Socket Mode, with one socket and no address of its own unless the settings say otherwise.</summary>
    public static async Task<SlackHost> StartWithSocketsAsync(Action<FakeSlackApi>? slack = null, Action<IServiceCollection>? adjust = null, params (string Key, string Value)[] settings)
    {
        var api = await FakeSlackApi.StartAsync();
        slack?.Invoke(api);
        var all = new Dictionary<string, string?>
        {
            ["Slack:AppToken"] = AppToken,
            ["Slack:BotToken"] = Token,
            ["Slack:SocketConnections"] = "1",
            ["Slack:ApiBaseUrl"] = api.BaseUrl,
        };
        foreach (var (key, value) in settings) all[key] = value;
        return await StartAsync(api, all, adjust: adjust);
    }

    /// <summary>Stops the bot, as a host that shuts down does.</summary>
    public Task StopAsync() => _app.StopAsync();

    private static async Task<SlackHost> StartAsync(FakeSlackApi api, Dictionary<string, string?>? settings, SlackKept? kept = null, DateTimeOffset? at = null, Action<IServiceCollection>? adjust = null)
    {
        kept ??= new SlackKept();
        var (inbox, time, log) = (new RecordingInbox(), new FakeTimeProvider(at ?? new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero)), new RecordingLog());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings ?? OneWorkspace(api));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IInbox>(inbox).AddSingleton<IPainter, PaintedSquare>().AddSingleton<Easel>().AddSingleton<RuntimeMeter>().AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IAddressBook>(kept.Addresses).AddSingleton(kept.Protection).AddSingleton<IRetention>(kept.Retention);
        adjust?.Invoke(builder.Services);
        builder.Services.AddSingleton(new PracticeBook(Catalog.All)).AddSingleton<IJournal, NoJournal>().AddSingleton<IPostings, NothingUnderway>().AddSingleton<NamedLines>();
        builder.Services.AddSingleton<IPageHome, PublicHome>().AddSingleton<PageLinks>().AddSingleton<PublishedPages>();
        builder.Services.AddSlack(builder.Configuration);
        var app = builder.Build();
        app.MapSlack();
        await app.StartAsync();
        return new SlackHost(api, app, inbox, time, log, kept);
    }

    private static Dictionary<string, string?> OneWorkspace(FakeSlackApi api) => new()
    {
        ["Slack:SigningSecret"] = Secret,
        ["Slack:BotToken"] = Token,
        ["Slack:ApiBaseUrl"] = api.BaseUrl,
    };

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

    /// <summary>Opens a page, with what the browser keeps for it.</summary>
    public async Task<HttpResponseMessage> GetAsync(string path, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        return await _http.SendAsync(request);
    }

    /// <summary>Sets out for Slack: the state, and what the browser keeps.</summary>
    public async Task<(string State, string Cookie)> BeginAsync()
    {
        using var answer = await GetAsync("/slack/install");
        return (Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["state"].Single()!, answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }

    /// <summary>Installs the bot in a workspace, or an organisation, as an admin would; what comes back is the page they see.</summary>
    public async Task<string> InstallAsync(string of, string token, string? refresh = null, string? name = null, string? bot = null)
    {
        Api.Answers("oauth.v2.access", Granted(of, token, refresh, name, bot));
        return await FinishAsync();
    }

    /// <summary>Goes to Slack and comes back with a code.</summary>
    public async Task<string> FinishAsync()
    {
        var (state, cookie) = await BeginAsync();
        using var answer = await GetAsync($"/slack/oauth?code=a-code&state={Uri.EscapeDataString(state)}", cookie);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>What Slack answers when it grants an installation.</summary>
    public static string Granted(string of, string token, string? refresh = null, string? name = null, string? bot = null)
    {
        var place = new JsonObject { ["id"] = of, ["name"] = name ?? "Team " + of };
        var isWhole = of.StartsWith('E');
        var granted = new JsonObject
        {
            ["ok"] = true, ["access_token"] = token, ["token_type"] = "bot", ["scope"] = "chat:write", ["bot_user_id"] = bot ?? "UBOT" + of, ["app_id"] = "A0STORY",
            ["team"] = isWhole ? null : place, ["enterprise"] = isWhole ? place : null, ["is_enterprise_install"] = isWhole, ["authed_user"] = new JsonObject { ["id"] = "U1234" },
        };
        if (refresh is not null) (granted["refresh_token"], granted["expires_in"]) = (refresh, 43_200);
        return granted.ToJsonString();
    }

    /// <summary>Says something in a workspace.</summary>
    public Task<Sending> PostAsync(string workspace)
    {
        var place = new Place(new Tenant("slack:" + workspace), "C1");
        return Platform.SendAsync(new Letter(new Parcel("p" + Interlocked.Increment(ref _parcel), new Core.Practices.Subject(place.Tenant, "why", "3f9k2"), place, new Post(place, new Card("Why?", new Prose("Because."))), new Person("U111", "Ana"), null, Now), null, null, place, false), CancellationToken.None);
    }

    /// <summary>What the readiness check says of the door.</summary>
    public async Task<HealthStatus> HealthAsync() => (await _app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status;

    /// <summary>What it says of the tokens, in words.</summary>
    public async Task<string?> TokenHealthAsync() => (await _app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["slack"].Description;

    /// <summary>What Slack tells about a workspace's or organisation's installation.</summary>
    public async Task TellAsync(string inner, string of, TimeSpan later = default)
    {
        var key = of.StartsWith('E') ? "enterprise_id" : "team_id";
        using var told = await SendAsync("/slack/events", $$"""{"type":"event_callback","{{key}}":"{{of}}","event_id":"Ev1","event_time":{{(Time.GetUtcNow() + later).ToUnixTimeSeconds()}},"event":{{inner}}}""");
        told.EnsureSuccessStatusCode();
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
