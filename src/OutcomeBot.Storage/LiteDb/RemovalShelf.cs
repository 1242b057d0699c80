using LiteDB;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>Tenants that the bot was removed from, in the data file. There are few at a time. Doing any of these twice is harmless.</summary>
internal sealed class RemovalShelf(ILiteDatabase database)
{
    private readonly ILiteCollection<BsonDocument> _removals = database.GetCollection("removals");

    /// <summary>Does what an entry of the log says.</summary>
    public void Follow(Entry entry)
    {
        switch (entry.Kind)
        {
            case EntryKind.Removal:
                var removal = JsonSerializer.Deserialize(entry.Json.Span, StorageJson.Stored.Removal)!;
                _removals.Upsert(new BsonDocument { ["_id"] = removal.Tenant.Id, ["j"] = JsonSerializer.Serialize(removal, StorageJson.Stored.Removal) });
                break;
            case EntryKind.RemovalDropped:
                _removals.Delete(JsonSerializer.Deserialize(entry.Json.Span, StorageJson.Stored.Tenant).Id);
                break;
        }
    }

    public IEnumerable<Removal> All() => _removals.FindAll().Select(document => JsonSerializer.Deserialize(document["j"].AsString, StorageJson.Stored.Removal)!);
}
