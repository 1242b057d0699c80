using OutcomeBot.Core.Practices;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>What a check of a whole store found.</summary>
/// <param name="Pages">How many pages were read back and agree with their turns.</param>
/// <param name="Turns">How many turns were read back.</param>
/// <param name="Faults">What does not agree, a sentence each.</param>
internal sealed record Verification(int Pages, int Turns, IReadOnlyList<string> Faults)
{
    private const int MostFaults = 20;

    /// <summary>Reads everything in a file that lacks nothing, and folds the changes of each subject again.</summary>
    public static Verification Of(string path, IReadOnlyDictionary<string, IPractice> practices)
    {
        using var file = DataFile.Open(path);
        var shelves = Shelves.ToRead(file, practices);
        var faults = new List<string>();
        var (pages, turns) = (0, 0);
        try
        {
            foreach (var (page, turn) in shelves.Pages.All())
            {
                pages++;
                var history = History(shelves, turn).ToList();
                turns += history.Count;
                if (!Agrees(page, history, practices[page.Subject.Practice])) faults.Add($"{page.Subject} is not what its {history.Count} turns make of it.");
                if (faults.Count == MostFaults) break;
            }
        }
#pragma warning disable CA1031 // Whatever can't be read is what this looks for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            faults.Add($"After {pages} pages the file can't be read on: {exception.Message}");
        }

        return new Verification(pages, turns, faults);
    }

    private static IEnumerable<StoredTurn> History(Shelves shelves, long number)
    {
        while (number != 0 && shelves.Turns.Find(number) is { } copy)
        {
            yield return TurnShelf.Read(copy.Json);
            number = copy.Previous;
        }
    }

    private static bool Agrees(Page page, List<StoredTurn> newestFirst, IPractice practice)
    {
        object? state = null;
        for (var i = newestFirst.Count - 1; i >= 0; i--) state = practice.Fold(state, practice.ReadChanges(newestFirst[i].Changes));
        return page.Version == newestFirst.Count && state is not null && practice.WriteState(state) == practice.WriteState(page.State);
    }
}
