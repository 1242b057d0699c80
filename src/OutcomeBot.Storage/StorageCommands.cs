using OutcomeBot.Core.Practices;
using OutcomeBot.Storage.LiteDb;

namespace OutcomeBot.Storage;

/// <summary>What a person does to the store from the command line: <c>backup</c>, <c>restore</c>, <c>verify</c>. 0 means done.</summary>
public sealed class StorageCommands(LiteDbOptions options, IReadOnlyDictionary<string, IPractice> practices, TimeProvider time, TextWriter output)
{
    private const int Done = 0;
    private const int NotDone = 1;
    private const int WrongUse = 2;

    private readonly string _path = Path.GetFullPath(options.Path);

    /// <summary>Runs a command line such as <c>restore backups/outcomebot-20260301-030000.db</c>.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        try
        {
            return args switch
            {
                ["backup"] => await BackupAsync(Path.Combine(options.BackupFolder(), BackupFiles.Name(time.GetUtcNow())), cancellationToken),
                ["backup", var path] => await BackupAsync(Path.GetFullPath(path), cancellationToken),
                ["restore", var backup] => await RestoreAsync(Path.GetFullPath(backup)),
                ["verify"] => await VerifyAsync(_path),
                ["verify", var path] => await VerifyAsync(Path.GetFullPath(path)),
                _ => await SayAsync(WrongUse, "Say one of: backup [file], restore <backup>, verify [file]."),
            };
        }
        catch (Exception exception) when (exception is StoreCannotOpenException or IOException or UnauthorizedAccessException)
        {
            return await SayAsync(NotDone, exception.Message);
        }
    }

    private async Task<int> BackupAsync(string target, CancellationToken cancellationToken)
    {
        if (!File.Exists(_path)) return await SayAsync(NotDone, $"There is nothing to back up: {_path} does not exist.");
        if (IsHeld(_path))
            return await SayAsync(NotDone, $"A bot is running on {_path}. It takes a backup by itself every {options.BackupEvery}, into {options.BackupFolder()}.");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await SettleAsync(_path);
        using (var file = DataFile.Open(_path)) BackupFiles.Copy(file, target);
        cancellationToken.ThrowIfCancellationRequested();
        return await SayAsync(Done, $"Backed up to {target}.");
    }

    private async Task<int> RestoreAsync(string backup)
    {
        if (!File.Exists(backup)) return await SayAsync(NotDone, $"{backup} does not exist. Backups are in {options.BackupFolder()}.");
        if (File.Exists(_path) && IsHeld(_path)) return await SayAsync(NotDone, $"A bot is running on {_path}. Stop it first, then restore.");
        var found = Verification.Of(backup, practices);
        if (found.Faults.Count > 0) return await SayAsync(NotDone, $"{backup} is not sound, so nothing was changed. {found.Faults[0]}");

        var arriving = _path + ".restoring";
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        File.Delete(arriving);
        using (var file = DataFile.Open(backup)) file.CopyTo(arriving);
        var aside = SetAside();
        File.Move(arriving, _path);
        return await SayAsync(Done, $"Restored {found.Pages} pages and {found.Turns} turns from {backup}. {aside}");
    }

    private async Task<int> VerifyAsync(string path)
    {
        if (!File.Exists(path)) return await SayAsync(NotDone, $"{path} does not exist.");
        if (TurnLog.Files(path).Any(File.Exists)) await SettleAsync(path);
        var found = Verification.Of(path, practices);
        if (found.Faults.Count == 0)
            return await SayAsync(Done, $"{path} is sound: {found.Pages} pages agree with their {found.Turns} turns.");
        foreach (var fault in found.Faults) await output.WriteLineAsync(fault);
        return await SayAsync(NotDone, $"{path} is not sound. To go on from a backup, run: dotnet OutcomeBot.Web.dll restore <backup>");
    }

    /// <summary>Nothing is ever deleted here: what stood in the place gets a dated name beside it.</summary>
    private string SetAside()
    {
        var stamp = BackupFiles.Name(time.GetUtcNow())["outcomebot-".Length..^".db".Length];
        string[] old = [.. TurnLog.Files(_path).Append(DataFile.RedoPath(_path)).Append(_path).Where(File.Exists)];
        foreach (var file in old) File.Move(file, $"{file}.before-restore-{stamp}");
        return old.Length == 0 ? "" : $"What was there before is kept beside it as {Path.GetFileName(_path)}.before-restore-{stamp}.";
    }

    /// <summary>Opens the store as the bot would, and closes it, so that the file lacks nothing.</summary>
    private async Task SettleAsync(string path)
    {
        await using var store = LiteDbStore.Open(path, practices, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
    }

    private static bool IsHeld(string path)
    {
        try
        {
            File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private async Task<int> SayAsync(int code, string sentence)
    {
        await output.WriteLineAsync(sentence);
        return code;
    }
}
