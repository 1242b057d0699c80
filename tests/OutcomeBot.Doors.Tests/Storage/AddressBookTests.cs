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
        Assert.Equal(["long", "two"], (await reopened.TextsAsync(s_home, 10, CancellationToken.None)).Order());
        Assert.Equal(["another"], (await reopened.TextsAsync(s_away, 10, CancellationToken.None)).ToArray());
        Assert.Null(await reopened.TextAsync(s_away, "nobody", CancellationToken.None));
        Assert.Single(await reopened.TextsAsync(s_home, 1, CancellationToken.None));
    }

    private LiteDbStore Open() => LiteDbStore.Open(_folder.File("outcomebot.db"), Given.Practices, NullLogger.Instance);
}
