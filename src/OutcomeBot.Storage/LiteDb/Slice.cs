namespace OutcomeBot.Storage.LiteDb;

/// <summary>What the data file gets in one transaction.</summary>
internal sealed class Slice
{
    public required IReadOnlyList<TurnCopy> Turns { get; init; }

    public required IReadOnlyList<(long Chunk, IReadOnlyList<(long Turn, int Position, bool IsAttempted)> Parcels)> Outbox { get; init; }

    public required IReadOnlyList<StuckParcel> Stuck { get; init; }

    /// <summary>The newest entry when the slice was taken.</summary>
    public required long TakenAt { get; init; }

    public List<(Slot Slot, PageCopy Copy)> Pages { get; } = [];

    /// <summary>After this slice the data file lacks nothing up to this number.</summary>
    public long Settles { get; set; }

    public bool IsEmpty => Turns.Count == 0 && Outbox.Count == 0 && Stuck.Count == 0 && Pages.Count == 0;
}
