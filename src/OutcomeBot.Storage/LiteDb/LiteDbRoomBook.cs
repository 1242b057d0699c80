using System.Collections.Immutable;
using System.Text.Json;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>The local chat's rooms, people and lines, in the same file and as durable as a turn.</summary>
public sealed class LiteDbRoomBook(LiteDbStore store) : IRoomBook
{
    /// <summary>The most lines that are read at once.</summary>
    private const int MostLines = 500;

    public async ValueTask PutAsync(RoomLine line, CancellationToken cancellationToken) =>
        await WriteAsync(EntryKind.Line, JsonSerializer.SerializeToUtf8Bytes(line, StorageJson.Stored.RoomLine), cancellationToken);

    public ValueTask<RoomLine?> LineAsync(Place room, string id, CancellationToken cancellationToken) =>
        store.ReadAsync(shelves => shelves.Rooms.Line(room, id), cancellationToken);

    public ValueTask<ImmutableArray<RoomLine>> ReadAsync(Place place, string? before, int take, CancellationToken cancellationToken) =>
        store.ReadAsync(shelves => shelves.Rooms.Read(place, before, Math.Clamp(take, 0, MostLines)).ToImmutableArray(), cancellationToken);

    public async ValueTask PutRoomAsync(Room room, CancellationToken cancellationToken) =>
        await WriteAsync(EntryKind.Room, JsonSerializer.SerializeToUtf8Bytes(room, StorageJson.Stored.Room), cancellationToken);

    public ValueTask<ImmutableArray<Room>> RoomsAsync(Tenant tenant, CancellationToken cancellationToken) =>
        store.ReadAsync(shelves => shelves.Rooms.Rooms(tenant).ToImmutableArray(), cancellationToken);

    public async ValueTask RemoveRoomAsync(Tenant tenant, string room, CancellationToken cancellationToken) =>
        await WriteAsync(
            EntryKind.RoomRemoved,
            JsonSerializer.SerializeToUtf8Bytes(new RemovedRoom(tenant, room), StorageJson.Stored.RemovedRoom),
            cancellationToken);

    public async ValueTask PutPersonAsync(Tenant tenant, Person person, CancellationToken cancellationToken) =>
        await WriteAsync(
            EntryKind.Person,
            JsonSerializer.SerializeToUtf8Bytes(new TenantPerson(tenant, person), StorageJson.Stored.TenantPerson),
            cancellationToken);

    public ValueTask<ImmutableArray<Person>> PeopleAsync(Tenant tenant, CancellationToken cancellationToken) =>
        store.ReadAsync(shelves => shelves.Rooms.People(tenant).ToImmutableArray(), cancellationToken);

    private async ValueTask WriteAsync(EntryKind kind, byte[] json, CancellationToken cancellationToken) =>
        await store.WriteAsync(new SettledRequest(kind, json), cancellationToken);
}
