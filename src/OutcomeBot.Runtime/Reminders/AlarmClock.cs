using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using NodaTime;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Runtime;

/// <summary>
/// All reminders that pages hold, in the order in which they come due. The pages are the truth: it is filled from them at every
/// start and follows them after every turn, so neither it nor the ticker has anything of its own to lose.
/// </summary>
internal sealed class AlarmClock(IJournal journal, TimeProvider time) : IHostedService
{
    private readonly SortedSet<Alarm> _alarms = new(Comparer<Alarm>.Create(static (one, other) => (one.RingsAt, one.Number).CompareTo((other.RingsAt, other.Number))));
    private readonly Dictionary<Subject, ImmutableArray<Alarm>> _bySubject = [];
    private readonly Lock _lock = new();
    private long _number;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await foreach (var (subject, reminder) in journal.RemindersAsync(cancellationToken))
            Add(subject, reminder, reminder.At, tries: 0);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>From now on, these and no others.</summary>
    public void Set(Subject subject, ImmutableArray<Reminder> reminders)
    {
        lock (_lock)
        {
            foreach (var dropped in _bySubject.GetValueOrDefault(subject, [])) _alarms.Remove(dropped);
            _bySubject.Remove(subject);
            foreach (var reminder in reminders) Add(subject, reminder, reminder.At, tries: 0);
        }
    }

    /// <summary>Those whose time has come, the earliest first. They are taken out: what is to ring again is set again by its turn.</summary>
    public ImmutableArray<Alarm> TakeDue(int most)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        lock (_lock)
        {
            var due = _alarms.TakeWhile(alarm => alarm.RingsAt <= now).Take(most).ToImmutableArray();
            foreach (var alarm in due) Remove(alarm);
            return due;
        }
    }

    /// <summary>A turn that could not be taken, such as on a full disk, is tried again later: nobody else would before the next start.</summary>
    public void RingLater(Alarm alarm) =>
        Add(alarm.Subject, alarm.Reminder, Instant.FromDateTimeOffset(time.GetUtcNow()) + alarm.Wait, alarm.Tries + 1);

    private void Add(Subject subject, Reminder reminder, Instant at, int tries)
    {
        lock (_lock)
        {
            var alarm = new Alarm(subject, reminder, at, ++_number, tries);
            _alarms.Add(alarm);
            _bySubject[subject] = [.. _bySubject.GetValueOrDefault(subject, []), alarm];
        }
    }

    private void Remove(Alarm alarm)
    {
        _alarms.Remove(alarm);
        var left = _bySubject[alarm.Subject].Remove(alarm);
        if (left.IsEmpty) _bySubject.Remove(alarm.Subject);
        else _bySubject[alarm.Subject] = left;
    }
}

/// <summary>A reminder and whose it is; it rings at its own instant, or later when ringing didn't help. Numbers tell alarms of one instant apart.</summary>
internal sealed record Alarm(Subject Subject, Reminder Reminder, Instant RingsAt, long Number, int Tries)
{
    private const int MostDoublings = 6;

    /// <summary>How long it waits before it rings again: a minute, and after that longer and longer, up to an hour or so.</summary>
    public Duration Wait => Duration.FromMinutes(1 << Math.Min(Tries, MostDoublings));
}
