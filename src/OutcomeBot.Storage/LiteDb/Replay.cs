using System.Collections.Immutable;
using System.Text.Json;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>What a start does with the end of the turn log: the same as was done when it was written. Doing it twice is harmless.</summary>
internal static class Replay
{
    private const int Long = 500;

    /// <summary>Brings the desk to where the last process left it.</summary>
    public static void Into(Desk desk, Shelves shelves, IReadOnlyList<Entry> tail, IReadOnlyDictionary<string, IPractice> practices)
    {
        desk.StartFrom(shelves.File.Settled);
        foreach (var (chunk, parcels) in shelves.Mail.Waiting())
            foreach (var waiting in Waiting(shelves.Turns.Chunk(chunk), parcels)) desk.Found(waiting);
        foreach (var (entry, turn) in Read(tail)) Follow(entry, turn, desk, shelves, practices);
    }

    /// <summary>Reading a long tail is worth several processors; a short one is read before they are called.</summary>
    private static IEnumerable<(Entry Entry, StoredTurn? Turn)> Read(IReadOnlyList<Entry> tail) => tail.Count < Long
        ? tail.Select(Read)
        : tail.AsParallel().AsOrdered().Select(Read);

    private static (Entry Entry, StoredTurn? Turn) Read(Entry entry) => (entry, entry.Kind == EntryKind.Turn ? TurnShelf.Read(entry.Json) : null);

    private static IEnumerable<WaitingParcel> Waiting(IReadOnlyList<TurnCopy> turns, IReadOnlyList<(long Turn, int Position, bool IsAttempted)> places) =>
        from place in places
        join turn in turns on place.Turn equals turn.Number
        let parcels = TurnShelf.Read(turn.Json).ReadParcels()
        where place.Position < parcels.Length
        select new WaitingParcel(parcels[place.Position], turn.Number, place.Position) { IsAttempted = place.IsAttempted };

    private static void Follow(Entry entry, StoredTurn? turn, Desk desk, Shelves shelves, IReadOnlyDictionary<string, IPractice> practices)
    {
        switch (entry.Kind)
        {
            case EntryKind.Turn when turn is not null:
                Turned(entry, turn, desk, shelves, practices);
                break;
            case EntryKind.Mark:
                var mark = JsonSerializer.Deserialize(entry.Json.Span, StorageJson.Stored.StoredMark)!;
                Load(mark.Subject, desk, shelves);
                desk.Marked(entry.Number, mark);
                break;
            case EntryKind.Erased:
                var subject = JsonSerializer.Deserialize(entry.Json.Span, StorageJson.Stored.Subject)!;
                Load(subject, desk, shelves);
                desk.Erased(entry.Number, subject);
                break;
            default:
                shelves.Put([(new SettledRequest(entry.Kind, entry.Json.ToArray()), entry.Number)]);
                desk.Passed(entry.Number);
                break;
        }
    }

    private static void Turned(Entry entry, StoredTurn turn, Desk desk, Shelves shelves, IReadOnlyDictionary<string, IPractice> practices)
    {
        // The page of a first turn is made anew: whatever is stored of it came from turns that follow here.
        var (page, _) = turn.Version == 1 ? default : Load(turn.Subject, desk, shelves);
        if (page?.Version >= turn.Version)
        {
            desk.Returned(entry.Number, turn.ReadParcels());
            return;
        }

        var practice = practices.GetValueOrDefault(turn.Subject.Practice)
            ?? throw new StoreCannotOpenException($"{shelves.File.Path} holds turns of the practice '{turn.Subject.Practice}', which this bot does not know. Start the version of the bot that knows it.");
        desk.Turned(entry.Number, Pages.Replayed(page, turn, practice), turn.ReadParcels(), entry.Json);
    }

    private static (Page? Page, long Turn) Load(Subject subject, Desk desk, Shelves shelves)
    {
        if (desk.TryFind(subject, out var found)) return found;
        found = shelves.Pages.Find(subject);
        desk.TryRemember(subject, found.Page, found.Turn, desk.Settlings);
        return found;
    }
}
