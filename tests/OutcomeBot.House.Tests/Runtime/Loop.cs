using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;

namespace OutcomeBot.House.Tests.Runtime;

/// <summary>The loop with a clock of its own, a journal in memory and a platform that obeys.</summary>
internal sealed class Loop : IAsyncDisposable
{
    public static readonly Tenant Tenant = new("test:home");
    public static readonly Person Ana = new("ana", "Ana");

    // The machines of one bot share their keys.
    private static readonly EphemeralDataProtectionProvider s_keys = new();

    private readonly IHost _host;
    private int _delivery;

    private Loop(MemoryJournal journal, IEnumerable<IPractice> practices)
    {
        Journal = journal;
        Platform = new FakePlatform(Time);
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton<IJournal>(journal).AddSingleton<IRemovals, MemoryRemovals>();
        builder.Services.AddSingleton<IPlatform>(Platform);
        builder.Services.AddRuntime(practices);
        builder.Services.AddSingleton<IPageHome, NoHome>();
        builder.Services.AddSingleton<IDataProtectionProvider>(s_keys);
        _host = builder.Build();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2025, 1, 6, 9, 0, 0, TimeSpan.Zero));

    public MemoryJournal Journal { get; }

    public FakePlatform Platform { get; }

    public LogLines Log { get; } = new();

    public IServiceProvider Services => _host.Services;

    public static async Task<Loop> StartAsync(MemoryJournal? journal = null, Action<Loop>? prepare = null, IEnumerable<IPractice>? practices = null)
    {
        var loop = new Loop(journal ?? new MemoryJournal(), practices ?? [new Tally(), new BareDesk()]);
        prepare?.Invoke(loop);
        await loop._host.StartAsync();
        return loop;
    }

    public Task<Answer> TakeAsync(Func<string, Incoming> incoming) =>
        Services.GetRequiredService<IInbox>().TakeAsync(incoming($"d{Interlocked.Increment(ref _delivery)}"), CancellationToken.None);

    public Task<Answer> SayAsync(string text, string channel = "general", string? delivery = null, OpenDoor door = OpenDoor.None) =>
        TakeAsync(fresh => new Said("tally", text) { Delivery = delivery ?? fresh, Place = new Place(Tenant, channel), By = Ana, At = Now, Door = door });

    public Task<Answer> HearAsync(string text, string thread, string channel = "general", string? delivery = null) =>
        TakeAsync(fresh => new Heard(text, fresh) { Delivery = delivery ?? fresh, Place = new Place(Tenant, channel, thread), By = Ana, At = Now });

    public Task<Answer> PressAsync(Press press, string? delivery = null) =>
        TakeAsync(fresh => new Pressed(press) { Delivery = delivery ?? fresh, Place = new Place(Tenant, "general"), By = Ana, At = Now });

    public Instant Now => Instant.FromDateTimeOffset(Time.GetUtcNow());

    /// <summary>The sums of all pages, in the order their subjects were made.</summary>
    public int[] Sums => [.. Journal.Turns.GroupBy(turn => turn.After.Subject).Select(turns => ((TallyState)turns.Last().After.State).Sum)];

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}

/// <summary>Every line that was logged.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

    public IEnumerable<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose() { }
}

/// <summary>A bot without web pages.</summary>
internal sealed class NoHome : IPageHome
{
    public Uri? Of(Tenant tenant) => null;
}
