using System.Text.Json;
using LiteDB;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>The local chat's rooms, people and lines in the data file. Doing any of these twice is harmless.</summary>
internal sealed class RoomShelf
{
    private readonly ILiteCollection<BsonDocument> _rooms;
    private readonly ILiteCollection<BsonDocument> _people;
    private readonly ILiteCollection<BsonDocument> _lines;

    public RoomShelf(ILiteDatabase database)
    {
        _rooms = database.GetCollection("rooms");
        _people = database.GetCollection("people");
        _lines = database.GetCollection("lines");
    }

    public void EnsureIndex() => _lines.EnsureIndex("k", BsonExpression.Create("$.k"));

    /// <summary>Does what an entry of the log says.</summary>
    public void Follow(Entry entry)
    {
        switch (entry.Kind)
        {
            case EntryKind.Line:
                Put(JsonSerializer.Deserialize(entry.Json.Span, StorageJson.Stored.RoomLine)!);
                break;
            case EntryKind.Room:
                Put(JsonSerializer.Deserialize(entry.Json.Span, StorageJson.Stored.Room)!, entry);
                break;
            case EntryKind.RoomRemoved:
                Remove(JsonSerializer.Deserialize(entry.Json.Span, StorageJson.Stored.RemovedRoom)!);
                break;
            case EntryKind.Person:
                Put(JsonSerializer.Deserialize(entry.Json.Span, StorageJson.Stored.TenantPerson)!, entry);
                break;
        }
    }

    public RoomLine? Line(Place room, string id) => _lines.FindById(Keys.Line(room, id)) is { } document ? LineOf(document) : null;

    /// <summary>The newest lines of a room or thread before one of them, in reading order.</summary>
    public IReadOnlyList<RoomLine> Read(Place place, string? before, int take)
    {
        var end = before is null ? Keys.End(Keys.LinesOf(place)) : Keys.LineIn(place, before);
        return [.. _lines.Query()
            .Where("$.k >= @0 AND $.k < @1", Keys.LinesOf(place), end)
            .OrderByDescending("k")
            .Limit(take)
            .ToEnumerable()
            .Select(LineOf)
            .Reverse()];
    }

    public IReadOnlyList<Room> Rooms(Tenant tenant) =>
        [.. _rooms.Of(tenant, int.MaxValue).Select(document => JsonSerializer.Deserialize(document["j"].AsString, StorageJson.Stored.Room)!)];

    public IReadOnlyList<Person> People(Tenant tenant) =>
        [.. _people.Of(tenant, int.MaxValue).Select(document => JsonSerializer.Deserialize(document["j"].AsString, StorageJson.Stored.TenantPerson)!.Person)];

    /// <summary>Removes rooms, people and lines of a tenant, so many at once.</summary>
    public void Clear(Tenant tenant, int take)
    {
        foreach (var shelf in (ILiteCollection<BsonDocument>[])[_rooms, _people, _lines]) shelf.Clear(tenant, take);
    }

    public bool Has(Tenant tenant) => _rooms.Has(tenant) || _people.Has(tenant) || _lines.Has(tenant);

    private void Put(RoomLine line)
    {
        var known = Line(line.Place, line.Id);

        // How many replies a line has is counted here, whatever the one who rewrites the line believes.
        Write(line with { Replies = known?.Replies ?? 0 });
        if (known is null && line is { OnlyTo: null, Place.Thread: { } thread } && Line(line.Place, thread) is { } first)
            Write(first with { Replies = first.Replies + 1 });
    }

    private void Write(RoomLine line) => _lines.Upsert(new BsonDocument
    {
        ["_id"] = Keys.Line(line.Place, line.Id),
        ["k"] = Keys.LineIn(line.Place, line.Id),
        ["j"] = JsonSerializer.Serialize(line, StorageJson.Stored.RoomLine),
    });

    private void Put(Room room, Entry entry) => Write(_rooms, Keys.Room(room.Tenant, room.Id), entry);

    private void Put(TenantPerson person, Entry entry) => Write(_people, Keys.Person(person.Tenant, person.Person.Id), entry);

    private static void Write(ILiteCollection<BsonDocument> collection, string id, Entry entry) =>
        collection.Upsert(new BsonDocument { ["_id"] = id, ["j"] = System.Text.Encoding.UTF8.GetString(entry.Json.Span) });

    private void Remove(RemovedRoom removed)
    {
        _rooms.Delete(Keys.Room(removed.Tenant, removed.Room));
        var lines = Keys.Lines(removed.Tenant, removed.Room);
        _lines.DeleteMany("$._id BETWEEN @0 AND @1", lines, Keys.End(lines));
    }

    private static RoomLine LineOf(BsonDocument document)
    {
        var line = JsonSerializer.Deserialize(document["j"].AsString, StorageJson.Stored.RoomLine)!;
        return line.Files.IsDefault ? line with { Files = [] } : line;
    }
}
