using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;
using OutcomeBot.Storage.LiteDb;
using Xunit;

namespace OutcomeBot.Doors.Tests.Storage;

/// <summary>What doors keep for some days only, on the embedded store.</summary>
public sealed class PassingBookTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Instant s_end = Given.Noon + Duration.FromDays(7);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_text_is_there_after_a_start_and_no_tenant_sees_anothers()
    {
        var text = new PassingText("abc", "a drawing", s_end);
        await using (var store = Open())
        {
            await new LiteDbPassingBook(store).PutAsync(Given.Home, text with { Text = "an older one" }, None);
            await new LiteDbPassingBook(store).PutAsync(Given.Home, text, None);
        }

        await using var again = Open();
        var book = new LiteDbPassingBook(again);
        Assert.Equal(text, await book.TextAsync(Given.Home, "abc", None));
        Assert.Null(await book.TextAsync(Given.Away, "abc", None));
        Assert.Null(await book.TextAsync(Given.Home, "abcd", None));
    }

    [Fact]
    public async Task What_has_ended_is_thrown_away_and_what_has_not_stays()
    {
        await using var store = Open();
        var book = new LiteDbPassingBook(store);
        for (var number = 0; number < 600; number++) await book.PutAsync(number % 2 == 0 ? Given.Home : Given.Away, new PassingText($"n{number}", "ends", s_end), None);
        await book.PutAsync(Given.Home, new PassingText("longer", "stays", s_end + Duration.FromTicks(1)), None);
        await book.ClearAsync(s_end, None);

        Assert.Null(await book.TextAsync(Given.Home, "n0", None));
        Assert.Null(await book.TextAsync(Given.Away, "n599", None));
        Assert.Equal("stays", (await book.TextAsync(Given.Home, "longer", None))!.Text);
    }

    [Fact]
    public async Task Beyond_its_share_a_tenant_loses_what_ends_first_and_nobody_else_loses_anything()
    {
        await using var store = Open();
        var book = new LiteDbPassingBook(store);
        var whole = new string('x', IPassingBook.LongestText);
        var fitting = (int)(IPassingBook.TenantShare / IPassingBook.LongestText);
        await book.PutAsync(Given.Away, new PassingText("theirs", "stays", Given.Noon), None);
        await book.PutAsync(Given.Home, new PassingText("first", whole, s_end - Duration.FromDays(1)), None);
        for (var number = 1; number < fitting; number++) await book.PutAsync(Given.Home, new PassingText($"n{number}", whole, s_end), None);

        // Written again, it weighs no more than before.
        await book.PutAsync(Given.Home, new PassingText("n1", whole, s_end), None);
        Assert.NotNull(await book.TextAsync(Given.Home, "first", None));
        await book.PutAsync(Given.Home, new PassingText("one more", "x", s_end), None);

        Assert.Null(await book.TextAsync(Given.Home, "first", None));
        Assert.NotNull(await book.TextAsync(Given.Home, "n1", None));
        Assert.NotNull(await book.TextAsync(Given.Home, "one more", None));
        Assert.NotNull(await book.TextAsync(Given.Away, "theirs", None));
    }

    [Fact]
    public async Task A_text_that_is_longer_than_any_may_be_is_refused()
    {
        await using var store = Open();
        var book = new LiteDbPassingBook(store);

        await Assert.ThrowsAsync<ArgumentException>(async () => await book.PutAsync(Given.Home, new PassingText("abc", new string('x', IPassingBook.LongestText + 1), s_end), None));
    }

    private LiteDbStore Open() => LiteDbStore.Open(_folder.File("outcomebot.db"), Given.Practices, NullLogger.Instance);
}
