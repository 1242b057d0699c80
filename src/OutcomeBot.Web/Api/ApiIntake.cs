using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Metrics;
using OutcomeBot.Runtime;

namespace OutcomeBot.Web.Api;

/// <summary>Brings values to their metrics by the one road that everything takes: the rules decide, and what they refuse is said.</summary>
internal sealed class ApiIntake(IInbox inbox, TimeProvider time)
{
    public const int MostValues = Metric.MostValues;

    private const string KeyHeader = "Idempotency-Key";

    /// <summary>What became of the request; null when a turn broke and it should be repeated.</summary>
    public async Task<Taken?> TakeAsync(Caller caller, IReadOnlyList<BatchSnapshot> snapshots, HttpContext context)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var key = context.Request.Headers[KeyHeader].ToString();
        var claim = key.Length == 0 ? new Taken([]) : await ClaimAsync(caller, key, snapshots, now, context.RequestAborted);
        if (claim is not { Refused: null }) return claim;
        if (key.Length == 0) key = Guid.NewGuid().ToString("N");
        var outcomes = ImmutableArray.CreateBuilder<Outcome>();
        foreach (var group in snapshots.GroupBy(snapshot => MetricName.IdOf(snapshot.Metric ?? "")))
        {
            ImmutableArray<BatchSnapshot> values = [.. group];
            var handed = Handed(caller, values);
            if (Wrong(values, handed, now) is { } wrong)
            {
                outcomes.Add(new(values[0].Metric ?? "", 0, wrong));
                continue;
            }

            var answer = await inbox.TakeAsync(Incoming(caller, handed.Over(), key, now), context.RequestAborted);
            if (!answer.IsTaken) return null;
            var refusal = answer.Replies.OfType<Whisper>().FirstOrDefault();
            outcomes.Add(refusal is null ? new(handed.Name, values.Length) : new(handed.Name, 0, Sentence(refusal.Card)));
        }

        return new(outcomes.ToImmutable());
    }

    /// <summary>Takes the key for this request, or says that it was another one's; null when the turn broke.</summary>
    private async Task<Taken?> ClaimAsync(Caller caller, string key, IReadOnlyList<BatchSnapshot> snapshots, Instant now, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Serialize(new SnapshotBatch([.. snapshots]), ApiJson.Default.SnapshotBatch);
        var answer = await inbox.TakeAsync(Incoming(caller, new HandedKey(Hash(key), Hash(body)).Over(caller.Token), key, now), cancellationToken);
        return answer.IsTaken ? new([], answer.Replies.OfType<Whisper>().Select(refusal => Sentence(refusal.Card)).FirstOrDefault()) : null;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private static HandedValues Handed(Caller caller, ImmutableArray<BatchSnapshot> values) => new(
        values[0].Metric ?? "", caller.Token.Label,
        [.. values.Select(value => new HandedValue(value.Period ?? "", value.Value ?? 0) { Source = value.Source })])
    {
        Unit = values.Select(value => value.Unit).FirstOrDefault(unit => unit is not null),
    };

    private static string? Wrong(ImmutableArray<BatchSnapshot> values, HandedValues handed, Instant now) =>
        values.Any(value => value.Value is null) ? "Every snapshot needs a \"value\", a number."
        : values.Any(value => value.Period is null) ? "Every snapshot needs a \"period\", such as 2026-12-31 or Q4 2026."
        : values.Select(value => value.Unit).OfType<string>().Distinct().Count() > 1 ? "Values of one metric are sent in one unit."
        : handed.Wrong(now.InUtc().Date);

    // Within a request every metric is a delivery of its own; the same request again is the same deliveries.
    private static HandedOver Incoming(Caller caller, HandOver over, string key, Instant now)
    {
        return new HandedOver(over.To, over.Text, "api", caller.Token.Id)
        {
            Delivery = "api-" + Hash($"{caller.Token.Id}\n{key}\n{over.To}\n{over.Text}"),
            Place = new Place(caller.Tenant, caller.Token.Channel),
            By = new Person($"token-{caller.Token.Id}", caller.Token.Label),
            At = now,
            Door = OpenDoor.Whisper,
        };
    }

    private static string Sentence(Card card) => string.Join(' ', card.Blocks.OfType<Prose>().Select(prose => CardText.Of(prose.Words)));
}
