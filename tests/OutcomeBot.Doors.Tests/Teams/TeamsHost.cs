using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Doors.Tests.Slack;
using OutcomeBot.Runtime;
using OutcomeBot.Teams;

namespace OutcomeBot.Doors.Tests.Teams;

/// <summary>The Teams door alone, on a free port of this machine, with real tokens of a made issuer and an inbox that keeps what it is given.</summary>
public sealed class TeamsHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private TeamsHost(TestIssuer issuer, MadeConnector connector, WebApplication app, RecordingInbox inbox, FakeTimeProvider time, RecordingLog log)
    {
        (Issuer, Connector, _app, Inbox, Time, Log) = (issuer, connector, app, inbox, time, log);
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public TestIssuer Issuer { get; }

    public MadeConnector Connector { get; }

    public RecordingInbox Inbox { get; }

    public FakeTimeProvider Time { get; }

    public RecordingLog Log { get; }

    public HttpClient Http => _http;

    public IPlatform Platform => _app.Services.GetRequiredService<IPlatform>();

    public IServiceProvider Services => _app.Services;

    public static Dictionary<string, string?> Settings(TestIssuer issuer) => new()
    {
        ["Teams:ClientId"] = TestIssuer.ClientId,
        ["Teams:ClientSecret"] = "a-secret-of-these-tests",
        ["Teams:TenantId"] = TestIssuer.Tenant,
        ["Teams:OpenIdMetadataUrl"] = issuer.Url + "/metadata",
        ["Teams:TokenUrl"] = issuer.Url + "/token",
        ["Teams:AllowedServiceHosts"] = "127.0.0.1",
    };

    public static Task<TeamsHost> StartAsync(Dictionary<string, string?>? settings = null, string environment = "Development", params (string Key, string? Value)[] also) =>
        StartWithAsync(_ => { }, settings, environment, also);

    /// <summary>The same with other services in place of those that the tests give.</summary>
    public static async Task<TeamsHost> StartWithAsync(Action<IServiceCollection> adjust, Dictionary<string, string?>? settings = null, string environment = "Development", params (string Key, string? Value)[] also)
    {
        var (issuer, connector) = (await TestIssuer.StartAsync(), await MadeConnector.StartAsync());
        var (inbox, time, log) = (new RecordingInbox(), new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero)), new RecordingLog());
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        builder.Configuration.Sources.Clear();
        var all = settings ?? Settings(issuer);
        foreach (var (key, value) in also) all[key] = value;
        builder.Configuration.AddInMemoryCollection(all);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var practices = new PracticeBook(Catalog.All);
        builder.Services.AddSingleton<IInbox>(inbox).AddSingleton<IPainter, PaintedSquare>().AddSingleton<Easel>().AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton(practices).AddSingleton<IAddressBook, MemoryAddresses>().AddSingleton<IRetention, MadeRetention>().AddSingleton<IPassingBook, MemoryPassing>().AddSingleton<IJournal, NoJournal>().AddSingleton<NamedLines>().AddSingleton<IPostings, NothingUnderway>();
        adjust(builder.Services);
        builder.Services.AddTeams(builder.Configuration);
        var app = builder.Build();
        app.MapTeams();
        await app.StartAsync();
        return new TeamsHost(issuer, connector, app, inbox, time, log);
    }

    /// <summary>A message in a channel, as Teams would send it; a test changes what it is about.</summary>
    public JsonObject Activity(Action<JsonObject>? but = null)
    {
        var activity = JsonNode.Parse($$"""
        {
          "type": "message", "id": "1760000000055", "channelId": "msteams", "serviceUrl": "{{Connector.ServiceUrl}}", "text": "<at>OutcomeBot</at> why Why is it slow?",
          "from": { "id": "29:ana", "name": "Ana", "aadObjectId": "aad-ana" }, "recipient": { "id": "28:bot", "name": "OutcomeBot" },
          "conversation": { "id": "19:general@thread.tacv2;messageid=1760000000055", "conversationType": "channel", "isGroup": true, "tenantId": "{{TestIssuer.Tenant}}" },
          "entities": [{ "type": "mention", "mentioned": { "id": "28:bot" }, "text": "<at>OutcomeBot</at>" }, { "type": "clientInfo", "timezone": "Europe/Vienna" }],
          "channelData": { "tenant": { "id": "{{TestIssuer.Tenant}}" }, "team": { "id": "19:general@thread.tacv2" } }
        }
        """)!.AsObject();
        but?.Invoke(activity);
        return activity;
    }

    public string Token(Action<Microsoft.IdentityModel.Tokens.SecurityTokenDescriptor>? but = null) => Issuer.Token(Connector.ServiceUrl, Time.GetUtcNow(), but);

    /// <summary>Sends an activity with a token that is in order, or with another.</summary>
    public Task<HttpResponseMessage> SendAsync(JsonObject activity, string? token = null) => SendAsync(activity.ToJsonString(), "Bearer " + (token ?? Token()));

    public async Task<HttpResponseMessage> SendAsync(string body, string? authorization, string? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (header is not null) request.Headers.TryAddWithoutValidation(header, "1");
        return await _http.SendAsync(request);
    }

    /// <summary>What the inbox was given by this activity; null when nothing.</summary>
    public async Task<Incoming?> TakenAsync(JsonObject activity)
    {
        var before = Inbox.Taken.Count;
        using var answer = await SendAsync(activity);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        return Inbox.Taken.Count > before ? Inbox.Taken[^1] : null;
    }

    public static async Task<JsonObject> JsonAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();

    public static async Task UntilAsync(Func<bool> isSo, string what)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!isSo())
        {
            if (limit.IsCancellationRequested) throw new TimeoutException("Waited in vain for " + what);
            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await Issuer.DisposeAsync();
        await Connector.DisposeAsync();
    }
}

/// <summary>No card is ever on its way.</summary>
internal sealed class NothingUnderway : IPostings
{
    public Task CardsPostedAsync(Place channel, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>What doors remember, for as long as a test lasts.</summary>
internal sealed class MemoryAddresses : IAddressBook
{
    private readonly ConcurrentDictionary<(Tenant, string), string> _texts = new();

    /// <summary>Everything that was written.</summary>
    public IEnumerable<string> All => _texts.Values;

    /// <summary>The same texts, apart from now on.</summary>
    public MemoryAddresses Copy()
    {
        var copy = new MemoryAddresses();
        foreach (var (key, text) in _texts) copy._texts[key] = text;
        return copy;
    }

    public ValueTask PutAsync(Tenant tenant, string name, string text, CancellationToken cancellationToken)
    {
        _texts[(tenant, name)] = text;
        return ValueTask.CompletedTask;
    }

    public ValueTask<string?> TextAsync(Tenant tenant, string name, CancellationToken cancellationToken) => new(_texts.GetValueOrDefault((tenant, name)));

    public ValueTask<ImmutableArray<string>> TextsAsync(Tenant tenant, string? after, int take, CancellationToken cancellationToken) =>
        new([.. _texts.Where(pair => pair.Key.Item1 == tenant && string.CompareOrdinal(pair.Key.Item2, after) > 0).OrderBy(pair => pair.Key.Item2, StringComparer.Ordinal).Select(pair => pair.Value).Take(take)]);

    public ValueTask<ImmutableArray<Tenant>> TenantsAsync(string door, CancellationToken cancellationToken) =>
        new([.. _texts.Keys.Select(key => key.Item1).Where(tenant => tenant.Door == door).Distinct().OrderBy(tenant => tenant.Id, StringComparer.Ordinal)]);
}

/// <summary>What doors keep for some days only, for as long as a test lasts.</summary>
internal sealed class MemoryPassing : IPassingBook
{
    private readonly ConcurrentDictionary<(Tenant, string), PassingText> _texts = new();

    /// <summary>How much was written.</summary>
    public int Writes { get; private set; }

    public ValueTask PutAsync(Tenant tenant, PassingText text, CancellationToken cancellationToken)
    {
        Writes++;
        _texts[(tenant, text.Name)] = text;
        return ValueTask.CompletedTask;
    }

    public ValueTask<PassingText?> TextAsync(Tenant tenant, string name, CancellationToken cancellationToken) => new(_texts.GetValueOrDefault((tenant, name)));
}

/// <summary>A journal in which nothing ever happened.</summary>
internal sealed class NoJournal : IJournal
{
    public ValueTask<Page?> OpenAsync(Subject subject, CancellationToken cancellationToken) => new((Page?)null);

    public ValueTask<Page?> OpenThreadAsync(Place thread, CancellationToken cancellationToken) => new((Page?)null);

    public ValueTask<ImmutableArray<Found>> ReadAsync(Tenant tenant, Need need, CancellationToken cancellationToken) => new([]);

    public ValueTask<ImmutableArray<Stuck>> StuckAsync(Tenant tenant, int take, CancellationToken cancellationToken) => new([]);

    public ValueTask<SaveResult> SaveAsync(TurnRecord turn, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask MarkAsync(Mark mark, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<Waiting> WaitingAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<Waiting>();

    public ValueTask<Parcel?> StuckParcelAsync(Tenant tenant, string parcel, CancellationToken cancellationToken) => new((Parcel?)null);

    public IAsyncEnumerable<(Subject Subject, Reminder Reminder)> RemindersAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<(Subject, Reminder)>();

    public IAsyncEnumerable<PastTurn> HistoryAsync(Subject subject, CancellationToken cancellationToken) => AsyncEnumerable.Empty<PastTurn>();

    public ValueTask EraseAsync(Subject subject, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken) => new(true);
}
