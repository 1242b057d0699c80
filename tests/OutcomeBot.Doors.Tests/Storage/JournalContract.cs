using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;

namespace OutcomeBot.Doors.Tests.Storage;

/// <summary>What every journal owes the runtime, before and after it was closed and opened again.</summary>
public abstract class JournalContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    protected IJournal Journal { get; set; } = null!;

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    /// <summary>Closes the store and opens it again.</summary>
    protected abstract Task ReopenAsync();

    [Fact]
    public async Task A_subject_that_nothing_happened_to_has_no_page() =>
        Assert.Null(await Journal.OpenAsync(Given.Subject("a"), None));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_saved_page_is_read_back_as_it_was(bool reopened)
    {
        var turn = Given.Turn(Given.Subject("a"), number: 7, note: "seven");
        turn = turn with { After = turn.After with { Reminders = [new Reminder(Given.Noon + Duration.FromDays(1), Given.Subject("a").Press("nudge", "x"))] } };
        Assert.Equal(SaveResult.Saved, await Journal.SaveAsync(turn, None));
        if (reopened) await ReopenAsync();

        var page = await Journal.OpenAsync(Given.Subject("a"), None);

        Assert.NotNull(page);
        Assert.Equal((1L, 7, Given.Noon), (page.Version, Given.Sum(page), page.ChangedAt));
        Assert.Equal(turn.After.Place, page.Place);
        Assert.Equal(turn.After.Reminders, page.Reminders.ToArray());
        Assert.Equal(turn.After.Deliveries, page.Deliveries.ToArray());
        Assert.Equal(turn.After.Reminders, await Journal.RemindersAsync(None).Select(pair => pair.Reminder).ToArrayAsync());
    }

    [Fact]
    public async Task A_turn_decided_on_an_old_page_is_a_clash_and_changes_nothing()
    {
        var first = await SaveAsync(Given.Turn(Given.Subject("a")));
        await SaveAsync(Given.Turn(Given.Subject("a"), first, 10));

        Assert.Equal(SaveResult.Clash, await Journal.SaveAsync(Given.Turn(Given.Subject("a"), first, 100), None));
        Assert.Equal(SaveResult.Clash, await Journal.SaveAsync(Given.Turn(Given.Subject("a")), None));
        Assert.Equal(11, Given.Sum(await Journal.OpenAsync(Given.Subject("a"), None)));
        await ReopenAsync();
        Assert.Equal(SaveResult.Clash, await Journal.SaveAsync(Given.Turn(Given.Subject("a")), None));
    }

    [Fact]
    public async Task Forty_people_at_once_lose_nothing()
    {
        var subject = Given.Subject("a");
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(async () =>
        {
            while (await Journal.SaveAsync(Given.Turn(subject, await Journal.OpenAsync(subject, None)), None) == SaveResult.Clash)
            {
            }
        })));

        Assert.Equal(40, Given.Sum(await Journal.OpenAsync(subject, None)));
        Assert.Equal(40, (await Journal.OpenAsync(subject, None))!.Version);
        Assert.Equal(40, await Journal.HistoryAsync(subject, None).CountAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task History_is_read_newest_first(bool reopened)
    {
        Page? page = null;
        Page? other = null;
        for (var i = 1; i <= 70; i++)
        {
            page = await SaveAsync(Given.Turn(Given.Subject("a"), page, i));
            other = await SaveAsync(Given.Turn(Given.Subject("b"), other, 1000));
        }

        if (reopened) await ReopenAsync();

        var turns = await Journal.HistoryAsync(Given.Subject("a"), None).ToListAsync();

        Assert.Equal(Enumerable.Range(1, 70).Reverse(), turns.Select(turn => ((Added)turn.Changes.Single()).Number));
        Assert.Equal(Enumerable.Range(1, 70).Reverse().Select(i => (long)i), turns.Select(turn => turn.Version));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_page_is_found_by_its_thread_once_its_card_is_there(bool reopened)
    {
        var page = await SaveAsync(Given.Turn(Given.Subject("a"), replies: new Show()));
        await Journal.MarkAsync(new Arrived(page.Subject, "count.a.1.0", Given.Noon, "m1", "t1"), None);

        // Decided before the mark was known: what the mark taught stays.
        await SaveAsync(Given.Turn(Given.Subject("a"), page, 5));
        if (reopened) await ReopenAsync();

        var found = await Journal.OpenThreadAsync(Given.Room(thread: "t1"), None);
        Assert.Equal(("m1", "t1", 6), (found?.Message, found?.Place.Thread, Given.Sum(found)));
        Assert.Null(await Journal.OpenThreadAsync(Given.Room(thread: "t2"), None));
        Assert.Null(await Journal.OpenThreadAsync(Given.Room(Given.Away, thread: "t1"), None));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Parcels_wait_until_they_have_arrived_or_are_given_up(bool reopened)
    {
        var post = new Post(Given.Room(), new Card("Hello", new Prose($"to {Given.Ann}")));
        await SaveAsync(Given.Turn(Given.Subject("a"), replies: [post, post, post, post]));
        await Journal.MarkAsync(new Arrived(Given.Subject("a"), "count.a.1.0", Given.Noon), None);
        await Journal.MarkAsync(new Attempted(Given.Subject("a"), "count.a.1.2", Given.Noon), None);
        await Journal.MarkAsync(new GivenUp(Given.Subject("a"), "count.a.1.3", Given.Noon, "The channel is archived."), None);
        if (reopened) await ReopenAsync();

        var waiting = await Journal.WaitingAsync(None).ToListAsync();

        Assert.Equal([("count.a.1.1", false), ("count.a.1.2", true)], waiting.Select(one => (one.Parcel.Id, one.MayHaveArrived)));
        Assert.Equal("Hello", Assert.IsType<Post>(waiting[0].Parcel.Reply).Card.Title);
        var stuck = Assert.Single(await Journal.StuckAsync(Given.Home, 10, None));
        Assert.Equal(("count.a.1.3", "The channel is archived."), (stuck.Parcel, stuck.Sentence));
        Assert.Empty(await Journal.StuckAsync(Given.Away, 10, None));
        Assert.NotNull(await Journal.StuckParcelAsync(Given.Home, "count.a.1.3", None));
        Assert.Null(await Journal.StuckParcelAsync(Given.Away, "count.a.1.3", None));
        Assert.Null(await Journal.StuckParcelAsync(Given.Home, "count.a.1.1", None));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stuck_parcel_that_arrives_at_last_is_no_longer_stuck(bool reopened)
    {
        await SaveAsync(Given.Turn(Given.Subject("a"), replies: new Show()));
        await Journal.MarkAsync(new GivenUp(Given.Subject("a"), "count.a.1.0", Given.Noon, "No."), None);
        if (reopened) await ReopenAsync();
        await Journal.MarkAsync(new Arrived(Given.Subject("a"), "count.a.1.0", Given.Noon, "m", "t"), None);

        Assert.Empty(await Journal.StuckAsync(Given.Home, 10, None));
        Assert.Equal("m", (await Journal.OpenAsync(Given.Subject("a"), None))!.Message);
        await ReopenAsync();
        Assert.Empty(await Journal.StuckAsync(Given.Home, 10, None));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lists_have_what_was_opened_last_first_and_know_the_latest_state(bool reopened)
    {
        var pages = new Dictionary<string, Page>();
        foreach (var (id, minute) in new[] { ("a", 1), ("b", 3), ("c", 2), ("d", 4) })
            pages[id] = await SaveAsync(Given.Turn(Given.Subject(id), note: "stem-" + id, at: Given.Noon + Duration.FromMinutes(minute)));
        await SaveAsync(Given.Turn(Given.Subject("z", Given.Away), note: "stem-a"));
        if (reopened) await ReopenAsync();
        await SaveAsync(Given.Turn(Given.Subject("b"), pages["b"], 500, at: Given.Noon + Duration.FromMinutes(9)));

        Assert.Equal(["d", "c", "a"], await IdsAsync(new OpenPages("count", "hall")));
        Assert.Equal(["d", "c", "a"], await IdsAsync(new OpenPages(null, null)));
        Assert.Equal(["d", "c"], await IdsAsync(new OpenPages("count", null, 2)));
        Assert.Empty(await IdsAsync(new OpenPages("count", "elsewhere")));
        Assert.Equal(["b"], await IdsAsync(new EndedPages("count")));
        Assert.Equal(["b"], await IdsAsync(new EndedPages(null)));
        Assert.Equal(["a"], await IdsAsync(new AlikePages("count", ["stem-a", "stem-x"])));
        Assert.Equal(["b"], await IdsAsync(new OnePage("count", "b")));
        Assert.Empty(await IdsAsync(new OnePage("count", "nobody")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_short_list_brings_the_states_of_its_pages(bool reopened)
    {
        await SaveAsync(Given.Turn(Given.Subject("a"), number: 7, note: "wait"));
        if (reopened) await ReopenAsync();
        foreach (Need need in new Need[] { new OpenPages("count", null), new AlikePages("count", ["wait"]), new OnePage("count", "a") })
            Assert.NotNull(Assert.Single(await Journal.ReadAsync(Given.Subject("a").Tenant, need, None)).State);
    }

    [Fact]
    public async Task The_most_alike_page_comes_first()
    {
        var a = await SaveAsync(Given.Turn(Given.Subject("a"), note: "wait"));
        await SaveAsync(Given.Turn(Given.Subject("b"), note: "wait"));
        await SaveAsync(Given.Turn(Given.Subject("a"), a, note: "queue"));
        Assert.Equal(["a", "b"], await IdsAsync(new AlikePages("count", ["wait", "queue"])));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_erased_subject_leaves_nothing_and_may_begin_again(bool reopened)
    {
        var page = await SaveAsync(Given.Turn(Given.Subject("a"), note: "gone", replies: new Show()));
        await SaveAsync(Given.Turn(Given.Subject("a"), page, replies: new Show()));
        await SaveAsync(Given.Turn(Given.Subject("b"), replies: new Show()));
        await Journal.MarkAsync(new GivenUp(Given.Subject("a"), "count.a.1.0", Given.Noon, "No."), None);
        if (reopened) await ReopenAsync();
        await Journal.EraseAsync(Given.Subject("a"), None);
        if (reopened) await ReopenAsync();

        Assert.Null(await Journal.OpenAsync(Given.Subject("a"), None));
        Assert.Empty(await Journal.HistoryAsync(Given.Subject("a"), None).ToListAsync());
        Assert.Equal(["count.b.1.0"], await Journal.WaitingAsync(None).Select(one => one.Parcel.Id).ToListAsync());
        Assert.Empty(await Journal.StuckAsync(Given.Home, 10, None));
        Assert.Empty(await IdsAsync(new AlikePages("count", ["gone"])));
        Assert.Equal(SaveResult.Saved, await Journal.SaveAsync(Given.Turn(Given.Subject("a"), number: 3), None));
        await ReopenAsync();
        Assert.Equal(3, Given.Sum(await Journal.OpenAsync(Given.Subject("a"), None)));
        Assert.Single(await Journal.HistoryAsync(Given.Subject("a"), None).ToListAsync());
    }

    [Fact]
    public async Task Deliveries_are_kept_for_a_day_and_never_without_end()
    {
        var page = await SaveAsync(Given.Turn(Given.Subject("a")));
        var many = Enumerable.Range(0, 1_500).Select(i => new Delivery($"d{i}", Given.Noon + Duration.FromSeconds(i))).ToImmutableArray();
        var turn = Given.Turn(Given.Subject("a"), page);
        await SaveAsync(turn with { After = turn.After with { Deliveries = many } });
        var young = (await Journal.OpenAsync(Given.Subject("a"), None))!;
        Assert.Equal(many[^1_000..], young.Deliveries.ToArray());

        turn = Given.Turn(Given.Subject("a"), young);
        await SaveAsync(turn with { After = turn.After with { Deliveries = young.Deliveries.Add(new Delivery("late", Given.Noon + Duration.FromDays(3))) } });
        Assert.Equal(200, (await Journal.OpenAsync(Given.Subject("a"), None))!.Deliveries.Length);
    }

    [Fact]
    public async Task A_store_that_is_open_is_ready() => Assert.True(await Journal.IsReadyAsync(None));

    private async Task<Page> SaveAsync(TurnRecord turn)
    {
        Assert.Equal(SaveResult.Saved, await Journal.SaveAsync(turn, None));
        return turn.After;
    }

    private async Task<string[]> IdsAsync(Need need) =>
        [.. (await Journal.ReadAsync(Given.Home, need, None)).Select(found => found.Subject.Id)];
}
