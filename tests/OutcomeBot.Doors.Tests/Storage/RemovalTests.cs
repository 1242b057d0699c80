using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;
using OutcomeBot.Storage.LiteDb;

namespace OutcomeBot.Doors.Tests.Storage;

/// <summary>Tenants that the bot was removed from, and what erasing one leaves, on the embedded store.</summary>
public sealed class RemovalTests : IAsyncLifetime, IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Names of which one begins the other, and with the characters that keys are put together with.</summary>
    private static readonly ImmutableArray<Tenant> s_others = [new("slack:gon"), new("slack:gone2"), new("slack:gone|count"), new("slack:gone%7C"), new("teams:gone")];

    private static readonly Tenant s_gone = new("slack:gone");

    private readonly TemporaryFolder _folder = new();
    private LiteDbStore _store = null!;

    private string File => _folder.File("outcomebot.db");

    private LiteDbJournal Journal => new(_store, Given.Practices);

    private LiteDbRemovals Removals => new(_store, Journal);

    public Task InitializeAsync()
    {
        _store = LiteDbStore.Open(File, Given.Practices, NullLogger.Instance);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_removal_is_on_the_list_until_it_is_taken_off_also_after_a_start(bool reopened)
    {
        await Removals.PutAsync(new Removal(s_gone, Given.Noon), None);
        await Removals.PutAsync(new Removal(s_others[0], Given.Noon), None);
        await Removals.PutAsync(new Removal(s_gone, Given.Noon, IsBegun: true), None);
        if (reopened) await ReopenAsync();
        Assert.Equal([new Removal(s_others[0], Given.Noon), new Removal(s_gone, Given.Noon, IsBegun: true)], (await Removals.AllAsync(None)).OrderBy(removal => removal.Tenant.Id.Length));

        await Removals.DropAsync(s_gone, None);
        await Removals.DropAsync(s_gone, None);
        if (reopened) await ReopenAsync();
        Assert.Equal([s_others[0]], (await Removals.AllAsync(None)).Select(removal => removal.Tenant));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_erased_tenant_leaves_nothing_and_nobody_else_loses_anything(bool reopened)
    {
        foreach (var tenant in s_others.Add(s_gone)) await FillAsync(tenant);
        if (reopened) await ReopenAsync();
        await Removals.EraseAsync(s_gone, None);
        if (reopened) await ReopenAsync();

        Assert.Equal(new Kept(0, 0, 0, 0, 0, 0, 0), await CountAsync(s_gone));
        foreach (var tenant in s_others) Assert.Equal(new Kept(3, 3, 1, 1, 1, 1, 3), await CountAsync(tenant));
        Assert.Equal(s_others.Length, (await Journal.WaitingAsync(None).ToListAsync()).Count);
        await ReopenAsync();
        Assert.Empty(OutcomeBot.Storage.LiteDb.Verification.Of(await BackupAsync(), Given.Practices).Faults);
    }

    [Fact]
    public async Task Its_words_stand_nowhere_in_the_files_when_the_bot_has_stopped()
    {
        await FillAsync(s_gone);
        await ReopenAsync();
        Assert.True(Says(await StoppedAsync(), "the words of slack:gone"));
        await InitializeAsync();
        await Removals.EraseAsync(s_gone, None);

        Assert.False(Says(await StoppedAsync(), "the words of slack:gone"));
        await InitializeAsync();
    }

    [Fact]
    public async Task An_erasing_that_was_broken_off_goes_on_where_it_ended_and_what_others_do_meanwhile_stays()
    {
        for (var number = 0; number < 350; number++) await SaveAsync(s_gone, $"p{number}");
        await FillAsync(s_others[0]);
        await Assert.ThrowsAsync<IOException>(() => new LiteDbRemovals(_store, new Breaking(Journal, after: 150)).EraseAsync(s_gone, None).AsTask());
        await ReopenAsync();
        Assert.InRange((await CountAsync(s_gone)).Pages, 1, 200);

        var erasing = Removals.EraseAsync(s_gone, None).AsTask();
        await SaveAsync(s_others[0], "meanwhile");
        await erasing;

        Assert.Equal(0, (await CountAsync(s_gone)).Pages);
        Assert.Equal(4, (await CountAsync(s_others[0])).Pages);
    }

    [Fact]
    public async Task What_is_more_than_one_slice_goes_too_and_the_tenant_may_begin_again()
    {
        var addresses = new LiteDbAddressBook(_store);
        await Task.WhenAll(Enumerable.Range(0, 1_200).Select(number => addresses.PutAsync(s_gone, $"a{number}", "somewhere", None).AsTask()));
        for (var number = 0; number < 45; number++) await new LiteDbPassingBook(_store).PutAsync(s_gone, new PassingText($"t{number}", "a drawing", Given.Noon), None);
        await Removals.EraseAsync(s_gone, None);

        Assert.Empty(await addresses.TextsAsync(s_gone, null, 10, None));
        Assert.Null(await new LiteDbPassingBook(_store).TextAsync(s_gone, "t44", None));
        await FillAsync(s_gone);
        await ReopenAsync();
        Assert.Equal(new Kept(3, 3, 1, 1, 1, 1, 3), await CountAsync(s_gone));
    }

    /// <summary>Some of everything that a tenant can have, settled and not.</summary>
    private async Task FillAsync(Tenant tenant)
    {
        var said = $"the words of {tenant}";
        await SaveAsync(tenant, "a", new Post(Given.Room(tenant), new Card(said)));
        await SaveAsync(tenant, "b", new Post(Given.Room(tenant), new Card(said)));
        await Journal.MarkAsync(new GivenUp(Given.Subject("b", tenant), "count.b.1.0", Given.Noon, "No."), None);
        await new LiteDbAddressBook(_store).PutAsync(tenant, "hall", said, None);
        await new LiteDbPassingBook(_store).PutAsync(tenant, new PassingText("drawing", said, Given.Noon), None);
        var rooms = new LiteDbRoomBook(_store);
        await rooms.PutRoomAsync(new Room(tenant, "hall", "Hall", said, IsSample: false, Given.Noon), None);
        await rooms.PutPersonAsync(tenant, Given.Ann, None);
        await rooms.PutAsync(new RoomLine("l1", Given.Room(tenant), Given.Noon, Given.Ann, said), None);
        await _store.Settler.WithWholeFileAsync(_ => { }, None);
        await SaveAsync(tenant, "c");
    }

    private async Task SaveAsync(Tenant tenant, string id, params IEnumerable<Reply> replies) =>
        Assert.Equal(SaveResult.Saved, await Journal.SaveAsync(Given.Turn(Given.Subject(id, tenant), note: $"the words of {tenant}", replies: replies), None));

    private async Task<Kept> CountAsync(Tenant tenant)
    {
        var pages = await Journal.ReadAsync(tenant, new OpenPages(null, null, 500), None);
        var turns = 0;
        foreach (var id in (string[])["a", "b", "c"]) turns += await Journal.HistoryAsync(Given.Subject(id, tenant), None).CountAsync();
        var rooms = new LiteDbRoomBook(_store);
        return new Kept(
            pages.Length,
            turns,
            (await Journal.StuckAsync(tenant, 10, None)).Length,
            (await Journal.WaitingAsync(None).ToListAsync()).Count(one => one.Parcel.Place.Tenant == tenant),
            (await new LiteDbAddressBook(_store).TextsAsync(tenant, null, 10, None)).Length,
            await new LiteDbPassingBook(_store).TextAsync(tenant, "drawing", None) is null ? 0 : 1,
            (await rooms.RoomsAsync(tenant, None)).Length + (await rooms.PeopleAsync(tenant, None)).Length + (await rooms.ReadAsync(Given.Room(tenant), null, 10, None)).Length);
    }

    private async Task ReopenAsync()
    {
        await _store.DisposeAsync();
        await InitializeAsync();
    }

    private async Task<string[]> StoppedAsync()
    {
        await _store.DisposeAsync();
        return [.. Directory.GetFiles(Path.GetDirectoryName(File)!)];
    }

    private static bool Says(string[] files, string words) => files.Any(file => System.IO.File.ReadAllText(file, System.Text.Encoding.Latin1).Contains(words, StringComparison.Ordinal));

    private async Task<string> BackupAsync()
    {
        var path = _folder.File("copy.db");
        await _store.Settler.WithWholeFileAsync(file => BackupFiles.Copy(file, path), None);
        return path;
    }

    /// <summary>How much of each kind a tenant has.</summary>
    private sealed record Kept(int Pages, int Turns, int Stuck, int Waiting, int Addresses, int Passing, int Rooms);

    /// <summary>A journal that breaks after some erasures.</summary>
    private sealed class Breaking(IJournal journal, int after) : IJournal
    {
        private int _left = after;

        public ValueTask EraseAsync(Subject subject, CancellationToken cancellationToken) =>
            Interlocked.Decrement(ref _left) < 0 ? throw new IOException("Broken off.") : journal.EraseAsync(subject, cancellationToken);

        public ValueTask<Page?> OpenAsync(Subject subject, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<Page?> OpenThreadAsync(Place thread, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<ImmutableArray<Found>> ReadAsync(Tenant tenant, Need need, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<ImmutableArray<Stuck>> StuckAsync(Tenant tenant, int take, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<SaveResult> SaveAsync(TurnRecord turn, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask MarkAsync(Mark mark, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<Waiting> WaitingAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<Parcel?> StuckParcelAsync(Tenant tenant, string parcel, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<(Subject Subject, Reminder Reminder)> RemindersAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<PastTurn> HistoryAsync(Subject subject, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
