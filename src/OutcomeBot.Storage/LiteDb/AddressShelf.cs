using LiteDB;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>What doors remember of their platforms, in the data file. Doing it twice is harmless.</summary>
internal sealed class AddressShelf(ILiteDatabase database)
{
    private readonly ILiteCollection<BsonDocument> _addresses = database.GetCollection("addresses");

    /// <summary>Does what an entry of the log says.</summary>
    public void Follow(Entry entry)
    {
        if (entry.Kind != EntryKind.Address) return;
        var address = System.Text.Json.JsonSerializer.Deserialize(entry.Json.Span, StorageJson.Stored.StoredAddress)!;
        _addresses.Upsert(new BsonDocument { ["_id"] = Keys.Address(address.Tenant, address.Name), ["j"] = address.Text });
    }

    public string? Text(Tenant tenant, string name) => _addresses.FindById(Keys.Address(tenant, name))?["j"].AsString;

    /// <summary>What stands in a tenant's range after a key.</summary>
    public IEnumerable<(string Key, string Text)> Texts(Tenant tenant, string after, int take) =>
        From(Keys.JustAfter(after), Keys.End(Keys.Of(tenant))).Limit(take).ToEnumerable().Select(document => (document["_id"].AsString, document["j"].AsString));

    /// <summary>The tenants of a door, each found by going on where the one before ends.</summary>
    public IEnumerable<Tenant> Tenants(string door)
    {
        var (at, end) = (Keys.OfDoor(door), Keys.End(Keys.OfDoor(door)));
        while (From(at, end).Limit(1).FirstOrDefault() is { } first)
        {
            var tenant = Keys.TenantOf(first["_id"].AsString);
            yield return tenant;
            at = Keys.End(Keys.Of(tenant));
        }
    }

    /// <summary>Removes all of a tenant's, so many at once.</summary>
    public void Clear(Tenant tenant, int take) => _addresses.Clear(tenant, take);

    public bool Has(Tenant tenant) => _addresses.Has(tenant);

    private ILiteQueryable<BsonDocument> From(string first, string last) =>
        _addresses.Query().Where("$._id BETWEEN @0 AND @1", first, last).OrderBy("_id");
}
