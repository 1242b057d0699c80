using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>The bot's own token: fetched once for all who need it, and again shortly before it ends.</summary>
internal sealed partial class TeamsTokens(IHttpClientFactory factory, IOptions<TeamsOptions> options, TimeProvider time, ILogger<TeamsTokens> logger) : IDisposable
{
    private static readonly TimeSpan s_margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile Held? _held;

    /// <summary>A token that will hold for the next minutes; null when none is to be had.</summary>
    public async ValueTask<string?> NowAsync(CancellationToken cancellationToken)
    {
        if (IsFresh(_held)) return _held!.Token;
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (!IsFresh(_held)) _held = await FetchedAsync(cancellationToken) ?? _held;
            return _held is { } held && held.Until > time.GetUtcNow() ? held.Token : null;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Teams did not accept it: the next call fetches another.</summary>
    public void Forget() => _held = null;

    public void Dispose() => _one.Dispose();

    private bool IsFresh(Held? held) => held is not null && held.Until - s_margin > time.GetUtcNow();

    private async Task<Held?> FetchedAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.Token) { Content = new FormUrlEncodedContent(Fields()) };
        await using var patience = new Patience(TeamsClient.CallLimit, cancellationToken);
        try
        {
            using var response = await factory.CreateClient(TeamsClient.HttpName).SendAsync(request, patience.Token);
            await using var stream = await response.Content.ReadAsStreamAsync(patience.Token);
            var body = (JsonElement?)await JsonSerializer.DeserializeAsync<JsonElement>(stream, cancellationToken: patience.Token);
            if (response.IsSuccessStatusCode && body.Text("access_token") is { Length: > 0 } token)
                return new Held(token, time.GetUtcNow() + TimeSpan.FromSeconds(body.At("expires_in") is { ValueKind: JsonValueKind.Number } seconds && seconds.TryGetInt32(out var left) ? left : 300));
            Log.Refused(logger, (int)response.StatusCode, Name(body.Text("error")));
            return null;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.Unreachable(logger, exception.GetType().Name);
            return null;
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Fields() =>
    [
        new("grant_type", "client_credentials"),
        new("client_id", options.Value.ClientId?.Trim() ?? ""),
        new("client_secret", options.Value.ClientSecret?.Trim() ?? ""),
        new("scope", TeamsCloud.Of(options.Value.Cloud).Scope),
    ];

    private static string Name(string? error) => error is { Length: <= 60 } && error.All(letter => char.IsAsciiLetterLower(letter) || letter == '_') ? error : "no reason";

    private sealed record Held(string Token, DateTimeOffset Until);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Microsoft gave the bot no token: {Status}, {Error}. Compare Teams:ClientId, Teams:ClientSecret and Teams:TenantId with the app registration.")]
        public static partial void Refused(ILogger logger, int status, string error);

        [LoggerMessage(2, LogLevel.Warning, "The bot's token could not be fetched: {Exception}. It is tried again with the next message.")]
        public static partial void Unreachable(ILogger logger, string exception);
    }
}
