using Microsoft.Extensions.Logging.Abstractions;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;
using OutcomeBot.Storage.LiteDb;

namespace OutcomeBot.Doors.Tests.Storage;

/// <summary>Rooms, people and lines on the embedded store.</summary>
public sealed class RoomBookTests : IAsyncLifetime, IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();
    private LiteDbStore _store = null!;

    private LiteDbRoomBook Book => new(_store);

    public Task InitializeAsync()
    {
        _store = LiteDbStore.Open(_folder.File("outcomebot.db"), Given.Practices, NullLogger.Instance);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lines_are_read_in_order_the_newest_before_a_line()
    {
        foreach (var id in new[] { "03", "01", "05", "02", "04" }) await PutAsync(id);
        await PutAsync("99", Given.Room(channel: "elsewhere"));
        await PutAsync("98", Given.Room(Given.Away));

        Assert.Equal(["03", "04", "05"], await IdsAsync(Given.Room(), null, 3));
        Assert.Equal(["01", "02"], await IdsAsync(Given.Room(), "03", 10));
        Assert.Equal(["98"], await IdsAsync(Given.Room(Given.Away), null, 10));
    }

    [Fact]
    public async Task Replies_are_counted_once_and_stand_in_their_thread()
    {
        await PutAsync("01");
        await PutAsync("02", Given.Room(thread: "01"));
        await PutAsync("03", Given.Room(thread: "01"));
        await PutAsync("03", Given.Room(thread: "01"), "changed");
        await PutAsync("01", text: "changed too");

        var first = await Book.LineAsync(Given.Room(), "01", None);

        Assert.Equal((2, "changed too"), (first!.Replies, first.Text));
        Assert.Equal(["01"], await IdsAsync(Given.Room(), null, 10));
        Assert.Equal(["02", "03"], await IdsAsync(Given.Room(thread: "01"), null, 10));
        Assert.Equal("changed", (await Book.LineAsync(Given.Room(), "03", None))!.Text);
    }

    [Fact]
    public async Task A_line_is_read_back_with_its_card_and_files_after_a_restart()
    {
        var line = new RoomLine("01", Given.Room(), Given.Noon, null, "")
        {
            Card = new Card("Sum", new Prose($"It is {3}."), new Buttons(new Button("More", Given.Subject("a").Press("more")))),
            OnlyTo = Given.Ann,
            Files = [new Attachment("a.md", "text/markdown", "# A")],
            EditedAt = Given.Noon,
            IsRemoved = true,
        };
        await Book.PutAsync(line, None);
        await _store.DisposeAsync();
        await InitializeAsync();

        var read = await Book.LineAsync(Given.Room(), "01", None);

        Assert.Equal(CardText.Of(line.Card), CardText.Of(read!.Card!));
        Assert.Equal(line.Files, read.Files.ToArray());
        Assert.Equal(line with { Card = null, Files = [] }, read with { Card = null, Files = [] });
    }

    [Fact]
    public async Task A_removed_room_is_gone_with_its_lines()
    {
        await Book.PutRoomAsync(new Room(Given.Home, "hall", "Hall", "All", false, Given.Noon), None);
        await Book.PutRoomAsync(new Room(Given.Home, "hall2", "Hall 2", "All", true, Given.Noon), None);
        await PutAsync("01");
        await PutAsync("02", Given.Room(channel: "hall2"));
        await Book.RemoveRoomAsync(Given.Home, "hall", None);

        Assert.Equal(["hall2"], (await Book.RoomsAsync(Given.Home, None)).Select(room => room.Id));
        Assert.Empty(await IdsAsync(Given.Room(), null, 10));
        Assert.Equal(["02"], await IdsAsync(Given.Room(channel: "hall2"), null, 10));
        Assert.Empty(await Book.RoomsAsync(Given.Away, None));
    }

    [Fact]
    public async Task People_are_kept_within_their_tenant()
    {
        await Book.PutPersonAsync(Given.Home, Given.Ann, None);
        await Book.PutPersonAsync(Given.Home, new Person("ann", "Anna"), None);
        await Book.PutPersonAsync(Given.Away, new Person("ben", "Ben"), None);
        Assert.Equal([new Person("ann", "Anna")], (await Book.PeopleAsync(Given.Home, None)).ToArray());
    }

    private async Task PutAsync(string id, Place? place = null, string text = "Hello") =>
        await Book.PutAsync(new RoomLine(id, place ?? Given.Room(), Given.Noon, Given.Ann, text), None);

    private async Task<string[]> IdsAsync(Place place, string? before, int take) =>
        [.. (await Book.ReadAsync(place, before, take, None)).Select(line => line.Id)];
}
