using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Runtime;

/// <summary>The local chat's own memory: rooms, people and lines, kept in the same store and as durable as a turn.</summary>
public interface IRoomBook
{
    /// <summary>Writes a line, or rewrites the one with the same id in that room. On disk when it returns.</summary>
    ValueTask PutAsync(RoomLine line, CancellationToken cancellationToken);

    /// <summary>A line by id; null when there is none.</summary>
    ValueTask<RoomLine?> LineAsync(Place room, string id, CancellationToken cancellationToken);

    /// <summary>Lines of a room (thread null) or of a thread, the newest <paramref name="take"/> before a line id (null: the end), in reading order.</summary>
    ValueTask<ImmutableArray<RoomLine>> ReadAsync(Place place, string? before, int take, CancellationToken cancellationToken);

    ValueTask PutRoomAsync(Room room, CancellationToken cancellationToken);

    ValueTask<ImmutableArray<Room>> RoomsAsync(Tenant tenant, CancellationToken cancellationToken);

    /// <summary>Removes a room with all its lines.</summary>
    ValueTask RemoveRoomAsync(Tenant tenant, string room, CancellationToken cancellationToken);

    ValueTask PutPersonAsync(Tenant tenant, Person person, CancellationToken cancellationToken);

    ValueTask<ImmutableArray<Person>> PeopleAsync(Tenant tenant, CancellationToken cancellationToken);
}

/// <summary>A room of the local chat.</summary>
public sealed record Room(Tenant Tenant, string Id, string Name, string Purpose, bool IsSample, Instant At);

/// <summary>
/// A line in a room or thread. Ids grow with time, so their order is the reading order. A line of the bot carries a card;
/// a line to one person is shown to nobody else.
/// </summary>
public sealed record RoomLine(string Id, Place Place, Instant At, Person? By, string Text)
{
    public Card? Card { get; init; }

    public Person? OnlyTo { get; init; }

    public ImmutableArray<Attachment> Files { get; init; } = [];

    /// <summary>When it last changed: its author edited it, or its card was drawn anew; null when never.</summary>
    public Instant? EditedAt { get; init; }

    /// <summary>True when its author took it back: the text is empty, the place in the order stays.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>For a line that began a thread: how many lines stand under it that everybody sees.</summary>
    public int Replies { get; init; }
}
