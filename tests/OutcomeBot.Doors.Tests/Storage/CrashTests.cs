using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;
using OutcomeBot.Storage.LiteDb;

namespace OutcomeBot.Doors.Tests.Storage;

/// <summary>A process that writes is killed at random moments, again and again on the same file.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Rounds = 20;

    private readonly TemporaryFolder _folder = new();
    private readonly HashSet<(string Subject, long Version)> _turns = [];
    private readonly Dictionary<string, string> _arrived = [];
    private readonly HashSet<string> _arriving = [];
    private readonly HashSet<string> _lines = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_acknowledged_turn_is_there_exactly_once_after_a_kill_at_any_moment()
    {
        var chance = new Random(20260302);
        for (var round = 0; round < Rounds; round++)
        {
            // After so many acknowledgements: some kills meet a start, some a slice, some a change of log files.
            await WriteUntilKilledAsync(round, chance.Next(1, round % 5 == 0 ? 4_000 : 800));
            if (round % 4 == 3) await CheckAsync();
        }

        Assert.True(_turns.Count > Rounds, "The process was killed before it could write anything.");
        await CheckAsync();
        await using var output = new StringWriter();
        var commands = new OutcomeBot.Storage.StorageCommands(new() { Path = File }, Given.Practices, TimeProvider.System, output);
        Assert.True(await commands.RunAsync(["verify"], CancellationToken.None) == 0, output.ToString());
    }

    private string File => _folder.File("outcomebot.db");

    private async Task WriteUntilKilledAsync(int round, int acknowledgements)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "OutcomeBot.Crash.dll"), File, round.ToString(CultureInfo.InvariantCulture) },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        while (acknowledgements-- > 0 && await process.StandardOutput.ReadLineAsync() is { } line) Note(line);
        process.Kill();

        // What it had said before it died counts as well; the very last line may be cut.
        var rest = await process.StandardOutput.ReadToEndAsync();
        foreach (var line in rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries)) Note(line);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(error.Length == 0, error);
    }

    private void Note(string line)
    {
        switch (line.Split(' '))
        {
            case ["turn", var subject, var version]:
                Assert.True(_turns.Add((subject, long.Parse(version, CultureInfo.InvariantCulture))), $"{line} was acknowledged twice.");
                break;
            case ["arriving", var parcel]:
                _arriving.Add(parcel);
                break;
            case ["arrived", var subject, var parcel]:
                _arrived[parcel] = subject;
                break;
            case ["line", var id]:
                _lines.Add(id);
                break;
        }
    }

    private async Task CheckAsync()
    {
        await using var store = LiteDbStore.Open(File, Given.Practices, NullLogger.Instance);
        var journal = new LiteDbJournal(store, Given.Practices);
        foreach (var group in _turns.GroupBy(turn => turn.Subject)) await CheckAsync(journal, group.Key, [.. group.Select(turn => turn.Version)]);

        var waiting = await journal.WaitingAsync(CancellationToken.None).ToDictionaryAsync(one => one.Parcel.Id);
        Assert.All(_turns, turn => Assert.True(waiting.ContainsKey($"count.{turn.Subject}.{turn.Version}.1"), $"The post of {turn} is lost."));
        Assert.All(_turns, turn => Assert.True(IsWaitingOrMarked($"count.{turn.Subject}.{turn.Version}.0"), $"The card of {turn} is lost."));
        Assert.All(_arrived.Keys, parcel => Assert.False(waiting.ContainsKey(parcel), $"{parcel} arrived and would be sent again."));
        var rooms = new LiteDbRoomBook(store);
        foreach (var line in _lines) Assert.NotNull(await rooms.LineAsync(Given.Room(), line, CancellationToken.None));

        // A mark may be on disk though the process died before it could say so.
        bool IsWaitingOrMarked(string parcel) => waiting.ContainsKey(parcel) || _arriving.Contains(parcel);
    }

    private async Task CheckAsync(LiteDbJournal journal, string id, HashSet<long> versions)
    {
        var page = await journal.OpenAsync(Given.Subject(id), CancellationToken.None);
        var history = await journal.HistoryAsync(Given.Subject(id), CancellationToken.None).ToListAsync();
        Assert.NotNull(page);
        Assert.Equal(page.Version, history.Count);
        Assert.Equal(page.Version, Given.Sum(page));
        Assert.Equal(Enumerable.Range(1, history.Count).Reverse().Select(version => (long)version), history.Select(turn => turn.Version));
        Assert.True(versions.Max() <= page.Version, $"{id} was acknowledged up to {versions.Max()} and is at {page.Version}.");
        Assert.All(versions, version => Assert.Contains(page.Deliveries, delivery => delivery.Key == $"{id}-{version}"));
        if (!_arrived.ContainsValue(id)) return;
        Assert.Equal(("m-" + id, "t-" + id), (page.Message, page.Place.Thread));
        Assert.Equal(page.Subject, (await journal.OpenThreadAsync(Given.Room(thread: "t-" + id), CancellationToken.None))?.Subject);
    }
}
