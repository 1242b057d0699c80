namespace OutcomeBot.Storage.LiteDb;

/// <summary>What an entry of the turn log asks to keep. The numbers are stored.</summary>
internal enum EntryKind : byte
{
    Turn = 1,
    Mark = 2,
    Erased = 3,
    Line = 4,
    Room = 5,
    RoomRemoved = 6,
    Person = 7,
    Address = 8,
    Passing = 9,
    PassingEnded = 10,
    Removal = 11,
    RemovalDropped = 12,
    Cleared = 13,
}

/// <summary>One thing to keep, as JSON text. Its number is its place in the order of everything that ever happened in this store.</summary>
internal readonly record struct Entry(long Number, EntryKind Kind, ReadOnlyMemory<byte> Json);
