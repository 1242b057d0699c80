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

    public IEnumerable<(string Key, string Text)> Texts(Tenant tenant, int take) =>
        _addresses.Query().Where("$._id BETWEEN @0 AND @1", Keys.Of(tenant), Keys.End(Keys.Of(tenant))).Limit(take).ToEnumerable().Select(document => (document["_id"].AsString, document["j"].AsString));
}
