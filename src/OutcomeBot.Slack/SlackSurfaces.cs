using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Options;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>Where a card is written: what Slack has there, or what this workspace takes.</summary>
internal sealed record SlackSurface(bool HasTables, bool HasCharts)
{
    public static SlackSurface Message { get; } = new(HasTables: true, HasCharts: false);

    public static SlackSurface MessageWithCharts { get; } = new(HasTables: true, HasCharts: true);

    public static SlackSurface View { get; } = new(HasTables: false, HasCharts: false);
}

/// <summary>What messages of a workspace may hold: Slack's charts, until the workspace refuses one; a week later it is asked again.</summary>
internal sealed class SlackSurfaces(IAddressBook book, IOptions<SlackOptions> options, TimeProvider time) : IForgets
{
    private const string Name = "no-charts-until";

    private static readonly TimeSpan s_rest = TimeSpan.FromDays(7);

    private readonly ConcurrentDictionary<Tenant, long> _until = new();

    public async ValueTask<SlackSurface> OfAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        if (!options.Value.NativeCharts) return SlackSurface.Message;
        if (!_until.TryGetValue(tenant, out var until))
            until = _until.GetOrAdd(tenant, long.TryParse(await book.TextAsync(tenant, Name, cancellationToken), CultureInfo.InvariantCulture, out var kept) ? kept : 0);
        return time.GetUtcNow().ToUnixTimeSeconds() < until ? SlackSurface.Message : SlackSurface.MessageWithCharts;
    }

    /// <summary>Written down first: after a crash the same message must be made in the same way.</summary>
    public async Task WithoutChartsAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        var until = (time.GetUtcNow() + s_rest).ToUnixTimeSeconds();
        await book.PutAsync(tenant, Name, until.ToString(CultureInfo.InvariantCulture), cancellationToken);
        _until[tenant] = until;
    }

    public void Forget(Tenant tenant) => _until.TryRemove(tenant, out _);
}
