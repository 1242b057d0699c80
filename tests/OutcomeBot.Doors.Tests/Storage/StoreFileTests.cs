using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;
using OutcomeBot.Storage;
using OutcomeBot.Storage.LiteDb;

namespace OutcomeBot.Doors.Tests.Storage;

/// <summary>What happens around the file: damage, strangers, backups, the command line.</summary>
public sealed class StoreFileTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();

    private string Data => _folder.File("outcomebot.db");

    public void Dispose()
    {
        _output.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("nothing at all")]
    [InlineData("a text")]
    [InlineData("cut in the middle")]
    [InlineData("cut within a page")]
    [InlineData("a head of zeros")]
    [InlineData("someone else's LiteDB file")]
    public async Task A_damaged_or_foreign_file_stops_the_start_and_is_left_as_it_is(string damage)
    {
        await FillAsync(200);
        Spoil(damage);
        var before = Hash(Data);

        var exception = Assert.Throws<StoreCannotOpenException>(Open);

        Assert.Contains(Data, exception.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet OutcomeBot.Web.dll restore <backup>", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, Hash(Data));
        Assert.Equal([Data], Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData(".turns1")]
    [InlineData(".turns2")]
    [InlineData(".redo")]
    public async Task A_foreign_log_beside_the_file_stops_the_start_and_all_is_left_as_it_is(string log)
    {
        await FillAsync(50);
        File.WriteAllText(Data + log, "This is a shopping list.");
        var before = (Hash(Data), Hash(Data + log));

        Assert.Throws<StoreCannotOpenException>(Open);

        Assert.Equal(before, (Hash(Data), Hash(Data + log)));
    }

    [Fact]
    public void A_folder_in_the_file_s_place_stops_the_start()
    {
        Directory.CreateDirectory(Data);
        Assert.Contains("is a folder", Assert.Throws<StoreCannotOpenException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_bots_cannot_hold_one_file()
    {
        await using var store = Open();
        Assert.Contains("in use by another process", Assert.Throws<StoreCannotOpenException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_taken_while_turns_go_on_is_sound_and_complete()
    {
        var options = new LiteDbOptions { Path = Data, BackupKeep = 2 };
        await using var store = Open();
        var journal = new LiteDbJournal(store, Given.Practices);
        var backup = new LiteDbBackup(store, Options.Create(options), TimeProvider.System, NullLogger<LiteDbBackup>.Instance);
        using var stop = new CancellationTokenSource();
        var known = Given.Turn(Given.Subject("known"));
        await journal.SaveAsync(known, None);
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(writer => WriteAsync(journal, writer, stop.Token)));
        var path = await backup.TakeAsync(None);
        await stop.CancelAsync();
        await writing;

        Assert.Equal(0, await RunAsync("verify", path));
        await using var copy = LiteDbStore.Open(path, Given.Practices, NullLogger.Instance);
        Assert.NotNull(await new LiteDbJournal(copy, Given.Practices).OpenAsync(Given.Subject("known"), None));
    }

    [Fact]
    public async Task Only_the_newest_backups_are_kept()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Given.Noon.ToDateTimeOffset());
        var options = new LiteDbOptions { Path = Data, BackupKeep = 2 };
        await using var store = Open();
        var backup = new LiteDbBackup(store, Options.Create(options), time, NullLogger<LiteDbBackup>.Instance);
        for (var i = 0; i < 4; i++)
        {
            await backup.TakeAsync(None);
            time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(
            ["outcomebot-20260304-120000.db", "outcomebot-20260305-120000.db"],
            Directory.GetFiles(options.BackupFolder()).Select(file => Path.GetFileName(file)!).Order());
    }

    [Fact]
    public async Task A_backup_is_restored_and_what_was_there_is_kept_aside()
    {
        await FillAsync(5);
        var backup = _folder.File("backup.db");
        Assert.Equal(0, await RunAsync("backup", backup));
        File.WriteAllText(Data, "Somebody wrote over it.");

        Assert.Equal(0, await RunAsync("restore", backup));

        Assert.Contains(Directory.GetFiles(_folder.Path), file => file.Contains("before-restore", StringComparison.Ordinal) && File.ReadAllText(file) == "Somebody wrote over it.");
        await using var store = Open();
        Assert.NotNull(await new LiteDbJournal(store, Given.Practices).OpenAsync(Given.Subject("s4"), None));
    }

    [Fact]
    public async Task A_damaged_backup_is_not_restored()
    {
        await FillAsync(5);
        var backup = _folder.File("backup.db");
        File.WriteAllText(backup, "no");
        var before = Hash(Data);

        Assert.Equal(1, await RunAsync("restore", backup));
        Assert.Equal(before, Hash(Data));
    }

    [Fact]
    public async Task While_a_bot_runs_nothing_is_restored_and_backups_are_its_own_work()
    {
        await FillAsync(5);
        var backup = _folder.File("backup.db");
        Assert.Equal(0, await RunAsync("backup", backup));
        await using var store = Open();

        Assert.Equal(1, await RunAsync("restore", backup));
        Assert.Equal(1, await RunAsync("backup"));
        Assert.Contains("takes a backup by itself", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sound_file_is_verified_with_a_count()
    {
        await FillAsync(5);
        Assert.Equal(0, await RunAsync("verify"));
        Assert.Contains("5 pages agree with their 5 turns", _output.ToString(), StringComparison.Ordinal);
    }

    private static async Task WriteAsync(LiteDbJournal journal, int writer, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var subject = Given.Subject($"w{writer}n{i % 50}");
            await journal.SaveAsync(Given.Turn(subject, await journal.OpenAsync(subject, None), note: "while"), None);
        }
    }

    private LiteDbStore Open() => LiteDbStore.Open(Data, Given.Practices, NullLogger.Instance);

    private async Task<int> RunAsync(params string[] args) =>
        await new StorageCommands(new LiteDbOptions { Path = Data }, Given.Practices, TimeProvider.System, _output).RunAsync(args, None);

    private async Task FillAsync(int pages)
    {
        await using var store = Open();
        var journal = new LiteDbJournal(store, Given.Practices);
        await Task.WhenAll(Enumerable.Range(0, pages).Select(i => journal.SaveAsync(Given.Turn(Given.Subject($"s{i}"), note: new string('n', 90)), None).AsTask()));
    }

    private void Spoil(string damage)
    {
        var bytes = File.ReadAllBytes(Data);
        switch (damage)
        {
            case "nothing at all":
                File.WriteAllBytes(Data, []);
                break;
            case "a text":
                File.WriteAllText(Data, "This is a shopping list.");
                break;
            case "cut in the middle":
                File.WriteAllBytes(Data, bytes[..(bytes.Length / 2 / 8192 * 8192)]);
                break;
            case "cut within a page":
                File.WriteAllBytes(Data, bytes[..^100]);
                break;
            case "a head of zeros":
                File.WriteAllBytes(Data, [.. new byte[8192], .. bytes[8192..]]);
                break;
            default:
                File.Delete(Data);
                using (var other = new LiteDB.LiteDatabase(Data)) other.GetCollection("mine").Insert(new LiteDB.BsonDocument { ["a"] = 1 });
                break;
        }
    }

    private static string Hash(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
}
