using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OutcomeBot.Core.Practices;
using OutcomeBot.Storage;
using OutcomeBot.Storage.LiteDb;

namespace OutcomeBot.Doors.Tests.Storage;

/// <summary>The contract, on the embedded store.</summary>
public sealed class LiteDbJournalTests : JournalContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private LiteDbStore? _store;

    public override Task InitializeAsync()
    {
        Open();
        return Task.CompletedTask;
    }

    public override async Task DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_list_that_was_empty_shows_what_the_data_file_gets_later()
    {
        var need = new OpenPages("count", null);
        foreach (var id in (string[])["a", "b"])
        {
            Assert.Empty(await Journal.ReadAsync(Given.Home, need, CancellationToken.None));
            await Journal.SaveAsync(Given.Turn(Given.Subject(id)), CancellationToken.None);
            await SettleAsync();
            Assert.Equal(id, Assert.Single(await Journal.ReadAsync(Given.Home, need, CancellationToken.None)).Subject.Id);
            await Journal.EraseAsync(Given.Subject(id), CancellationToken.None);
            await SettleAsync();
        }
    }

    [Fact]
    public async Task What_is_asked_for_while_it_is_written_is_never_missed()
    {
        var need = new OpenPages("count", null, 100);
        for (var round = 0; round < 50; round++)
        {
            var settling = SettleAsync();
            Assert.Equal(round, (await Journal.ReadAsync(Given.Home, need, CancellationToken.None)).Length);
            await Journal.SaveAsync(Given.Turn(Given.Subject($"n{round}")), CancellationToken.None);
            Assert.Equal(round + 1, (await Journal.ReadAsync(Given.Home, need, CancellationToken.None)).Length);
            await settling;
        }
    }

    [Fact]
    public async Task A_page_that_changes_while_the_data_file_catches_up_is_in_every_list()
    {
        var (subject, need, isOver) = (Given.Subject("a"), new OpenPages("count", null), false);
        await Journal.SaveAsync(Given.Turn(subject), CancellationToken.None);
        var changing = Task.Run(async () =>
        {
            for (var turn = 2; turn < 400; turn++) await Journal.SaveAsync(Given.Turn(subject, await Journal.OpenAsync(subject, CancellationToken.None), number: 0), CancellationToken.None);
            Volatile.Write(ref isOver, true);
        });
        var settling = Task.Run(async () =>
        {
            while (!Volatile.Read(ref isOver)) await SettleAsync();
        });
        while (!Volatile.Read(ref isOver)) Assert.Single(await Journal.ReadAsync(Given.Home, need, CancellationToken.None));
        await Task.WhenAll(changing, settling);
    }

    protected override async Task ReopenAsync()
    {
        await _store!.DisposeAsync();
        Open();
    }

    /// <summary>A backup is taken of a data file that lacks nothing.</summary>
    private Task<string> SettleAsync() =>
        new LiteDbBackup(_store!, Options.Create(new LiteDbOptions { Path = _folder.File("outcomebot.db") }), TimeProvider.System, NullLogger<LiteDbBackup>.Instance).TakeAsync(CancellationToken.None);

    private void Open()
    {
        _store = LiteDbStore.Open(_folder.File("outcomebot.db"), Given.Practices, NullLogger.Instance);
        Journal = new LiteDbJournal(_store, Given.Practices);
    }
}

/// <summary>A folder of a test's own, gone with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("outcomebot-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
