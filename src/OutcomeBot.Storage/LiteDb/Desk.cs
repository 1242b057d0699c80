using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>
/// The truth while the process lives: what the turn log holds and the data file does not yet, and the pages used lately.
/// Everything here happens under one lock and without waiting.
/// </summary>
internal sealed class Desk(IReadOnlyDictionary<string, IPractice> practices)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Subject, Slot> _slots = [];
    private readonly Dictionary<string, Slot> _threads = new(StringComparer.Ordinal);
    private readonly RestingPages _resting = new();
    private readonly Queue<Slot> _changed = new();
    private readonly SortedDictionary<long, TurnCopy> _turns = [];
    private readonly Mailroom _mail = new();
    private readonly MemoryIndex _index = new(practices);
    private int _changedCount;
    private long _applied;
    private long _settlings;

    /// <summary>How many pages the data file does not know as they stand.</summary>
    public int ChangedCount => Volatile.Read(ref _changedCount);

    /// <summary>The number of the newest entry that is in the log.</summary>
    public long Applied => Volatile.Read(ref _applied);

    /// <summary>Grows whenever the data file has caught up with some pages; a page read across that may be old.</summary>
    public long Settlings => Volatile.Read(ref _settlings);

    /// <summary>Numbers begin after this one.</summary>
    public void StartFrom(long number) => _applied = number;

    /// <summary>The slot of a subject; false when only the data file can tell.</summary>
    public bool TryFind(Subject subject, out (Page? Page, long Turn) found)
    {
        lock (_gate)
        {
            var isHere = _slots.TryGetValue(subject, out var slot);
            if (isHere) Rest(slot!);
            found = isHere ? (slot!.Page, slot.Turn) : default;
            return isHere;
        }
    }

    /// <summary>The page in whose thread this is; false when only the data file can tell.</summary>
    public bool TryFindThread(Place thread, out Page? page)
    {
        lock (_gate)
        {
            page = _threads.TryGetValue(Keys.Thread(thread), out var slot) ? slot.Page : null;
            return page is not null;
        }
    }

    /// <summary>Whether the memory and not the data file has the truth about this subject.</summary>
    public bool IsChanged(Subject subject)
    {
        lock (_gate) return _slots.TryGetValue(subject, out var slot) && slot.IsChanged;
    }

    /// <summary>Subjects of a tenant whose pages the data file does not know as they stand.</summary>
    public IReadOnlyList<Subject> ChangedOf(Tenant tenant, int take)
    {
        lock (_gate) return [.. _changed.Where(slot => slot.Page is not null && slot.Subject.Tenant == tenant).Take(take).Select(slot => slot.Subject)];
    }

    /// <summary>The changed pages whose key begins so, in order.</summary>
    public IReadOnlyList<(string Key, Page Page, PageIndex Index)> Range(string prefix, int take)
    {
        lock (_gate)
            return [.. _index.Range(prefix).Take(take).Select(pair => (pair.Key, pair.Slot.Page!, _index.Of(pair.Slot, pair.Slot.Page!)))];
    }

    /// <summary>Keeps at hand what was read from the data file, unless it may be old by now.</summary>
    public bool TryRemember(Subject subject, Page? page, long turn, long settlings)
    {
        lock (_gate)
        {
            if (_slots.ContainsKey(subject) || settlings != _settlings) return false;
            var slot = _slots[subject] = new Slot(subject) { Page = page, Turn = turn };
            Thread(slot);
            Rest(slot);
            return true;
        }
    }

    /// <summary>A turn is in the log. What marks taught about the page since it was loaded stays.</summary>
    public void Turned(long number, Page after, ImmutableArray<Parcel> parcels, ReadOnlyMemory<byte> json)
    {
        lock (_gate)
        {
            var slot = SlotOf(after.Subject);
            _turns[number] = new TurnCopy(number, slot.Turn, json);
            slot.Turn = number;
            slot.Page = Pages.Keeping(slot.Page, after);
            Thread(slot);
            Changed(slot, number);
            for (var i = 0; i < parcels.Length; i++) _mail.Add(new WaitingParcel(parcels[i], number, i));
        }
    }

    /// <summary>A parcel that waited when the last process ended.</summary>
    public void Found(WaitingParcel waiting)
    {
        lock (_gate) _mail.Add(waiting);
    }

    /// <summary>A turn of the log that the data file's page holds already; what it sent may wait still.</summary>
    public void Returned(long number, ImmutableArray<Parcel> parcels)
    {
        lock (_gate)
        {
            _applied = number;
            for (var i = 0; i < parcels.Length; i++) _mail.Add(new WaitingParcel(parcels[i], number, i));
        }
    }

    /// <summary>A mark is in the log.</summary>
    public void Marked(long number, StoredMark mark)
    {
        lock (_gate)
        {
            _applied = number;
            var parcel = _mail.Follow(mark);
            if (mark is { Message: null, Thread: null } || parcel is { Reply: not Show }) return;
            var slot = SlotOf(mark.Subject);
            if (slot.Page is not { } page) return;
            slot.Page = Pages.Placed(page, mark.Message, mark.Thread);
            Thread(slot);
            Changed(slot, number);
        }
    }

    /// <summary>An erasure is in the log.</summary>
    public void Erased(long number, Subject subject)
    {
        lock (_gate)
        {
            var slot = SlotOf(subject);
            slot.ErasedFrom = Math.Max(slot.ErasedFrom, slot.Turn);
            if (slot.Page?.Place is { } place) _threads.Remove(Keys.Thread(place));
            (slot.Page, slot.Turn) = (null, 0);
            _mail.Erase(subject);
            Changed(slot, number);
        }
    }

    /// <summary>Something is in the log that the data file gets on its own way.</summary>
    public void Passed(long number)
    {
        lock (_gate) _applied = number;
    }

    /// <summary>A turn that the data file does not hold yet.</summary>
    public TurnCopy? Turn(long number)
    {
        lock (_gate) return _turns.GetValueOrDefault(number);
    }

    public T Mail<T>(Func<Mailroom, T> look)
    {
        lock (_gate) return look(_mail);
    }

    /// <summary>Copies what the data file is to get next: all turns and parcels, and the pages that have waited longest.</summary>
    public Slice Take(int mostPages)
    {
        lock (_gate)
        {
            var (outbox, stuck) = _mail.Take();
            var slice = new Slice { Turns = [.. _turns.Values], Outbox = outbox, Stuck = stuck, TakenAt = _applied };
            while (slice.Pages.Count < mostPages && _changed.TryDequeue(out var slot)) slice.Pages.Add((slot, Copy(slot)));
            slice.Settles = _changed.Count == 0 ? _applied : _changed.Min(slot => slot.ChangedBy) - 1;
            return slice;
        }
    }

    /// <summary>The data file has this slice. A page that changed meanwhile stays changed.</summary>
    public void Settled(Slice slice)
    {
        lock (_gate)
        {
            _settlings++;
            foreach (var turn in slice.Turns) _turns.Remove(turn.Number);
            _mail.Settled(slice.Stuck);
            foreach (var (slot, copy) in slice.Pages) Settled(slot, copy, slice.TakenAt);
        }
    }

    private void Settled(Slot slot, PageCopy copy, long takenAt)
    {
        if (slot.ErasedFrom == copy.ErasedFrom) slot.ErasedFrom = 0;
        if (!ReferenceEquals(slot.Page, copy.Page) || slot.ErasedFrom != 0)
        {
            slot.ChangedBy = takenAt + 1;
            _changed.Enqueue(slot);
            return;
        }

        slot.ChangedBy = 0;
        _changedCount--;
        _index.Forget(slot);
        Rest(slot);
    }

    private PageCopy Copy(Slot slot)
    {
        if (slot.Page is not { } page) return new PageCopy(slot.Subject, null, 0, slot.ErasedFrom, null, []);
        var index = _index.Of(slot, page);
        return new PageCopy(slot.Subject, page, slot.Turn, slot.ErasedFrom, index, Keys.Of(page, index));
    }

    private Slot SlotOf(Subject subject) =>
        _slots.TryGetValue(subject, out var slot) ? slot : _slots[subject] = new Slot(subject);

    private void Changed(Slot slot, long number)
    {
        _applied = number;
        _index.Changed(slot);
        if (slot.IsChanged) return;
        slot.ChangedBy = number;
        _changedCount++;
        _changed.Enqueue(slot);
        _resting.Remove(slot);
    }

    private void Thread(Slot slot)
    {
        if (slot.Page?.Place is { Thread: not null } place) _threads[Keys.Thread(place)] = slot;
    }

    private void Rest(Slot slot)
    {
        if (slot.IsChanged) return;
        foreach (var gone in _resting.Add(slot)) LetGo(gone);
    }

    private void LetGo(Slot slot)
    {
        _slots.Remove(slot.Subject);
        if (slot.Page?.Place is { Thread: not null } place && _threads.TryGetValue(Keys.Thread(place), out var here) && here == slot)
            _threads.Remove(Keys.Thread(place));
    }
}
