using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace OutcomeBot.Teams;

/// <summary>
/// The keys that sign what Microsoft sends: one set for the whole process, fetched again every day, and once more when a
/// request names a key that is not among them.
/// </summary>
internal sealed class TeamsKeys
{
    /// <summary>The name of the HTTP client, for its settings.</summary>
    public const string HttpName = "teams-keys";

    /// <summary>Requests that name keys which nobody has must not make us ask without end.</summary>
    private static readonly TimeSpan s_between = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);

    private readonly ConfigurationManager<OpenIdConnectConfiguration> _manager;
    private readonly Lock _lock = new();
    private Task<OpenIdConnectConfiguration>? _renewing;
    private DateTime _askedAt = DateTime.MinValue;

    public TeamsKeys(IOptions<TeamsOptions> options, IHttpClientFactory factory)
    {
        var address = options.Value.Metadata;
        var documents = new HttpDocumentRetriever(factory.CreateClient(HttpName)) { RequireHttps = !TeamsHosts.IsLoopback(address.Host) };
        _manager = new(address.ToString(), new OpenIdConnectConfigurationRetriever(), documents)
        {
            AutomaticRefreshInterval = TimeSpan.FromHours(24),
            RefreshInterval = s_between,
        };
    }

    /// <summary>The keys as they are known now.</summary>
    public Task<OpenIdConnectConfiguration> NowAsync(CancellationToken cancellationToken) => _manager.GetConfigurationAsync(cancellationToken);

    /// <summary>The keys after asking again; the same ones when that was done a moment ago, or brought nothing new in time.</summary>
    public async Task<OpenIdConnectConfiguration> RenewedAsync(OpenIdConnectConfiguration known, CancellationToken cancellationToken)
    {
        var now = await NowAsync(cancellationToken);
        return ReferenceEquals(now, known) ? await Renewing(known).WaitAsync(cancellationToken) : now;
    }

    /// <summary>All requests that meet the same new key wait for the same answer.</summary>
    private Task<OpenIdConnectConfiguration> Renewing(OpenIdConnectConfiguration known)
    {
        lock (_lock)
        {
            if (_renewing is { IsCompleted: false }) return _renewing;
            if (DateTime.UtcNow - _askedAt < s_between) return Task.FromResult(known);
            _askedAt = DateTime.UtcNow;
            return _renewing = RenewAsync(known);
        }
    }

    /// <summary>The manager fetches beside us and says nothing when it has; so it is looked at until what it holds has changed.</summary>
    private async Task<OpenIdConnectConfiguration> RenewAsync(OpenIdConnectConfiguration known)
    {
        _manager.RequestRefresh();
        using var patience = new CancellationTokenSource(s_patience);
        while (true)
        {
            var now = await _manager.GetConfigurationAsync(CancellationToken.None);
            if (!ReferenceEquals(now, known) || patience.IsCancellationRequested) return now;
            await Task.Delay(s_look, CancellationToken.None);
        }
    }
}
