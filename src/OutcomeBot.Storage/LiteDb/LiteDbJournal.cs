using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>The journal in one file: every turn one compact record, flushed with whatever else has gathered.</summary>
public sealed class LiteDbJournal(LiteDbStore store, IReadOnlyDictionary<string, IPractice> practices) : IJournal
{
    /// <summary>A chunk of turns has to fit into one document of the data file.</summary>
    private const int LongestTurn = 400_000;

    public async ValueTask<Page?> OpenAsync(Subject subject, CancellationToken cancellationToken) =>
        (await store.OpenAsync(subject, cancellationToken)).Page;

    public async ValueTask<Page?> OpenThreadAsync(Place thread, CancellationToken cancellationToken)
    {
        if (thread.Thread is null) return null;
        if (store.Desk.TryFindThread(thread, out var page)) return page;
        var subject = await store.ReadAsync(shelves => shelves.Pages.FindThread(thread), cancellationToken);
        return subject is null ? null : await OpenAsync(subject, cancellationToken);
    }

    public ValueTask<ImmutableArray<Found>> ReadAsync(Tenant tenant, Need need, CancellationToken cancellationToken) =>
        new Lookup(store, practices, tenant).ReadAsync(need, cancellationToken);

    public async ValueTask<SaveResult> SaveAsync(TurnRecord turn, CancellationToken cancellationToken)
    {
        var changes = practices[turn.After.Subject.Practice].WriteChanges(turn.Changes);
        var json = JsonSerializer.SerializeToUtf8Bytes(StoredTurn.Of(turn, changes), StorageJson.Stored.StoredTurn);
        if (json.Length > LongestTurn) throw new ArgumentException($"A turn has {json.Length} bytes; at most {LongestTurn} can be kept.", nameof(turn));
        return await store.WriteAsync(new SaveRequest(turn, json), cancellationToken);
    }

    public async ValueTask MarkAsync(Mark mark, CancellationToken cancellationToken)
    {
        // The mark may teach something about the page, so the page is at hand when it is written.
        await store.OpenAsync(mark.Subject, cancellationToken);
        await store.WriteAsync(new MarkRequest(StoredMark.Of(mark)), cancellationToken);
    }

    public async IAsyncEnumerable<Waiting> WaitingAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var waiting in store.Desk.Mail(mail => mail.Waiting))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new Waiting(waiting.Parcel, waiting.IsAttempted);
        }
    }

    public async ValueTask<ImmutableArray<Stuck>> StuckAsync(Tenant tenant, int take, CancellationToken cancellationToken)
    {
        var late = store.Desk.Mail(mail => mail.StuckOf(tenant));
        var known = await store.ReadAsync(shelves => shelves.Mail.Stuck(tenant, take + late.Count).ToList(), cancellationToken);
        var all = late.Where(stuck => stuck.Sentence.Length > 0)
            .Select(stuck => stuck with { Parcel = stuck.Parcel ?? known.Find(other => other.Id == stuck.Id)?.Parcel })
            .Concat(known.Where(stuck => late.All(other => other.Id != stuck.Id)))
            .OrderByDescending(stuck => stuck.At);
        var stuck = ImmutableArray.CreateBuilder<Stuck>();
        foreach (var one in all)
            if (stuck.Count < take && one.Parcel is { } parcel && await IsThereAsync(parcel, cancellationToken))
                stuck.Add(new Stuck(one.Id, parcel.Place, one.Sentence, one.At));
        return stuck.ToImmutable();
    }

    /// <summary>What an erased subject left in the data file is gone for everybody at once, also before the file has caught up.</summary>
    private async ValueTask<bool> IsThereAsync(Parcel parcel, CancellationToken cancellationToken) =>
        await OpenAsync(parcel.Subject, cancellationToken) is not null;

    public async ValueTask<Parcel?> StuckParcelAsync(Tenant tenant, string parcel, CancellationToken cancellationToken)
    {
        var late = store.Desk.Mail(mail => mail.Stuck(tenant, parcel));
        if (late is { Sentence: "" }) return null;
        var found = late?.Parcel ?? (await store.ReadAsync(shelves => shelves.Mail.FindStuck(tenant, parcel), cancellationToken))?.Parcel;
        return found is not null && await IsThereAsync(found, cancellationToken) ? found : null;
    }

    public async IAsyncEnumerable<(Subject Subject, Reminder Reminder)> RemindersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var late = store.Desk.Range(Keys.Reminders, int.MaxValue);
        var known = await store.ReadAsync(shelves => shelves.Pages.Reminders().ToList(), cancellationToken);
        foreach (var page in late)
            foreach (var reminder in page.Page.Reminders) yield return (page.Page.Subject, reminder);
        foreach (var pair in known.Where(pair => late.All(page => page.Page.Subject != pair.Subject) && !store.Desk.IsChanged(pair.Subject)))
            yield return pair;
    }

    public async IAsyncEnumerable<PastTurn> HistoryAsync(Subject subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (_, number) = await store.OpenAsync(subject, cancellationToken);
        while (number != 0)
        {
            var at = number;
            var copy = store.Desk.Turn(at) ?? await store.ReadAsync(shelves => shelves.Turns.Find(at), cancellationToken);
            if (copy is null) yield break;
            var turn = TurnShelf.Read(copy.Json);
            yield return new PastTurn(turn.Version, turn.By, turn.At, turn.Place, practices[subject.Practice].ReadChanges(turn.Changes));
            number = copy.Previous;
        }
    }

    public async ValueTask EraseAsync(Subject subject, CancellationToken cancellationToken)
    {
        await store.OpenAsync(subject, cancellationToken);
        await store.WriteAsync(new EraseRequest(subject), cancellationToken);
    }

    public ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken) => ValueTask.FromResult(store.IsReady);
}
