using System.Collections.Immutable;
using System.Diagnostics;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>
/// Answers what practices need to read, within one tenant. Each list is the beginning of a range of keys, newest first, taken
/// from the memory's index and the data file's together. Pages come with their states, but for what has ended: that list is long, and
/// is read by its index alone.
/// </summary>
internal sealed class Lookup(LiteDbStore store, IReadOnlyDictionary<string, IPractice> practices, Tenant tenant)
{
    /// <summary>A search looks at so many of a page's stems, the longest first, because those tell most,</summary>
    private const int MostStems = 12;

    /// <summary>and at so many of the newest pages that share one: all of them for a rare stem.</summary>
    private const int MostAStem = 40;

    public async ValueTask<ImmutableArray<Found>> ReadAsync(Need need, CancellationToken cancellationToken) => need switch
    {
        OpenPages open => await PagesAsync(open.Practice, practice => open.Channel is { } channel ? Keys.OpenIn(tenant, practice, channel) : Keys.Open(tenant, practice), open.Take, isWhole: true, cancellationToken),
        OpenWork work => await RangeAsync(work.Channel is { } channel ? Keys.WorkIn(tenant, channel) : Keys.Work(tenant), Need.Most, isWhole: true, cancellationToken),
        EndedPages ended => await PagesAsync(ended.Practice, practice => Keys.Ended(tenant, practice), ended.Take, isWhole: false, cancellationToken),
        AlikePages alike => await AlikeAsync(alike, cancellationToken),
        OnePage one => await OneAsync(new Subject(tenant, one.Practice, one.Id), cancellationToken),
        Undelivered or Measured or AllMeasured or InvolvementsOf => throw new ArgumentException($"{need.GetType().Name} is no list of pages.", nameof(need)),
        _ => throw new UnreachableException(),
    };

    /// <summary>A practice's pages in a range of their own; without a practice, those of all that people have in hand, newest first.</summary>
    private async ValueTask<ImmutableArray<Found>> PagesAsync(string? practice, Func<string, string> range, int take, bool isWhole, CancellationToken cancellationToken)
    {
        var words = practice is { } word ? [word] : practices.Values.Where(one => one.IsInHand).Select(one => one.Word);
        var found = new List<Found>();
        foreach (var one in words) found.AddRange(await RangeAsync(range(one), take, isWhole, cancellationToken));
        return [.. found.OrderByDescending(page => page.OpenedAt).Take(Bounded(take))];
    }

    private async ValueTask<ImmutableArray<Found>> AlikeAsync(AlikePages need, CancellationToken cancellationToken)
    {
        var stems = need.Terms.Distinct().OrderByDescending(stem => stem.Length).ThenBy(stem => stem, StringComparer.Ordinal).Take(MostStems);
        var shared = new Dictionary<Subject, (Found Page, int Count)>();
        foreach (var stem in stems)
            foreach (var page in await RangeAsync(Keys.Alike(tenant, need.Practice, stem), MostAStem, isWhole: false, cancellationToken))
                shared[page.Subject] = (page, page.Index.Terms.Intersect(need.Terms).Count());
        var best = shared.Values.OrderByDescending(one => one.Count).ThenByDescending(one => one.Page.OpenedAt).Take(Bounded(need.Take));

        // Only the few that are told need their states.
        var whole = ImmutableArray.CreateBuilder<Found>();
        foreach (var (page, _) in best)
            whole.Add(page with { State = page.State ?? (await store.OpenAsync(page.Subject, cancellationToken)).Page?.State });
        return whole.ToImmutable();
    }

    private async ValueTask<ImmutableArray<Found>> OneAsync(Subject subject, CancellationToken cancellationToken) =>
        (await store.OpenAsync(subject, cancellationToken)).Page is { } page ? [FoundOf(page, practices[subject.Practice].Index(page))] : [];

    private async ValueTask<ImmutableArray<Found>> RangeAsync(string prefix, int take, bool isWhole, CancellationToken cancellationToken)
    {
        var most = Bounded(take);
        while (true)
        {
            // A page is in one of the two at any time; only while the data file catches up could it be missed in both.
            var settlings = store.Desk.Settlings;
            var known = await SettledAsync(prefix, most, isWhole, cancellationToken);
            var late = store.Desk.Range(prefix, most);
            if (settlings == store.Desk.Settlings) return Joined(known, late, most);
        }
    }

    private static ImmutableArray<Found> Joined(List<(string Key, Found Found)> known, IReadOnlyList<(string Key, Page Page, PageIndex Index)> late, int most)
    {
        var subjects = late.Select(page => page.Page.Subject).ToHashSet();
        return [.. late.Select(page => (page.Key, Found: FoundOf(page.Page, page.Index)))
            .Concat(known.Where(page => !subjects.Contains(page.Found.Subject)))
            .OrderBy(page => page.Key, StringComparer.Ordinal)
            .Take(most)
            .Select(page => page.Found)];
    }

    private async ValueTask<List<(string Key, Found Found)>> SettledAsync(string prefix, int most, bool isWhole, CancellationToken cancellationToken)
    {
        if (store.EmptyRanges.Has(prefix)) return [];
        var writings = store.EmptyRanges.Writings;
        var (found, isEmpty) = await store.ReadAsync(shelves => Settled(shelves, prefix, most, isWhole), cancellationToken);
        if (isEmpty) store.EmptyRanges.Add(prefix, writings);
        return found;
    }

    /// <summary>Reads on until enough pages are found that the memory knows nothing newer of.</summary>
    private (List<(string Key, Found Found)> Found, bool IsEmpty) Settled(Shelves shelves, string prefix, int most, bool isWhole)
    {
        var found = new List<(string, Found)>();
        var isEmpty = true;
        foreach (var (key, document) in shelves.Pages.Range(prefix, 0, int.MaxValue))
        {
            isEmpty = false;
            if (!store.Desk.IsChanged(PageShelf.SubjectOf(document))) found.Add((key, shelves.Pages.FoundOf(document, isWhole)));
            if (found.Count == most) break;
        }

        return (found, isEmpty);
    }

    private static Found FoundOf(Page page, PageIndex index) =>
        new(page.Subject, page.Place, page.Message, index, page.OpenedAt, page.ChangedAt, page.State);

    private static int Bounded(int take) => Math.Clamp(take, 0, Need.Most);
}
