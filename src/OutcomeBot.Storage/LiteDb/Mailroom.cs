using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>A parcel that has neither arrived nor been given up, and where it stands: which turn, which of its parcels.</summary>
internal sealed class WaitingParcel(Parcel parcel, long turn, int position)
{
    public Parcel Parcel { get; } = parcel;

    public long Turn { get; } = turn;

    public int Position { get; } = position;

    public bool IsAttempted { get; set; }
}

/// <summary>A parcel that was given up; or, with no parcel, one that is no longer stuck.</summary>
internal sealed record StuckParcel(Tenant Tenant, string Id, Parcel? Parcel, string Sentence, NodaTime.Instant At);

/// <summary>The parcels on their way, and what the data file does not know of them yet. Guarded by its desk's lock.</summary>
internal sealed class Mailroom
{
    private readonly Dictionary<(Tenant Tenant, string Id), WaitingParcel> _waiting = [];
    private readonly Dictionary<long, List<WaitingParcel>> _byChunk = [];
    private readonly HashSet<long> _changed = [];
    private readonly Dictionary<(Tenant Tenant, string Id), StuckParcel> _stuck = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<WaitingParcel> Waiting => [.. _waiting.Values.OrderBy(parcel => parcel.Turn).ThenBy(parcel => parcel.Position)];

    public void Add(WaitingParcel waiting)
    {
        _waiting[(waiting.Parcel.Subject.Tenant, waiting.Parcel.Id)] = waiting;
        var chunk = TurnShelf.ChunkOf(waiting.Turn);
        if (!_byChunk.TryGetValue(chunk, out var list)) _byChunk[chunk] = list = [];
        list.RemoveAll(other => other.Turn == waiting.Turn && other.Position == waiting.Position);
        list.Add(waiting);
        _changed.Add(chunk);
    }

    /// <summary>Follows a mark. The answer is the parcel, when it was waiting.</summary>
    public Parcel? Follow(StoredMark mark)
    {
        var key = (mark.Subject.Tenant, mark.Parcel);
        _waiting.TryGetValue(key, out var waiting);
        switch (mark.Kind)
        {
            case MarkKind.Attempted when waiting is not null:
                waiting.IsAttempted = true;
                _changed.Add(TurnShelf.ChunkOf(waiting.Turn));
                break;
            case MarkKind.GivenUp:
                Remove(key);
                _stuck[key] = new StuckParcel(key.Tenant, key.Parcel, waiting?.Parcel ?? _stuck.GetValueOrDefault(key)?.Parcel, mark.Sentence ?? "", mark.At);
                break;
            case MarkKind.Arrived:
                // A parcel that is not waiting was stuck and has been tried again.
                if (!Remove(key)) _stuck[key] = new StuckParcel(key.Tenant, key.Parcel, null, "", mark.At);
                break;
        }

        return waiting?.Parcel;
    }

    /// <summary>Drops everything of a subject that was erased.</summary>
    public void Erase(Core.Practices.Subject subject)
    {
        foreach (var key in _waiting.Where(pair => pair.Value.Parcel.Subject == subject).Select(pair => pair.Key).ToList()) Remove(key);
        foreach (var stuck in _stuck.Values.Where(stuck => stuck.Parcel?.Subject == subject).ToList())
            _stuck[(stuck.Tenant, stuck.Id)] = stuck with { Parcel = null, Sentence = "" };
    }

    /// <summary>What the data file does not know yet about a stuck parcel; null when it knows all.</summary>
    public StuckParcel? Stuck(Tenant tenant, string id) => _stuck.GetValueOrDefault((tenant, id));

    public IReadOnlyList<StuckParcel> StuckOf(Tenant tenant) => [.. _stuck.Values.Where(stuck => stuck.Tenant == tenant)];

    /// <summary>What has changed since the last slice: per chunk of turns, the parcels that still wait; and the stuck ones.</summary>
    public (IReadOnlyList<(long Chunk, IReadOnlyList<(long Turn, int Position, bool IsAttempted)> Parcels)> Outbox, IReadOnlyList<StuckParcel> Stuck) Take()
    {
        var outbox = _changed.Select(chunk => (chunk, Locations(chunk))).ToList();
        _changed.Clear();
        return (outbox, [.. _stuck.Values]);
    }

    /// <summary>The data file knows these.</summary>
    public void Settled(IReadOnlyList<StuckParcel> stuck)
    {
        foreach (var parcel in stuck)
            if (ReferenceEquals(_stuck.GetValueOrDefault((parcel.Tenant, parcel.Id)), parcel)) _stuck.Remove((parcel.Tenant, parcel.Id));
    }

    private IReadOnlyList<(long, int, bool)> Locations(long chunk) =>
        _byChunk.TryGetValue(chunk, out var list) ? [.. list.Select(parcel => (parcel.Turn, parcel.Position, parcel.IsAttempted))] : [];

    private bool Remove((Tenant Tenant, string Id) key)
    {
        if (!_waiting.Remove(key, out var waiting)) return false;
        var chunk = TurnShelf.ChunkOf(waiting.Turn);
        _changed.Add(chunk);
        if (_byChunk.TryGetValue(chunk, out var list) && list.Remove(waiting) && list.Count == 0) _byChunk.Remove(chunk);
        return true;
    }
}
