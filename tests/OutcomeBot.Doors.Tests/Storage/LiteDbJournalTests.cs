using Microsoft.Extensions.Logging.Abstractions;
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

    protected override async Task ReopenAsync()
    {
        await _store!.DisposeAsync();
        Open();
    }

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
