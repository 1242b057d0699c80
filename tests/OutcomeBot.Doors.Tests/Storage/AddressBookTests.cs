using Microsoft.Extensions.Logging.Abstractions;
using OutcomeBot.Core.Chat;
using OutcomeBot.Storage.LiteDb;
using Xunit;

namespace OutcomeBot.Doors.Tests.Storage;

/// <summary>What doors remember, on the embedded store.</summary>
public sealed class AddressBookTests : IDisposable
{
    private static readonly Tenant s_home = new("teams:home");
    private static readonly Tenant s_away = new("teams:away");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_newest_text_under_a_name_is_there_after_a_start_and_no_tenant_sees_anothers()
    {
        await using (var store = Open())
        {
            var book = new LiteDbAddressBook(store);
            await book.PutAsync(s_home, "19:general@thread.tacv2", "one", CancellationToken.None);
            await book.PutAsync(s_home, "19:general@thread.tacv2", "two", CancellationToken.None);
            await book.PutAsync(s_home, new string('a', 300), "long", CancellationToken.None);
            await book.PutAsync(s_away, "19:general@thread.tacv2", "another", CancellationToken.None);
            Assert.Equal("two", await book.TextAsync(s_home, "19:general@thread.tacv2", CancellationToken.None));
        }

        await using var again = Open();
        var reopened = new LiteDbAddressBook(again);
        Assert.Equal(["long", "two"], (await reopened.TextsAsync(s_home, null, 10, CancellationToken.None)).Order());
        Assert.Equal(["another"], (await reopened.TextsAsync(s_away, null, 10, CancellationToken.None)).ToArray());
        Assert.Null(await reopened.TextAsync(s_away, "nobody", CancellationToken.None));
        Assert.Single(await reopened.TextsAsync(s_home, null, 1, CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_waits_for_the_data_file_and_what_was_written_is_read_before_it_has_it()
    {
        await using (var store = Open())
        {
            var book = new LiteDbAddressBook(store);
            await book.PutAsync(s_home, "general", "one", CancellationToken.None);
            using var busy = new ManualResetEventSlim();
            var whole = store.Settler.WithWholeFileAsync(_ => busy.Wait(TimeSpan.FromMinutes(1)), CancellationToken.None);

            await book.PutAsync(s_home, "general", "two", CancellationToken.None);
            await book.PutAsync(s_home, "random", "three", CancellationToken.None);
            Assert.False(whole.IsCompleted);
            Assert.Equal("two", await book.TextAsync(s_home, "general", CancellationToken.None));
            Assert.Equal(["three", "two"], (await book.TextsAsync(s_home, null, 10, CancellationToken.None)).Order());
            Assert.Single(await book.TextsAsync(s_home, null, 1, CancellationToken.None));
            Assert.Empty(await book.TextsAsync(s_away, null, 10, CancellationToken.None));

            busy.Set();
            await whole;
            await store.Settler.WithWholeFileAsync(_ => { }, CancellationToken.None);
            Assert.Empty(store.Addresses.Of(""));
            Assert.Equal("two", await book.TextAsync(s_home, "general", CancellationToken.None));
        }

        await using var again = Open();
        Assert.Equal(["three", "two"], (await new LiteDbAddressBook(again).TextsAsync(s_home, null, 10, CancellationToken.None)).Order());
    }

    [Fact]
    public async Task Two_writings_at_the_same_time_leave_one_text_and_the_same_after_a_start()
    {
        string? last;
        await using (var store = Open())
        {
            var book = new LiteDbAddressBook(store);
            await Task.WhenAll(Enumerable.Range(0, 200).Select(number => book.PutAsync(s_home, "general", $"{number}", CancellationToken.None).AsTask()));
            last = await book.TextAsync(s_home, "general", CancellationToken.None);
            await store.Settler.WithWholeFileAsync(_ => { }, CancellationToken.None);
            Assert.Equal(last, await book.TextAsync(s_home, "general", CancellationToken.None));
        }

        await using var again = Open();
        Assert.Equal(last, await new LiteDbAddressBook(again).TextAsync(s_home, "general", CancellationToken.None));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_long_list_is_read_on_from_where_it_ended_and_tenants_are_told_once(bool reopened)
    {
        await using var store = Open();
        var book = new LiteDbAddressBook(store);
        foreach (var number in Enumerable.Range(0, 25)) await book.PutAsync(s_home, $"n{number:00}", $"{number}", CancellationToken.None);
        foreach (var tenant in (string[])["teams:home.2", "slack:home", "teams:homes", "teams:a|b%7C", "teams:away"]) await book.PutAsync(new Tenant(tenant), "n", "another", CancellationToken.None);
        if (reopened) await store.Settler.WithWholeFileAsync(_ => { }, CancellationToken.None);

        var (read, after) = (new List<string>(), (string?)null);
        while (await book.TextsAsync(s_home, after, 10, CancellationToken.None) is { IsEmpty: false } some)
        {
            read.AddRange(some);
            after = $"n{int.Parse(some[^1], System.Globalization.CultureInfo.InvariantCulture):00}";
        }

        Assert.Equal(Enumerable.Range(0, 25).Select(number => $"{number}"), read);
        Assert.Equal(["teams:away", "teams:a|b%7C", "teams:home", "teams:home.2", "teams:homes"], (await book.TenantsAsync("teams", CancellationToken.None)).Select(tenant => tenant.Id));
        Assert.Empty(await book.TenantsAsync("team", CancellationToken.None));
    }

    private LiteDbStore Open() => LiteDbStore.Open(_folder.File("outcomebot.db"), Given.Practices, NullLogger.Instance);
}
