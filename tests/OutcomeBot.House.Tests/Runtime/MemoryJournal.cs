using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;

namespace OutcomeBot.House.Tests.Runtime;

/// <summary>A journal in memory, for tests of the loop alone; the real ones have their own contract suite.</summary>
internal sealed class MemoryJournal : IJournal
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Subject, Page> _pages = [];
    private readonly Dictionary<string, (Parcel Parcel, Mark? Mark)> _parcels = [];

    public List<TurnRecord> Turns { get; } = [];

    public List<Mark> Marks { get; } = [];

    /// <summary>So many saves will find that another machine was faster.</summary>
    public int Clashes { get; set; }

    /// <summary>So many saves will fail, as on a full disk.</summary>
    public int Failures { get; set; }

    public ValueTask<Page?> OpenAsync(Subject subject, CancellationToken cancellationToken)
    {
        lock (_lock) return new(_pages.GetValueOrDefault(subject));
    }

    public ValueTask<Page?> OpenThreadAsync(Place thread, CancellationToken cancellationToken)
    {
        lock (_lock) return new(_pages.Values.FirstOrDefault(page => page.Place == thread));
    }

    public ValueTask<ImmutableArray<Found>> ReadAsync(Tenant tenant, Need need, CancellationToken cancellationToken) => new([]);

    public ValueTask<ImmutableArray<Stuck>> StuckAsync(Tenant tenant, int take, CancellationToken cancellationToken)
    {
        lock (_lock)
            return new([.. _parcels.Values
                .Where(kept => kept.Parcel.Place.Tenant == tenant && kept.Mark is GivenUp)
                .Select(kept => new Stuck(kept.Parcel.Id, kept.Parcel.Place, ((GivenUp)kept.Mark!).Sentence, kept.Mark!.At))]);
    }

    public ValueTask<SaveResult> SaveAsync(TurnRecord turn, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (Failures > 0)
            {
                Failures--;
                throw new IOException("The disk is full.");
            }

            if (Clashes-- > 0) return new(SaveResult.Clash);
            var before = _pages.GetValueOrDefault(turn.After.Subject);
            if ((before?.Version ?? 0) != turn.After.Version - 1) return new(SaveResult.Clash);
            _pages[turn.After.Subject] = before is null ? turn.After : turn.After with { Message = before.Message, Place = before.Place };
            foreach (var parcel in turn.Parcels) _parcels[parcel.Id] = (parcel, null);
            Turns.Add(turn);
            return new(SaveResult.Saved);
        }
    }

    public ValueTask MarkAsync(Mark mark, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Marks.Add(mark);
            if (_parcels.TryGetValue(mark.Parcel, out var kept)) _parcels[mark.Parcel] = (kept.Parcel, mark);
            var (message, thread) = mark switch
            {
                Arrived arrived => (arrived.Message, arrived.Thread),
                Placed placed => (placed.Message, placed.Thread),
                _ => (null, null),
            };
            if (message is not null && kept.Parcel?.Reply is Show && _pages.TryGetValue(mark.Subject, out var page))
                _pages[mark.Subject] = page with { Message = message, Place = page.Place with { Thread = page.Place.Thread ?? thread } };
            return default;
        }
    }

    public async IAsyncEnumerable<Waiting> WaitingAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        List<Waiting> waiting;
        lock (_lock)
            waiting = [.. _parcels.Values.Where(kept => kept.Mark is null or Attempted or Placed).Select(kept => new Waiting(kept.Parcel, kept.Mark is Attempted))];
        foreach (var one in waiting) yield return one;
    }

    public ValueTask<Parcel?> StuckParcelAsync(Tenant tenant, string parcel, CancellationToken cancellationToken)
    {
        lock (_lock)
            return new(_parcels.TryGetValue(parcel, out var kept) && kept.Mark is GivenUp && kept.Parcel.Place.Tenant == tenant ? kept.Parcel : null);
    }

    public async IAsyncEnumerable<(Subject Subject, Reminder Reminder)> RemindersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var page in _pages.Values)
            foreach (var reminder in page.Reminders)
                yield return (page.Subject, reminder);
    }

    public async IAsyncEnumerable<PastTurn> HistoryAsync(Subject subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var turn in Enumerable.Reverse(Turns).Where(turn => turn.After.Subject == subject))
            yield return new PastTurn(turn.After.Version, turn.By, turn.At, turn.Place, turn.Changes);
    }

    public ValueTask EraseAsync(Subject subject, CancellationToken cancellationToken)
    {
        lock (_lock) _pages.Remove(subject);
        return default;
    }

    public ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken) => new(true);
}
