using System.Text.Json;
using LiteDB;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>In the data file: which parcels wait, as places in the turns that sent them; and the ones given up, whole.</summary>
internal sealed class MailShelf
{
    /// <summary>So many given-up parcels of a tenant stay readable, for so long.</summary>
    private const int MostStuck = 500;

    private static readonly Duration s_stuckFor = Duration.FromDays(30);

    private readonly ILiteCollection<BsonDocument> _outbox;
    private readonly ILiteCollection<BsonDocument> _stuck;

    public MailShelf(ILiteDatabase database)
    {
        _outbox = database.GetCollection("outbox");
        _stuck = database.GetCollection("stuck");
    }

    public void EnsureIndex() => _stuck.EnsureIndex("k", BsonExpression.Create("$.k"));

    /// <summary>Where waiting parcels stand, oldest first.</summary>
    public IEnumerable<(long Chunk, IReadOnlyList<(long Turn, int Position, bool IsAttempted)> Parcels)> Waiting() =>
        _outbox.FindAll().Select(document => (document["_id"].AsInt64, (IReadOnlyList<(long, int, bool)>)
            [.. document["w"].AsArray.Select(one => (one["t"].AsInt64, one["p"].AsInt32, one["a"].AsBoolean))]));

    public void PutWaiting(long chunk, IReadOnlyList<(long Turn, int Position, bool IsAttempted)> parcels)
    {
        if (parcels.Count == 0) _outbox.Delete(chunk);
        else
            _outbox.Upsert(new BsonDocument
            {
                ["_id"] = chunk,
                ["w"] = new BsonArray(parcels.Select(parcel => new BsonDocument
                {
                    ["t"] = parcel.Turn,
                    ["p"] = parcel.Position,
                    ["a"] = parcel.IsAttempted,
                })),
            });
    }

    public StuckParcel? FindStuck(Tenant tenant, string id) =>
        _stuck.FindById(Keys.Parcel(tenant, id)) is { } document ? StuckOf(tenant, id, document) : null;

    /// <summary>Given-up parcels of a tenant, newest first.</summary>
    public IEnumerable<StuckParcel> Stuck(Tenant tenant, int take) =>
        Range(tenant).Limit(take).ToEnumerable().Select(document => StuckOf(tenant, document["p"].AsString, document));

    public void PutStuck(StuckParcel stuck)
    {
        var id = Keys.Parcel(stuck.Tenant, stuck.Id);
        var parcel = stuck.Parcel ?? (stuck.Sentence.Length > 0 ? FindStuck(stuck.Tenant, stuck.Id)?.Parcel : null);
        if (parcel is null)
        {
            _stuck.Delete(id);
            return;
        }

        _stuck.Upsert(new BsonDocument
        {
            ["_id"] = id,
            ["k"] = Keys.Stuck(stuck.Tenant, stuck.At, stuck.Id),
            ["p"] = stuck.Id,
            ["a"] = stuck.At.ToUnixTimeTicks(),
            ["s"] = stuck.Sentence,
            ["j"] = JsonSerializer.Serialize(parcel, StorageJson.Stored.Parcel),
        });
        Prune(stuck.Tenant, stuck.At);
    }

    /// <summary>Removes what was given up of a subject.</summary>
    public void RemoveStuck(Subject subject)
    {
        foreach (var stuck in Stuck(subject.Tenant, MostStuck + 1).Where(stuck => stuck.Parcel?.Subject == subject).ToList())
            _stuck.Delete(Keys.Parcel(stuck.Tenant, stuck.Id));
    }

    /// <summary>Removes what was given up in a tenant, so many at once.</summary>
    public void ClearStuck(Tenant tenant, int take) => _stuck.Clear(tenant, take);

    public bool HasStuck(Tenant tenant) => _stuck.Has(tenant);

    private void Prune(Tenant tenant, Instant now)
    {
        var old = (now - s_stuckFor).ToUnixTimeTicks();
        foreach (var document in Range(tenant).Skip(MostStuck).ToList()) _stuck.Delete(document["_id"]);
        foreach (var document in Range(tenant).OrderByDescending("k").Limit(10).ToList().Where(document => document["a"].AsInt64 < old))
            _stuck.Delete(document["_id"]);
    }

    private ILiteQueryable<BsonDocument> Range(Tenant tenant) =>
        _stuck.Query().Where("$.k BETWEEN @0 AND @1", Keys.Stuck(tenant), Keys.End(Keys.Stuck(tenant)));

    private static StuckParcel StuckOf(Tenant tenant, string id, BsonDocument document) => new(
        tenant,
        id,
        JsonSerializer.Deserialize(document["j"].AsString, StorageJson.Stored.Parcel),
        document["s"].AsString,
        Instant.FromUnixTimeTicks(document["a"].AsInt64));
}
