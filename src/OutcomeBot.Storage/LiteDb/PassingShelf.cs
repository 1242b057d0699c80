using LiteDB;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>
/// What doors keep for some days only, in the data file. How much a tenant has there is counted beside its texts in the same
/// transaction, so that nobody must add it up. Doing any of these twice is harmless.
/// </summary>
internal sealed class PassingShelf(ILiteDatabase database)
{
    /// <summary>So many are thrown away at once.</summary>
    private const int Slice = 500;

    private readonly ILiteCollection<BsonDocument> _texts = database.GetCollection("passing");
    private readonly ILiteCollection<BsonDocument> _shares = database.GetCollection("passing_shares");

    public void EnsureIndex()
    {
        _texts.EnsureIndex("k", BsonExpression.Create("$.k"));
        _texts.EnsureIndex("u", BsonExpression.Create("$.u"));
    }

    /// <summary>Does what an entry of the log says.</summary>
    public void Follow(Entry entry)
    {
        switch (entry.Kind)
        {
            case EntryKind.Passing:
                Put(JsonSerializer.Deserialize(entry.Json.Span, StorageJson.Stored.StoredPassing)!);
                break;
            case EntryKind.PassingEnded:
                foreach (var ended in Ended(JsonSerializer.Deserialize(entry.Json.Span, StorageJson.Stored.Instant)).Limit(Slice).ToList()) Remove(ended);
                break;
        }
    }

    public StoredPassing? Find(Tenant tenant, string name) =>
        _texts.FindById(Keys.Passing(tenant, name)) is { } found ? JsonSerializer.Deserialize(found["j"].AsString, StorageJson.Stored.StoredPassing) : null;

    /// <summary>Removes some of a tenant's: they are large.</summary>
    public void Clear(Tenant tenant, int take)
    {
        foreach (var text in _texts.Of(tenant, take).ToList()) Remove(text);
    }

    public bool Has(Tenant tenant) => _texts.Has(tenant);

    /// <summary>Whether there is anything that has ended by then.</summary>
    public bool HasEnded(Instant now) => Ended(now).Limit(1).Exists();

    private ILiteQueryable<BsonDocument> Ended(Instant now) => _texts.Query().Where("$.u <= @0", now.ToUnixTimeTicks());

    private void Put(StoredPassing text)
    {
        var id = Keys.Passing(text.Tenant, text.Name);
        var grown = text.Text.Length - (_texts.FindById(id)?["n"].AsInt32 ?? 0);
        _texts.Upsert(new BsonDocument
        {
            ["_id"] = id,
            ["k"] = Keys.PassingUntil(text.Tenant, text.Until, text.Name),
            ["u"] = text.Until.ToUnixTimeTicks(),
            ["t"] = text.Tenant.Id,
            ["n"] = text.Text.Length,
            ["j"] = JsonSerializer.Serialize(text, StorageJson.Stored.StoredPassing),
        });
        for (var share = Add(text.Tenant.Id, grown); share > IPassingBook.TenantShare && First(text.Tenant) is { } first;) share = Remove(first);
    }

    /// <summary>The one of a tenant that ends first.</summary>
    private BsonDocument? First(Tenant tenant) =>
        _texts.Query().Where("$.k BETWEEN @0 AND @1", Keys.Of(tenant), Keys.End(Keys.Of(tenant))).OrderBy("k").Limit(1).FirstOrDefault();

    private long Remove(BsonDocument text)
    {
        _texts.Delete(text["_id"]);
        return Add(text["t"].AsString, -text["n"].AsInt32);
    }

    private long Add(string tenant, int letters)
    {
        var share = (_shares.FindById(tenant)?["n"].AsInt64 ?? 0) + letters;
        if (share > 0) _shares.Upsert(new BsonDocument { ["_id"] = tenant, ["n"] = share });
        else _shares.Delete(tenant);
        return share;
    }
}
