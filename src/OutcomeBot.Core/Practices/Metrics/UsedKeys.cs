using System.Collections.Immutable;
using NodaTime;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>
/// The idempotency keys that a token's requests came with lately: a key stands for one request, so the same key with another
/// body is a mistake of the sender, and never a correction.
/// </summary>
public sealed record UsedKeys(ImmutableArray<UsedKey> All) : MetricsState
{
    /// <summary>So many of a token's keys are known, the newest.</summary>
    public const int Most = 1_000;

    /// <summary>A key is known for so long; after that it may be used again.</summary>
    public static Duration KnownFor { get; } = Duration.FromHours(24);

    /// <summary>The id of the page of a token's keys; no metric is found under it.</summary>
    public static string IdOf(Token token) => $"{Tokens.Id}-{token.Id}-keys";

    internal static Decision Decide(UsedKeys keys, UseKey use) => keys.All.FirstOrDefault(known => known.Key == use.Key && use.At - known.At < KnownFor) switch
    {
        null => new KeyUsed(use.Key, use.Body) { By = use.By, At = use.At },
        { } known when known.Body == use.Body => Decision.Of(),
        _ => new Refusal("This Idempotency-Key came with another body before. Nothing was recorded. Send what is new under a key of its own, and repeat a request word for word."),
    };

    internal static UsedKeys Evolve(UsedKeys keys, KeyUsed used) => new([
        .. keys.All.Where(known => known.Key != used.Key && used.At - known.At < KnownFor).Append(new(used.Key, used.Body, used.At)).TakeLast(Most),
    ]);
}

/// <summary>A key and the body that it came with, both by their hash, and when that was first.</summary>
public sealed record UsedKey(string Key, string Body, Instant At);

/// <summary>What a request hands over at <c>metric/{id}/key</c> before its values.</summary>
public sealed record HandedKey(string Key, string Body)
{
    /// <summary>The hand-over that takes the key for this token.</summary>
    public Chat.HandOver Over(Token token) => new(
        $"{MetricName.Practice}/{UsedKeys.IdOf(token)}/{Handed.Key}", System.Text.Json.JsonSerializer.Serialize(this, MetricsJson.Key));
}
