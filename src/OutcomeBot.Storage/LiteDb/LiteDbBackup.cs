using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>Copies the store while turns go on. A copy is complete by itself; it has its name only when it is on disk.</summary>
public sealed partial class LiteDbBackup(LiteDbStore store, IOptions<LiteDbOptions> options, TimeProvider time, ILogger<LiteDbBackup> logger)
{
    /// <summary>Takes a backup and removes those beyond the number to keep. The answer is its path.</summary>
    public async Task<string> TakeAsync(CancellationToken cancellationToken)
    {
        var folder = options.Value.BackupFolder();
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, BackupFiles.Name(time.GetUtcNow()));
        await store.Settler.WithWholeFileAsync(file => BackupFiles.Copy(file, path), cancellationToken);
        foreach (var old in BackupFiles.Beyond(folder, options.Value.BackupKeep)) File.Delete(old);
        Log.Taken(logger, path);
        return path;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A backup was taken: {Path}")]
        public static partial void Taken(ILogger logger, string path);
    }
}

/// <summary>How backups are named, kept and copied.</summary>
internal static class BackupFiles
{
    private const string Pattern = "outcomebot-????????-??????.db";

    /// <summary>Names sort as they were taken.</summary>
    public static string Name(DateTimeOffset at) =>
        $"outcomebot-{at.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.db";

    /// <summary>Copies a data file that lacks nothing: all of it is there under its name, or nothing is.</summary>
    public static void Copy(DataFile file, string path)
    {
        var beside = path + ".part";
        File.Delete(beside);
        file.CopyTo(beside);
        File.Move(beside, path, overwrite: true);
    }

    /// <summary>When the newest backup was taken; null when there is none.</summary>
    public static DateTimeOffset? Newest(string folder) =>
        Directory.Exists(folder) && Directory.GetFiles(folder, Pattern).Max() is { } newest
        && DateTime.TryParseExact(Path.GetFileNameWithoutExtension(newest), "'outcomebot-'yyyyMMdd-HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? new DateTimeOffset(at)
            : null;

    /// <summary>The oldest backups, when there are more than are to be kept.</summary>
    public static IEnumerable<string> Beyond(string folder, int keep) =>
        Directory.GetFiles(folder, Pattern).OrderDescending(StringComparer.Ordinal).Skip(keep);
}
