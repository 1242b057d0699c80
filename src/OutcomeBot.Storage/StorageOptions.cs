using System.ComponentModel.DataAnnotations;

namespace OutcomeBot.Storage;

/// <summary>Which store is used: the settings under <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Storage";

    /// <summary>The store's name; today there is one, <c>LiteDb</c>.</summary>
    [Required(ErrorMessage = "Storage:Provider is missing. Set it to LiteDb.")]
    [RegularExpression("^LiteDb$", ErrorMessage = "Storage:Provider must be LiteDb, the one store there is.")]
    public string Provider { get; set; } = "LiteDb";
}

/// <summary>Where the embedded store keeps everything: the settings under <c>Storage:LiteDb</c>.</summary>
public sealed class LiteDbOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Storage:LiteDb";

    /// <summary>The data file; its folder is made when there is none.</summary>
    [Required(ErrorMessage = "Storage:LiteDb:Path is empty. Name the file to keep everything in, such as data/outcomebot.db.")]
    public string Path { get; set; } = "data/outcomebot.db";

    /// <summary>The folder for backups; a relative one lies next to the data file.</summary>
    [Required(ErrorMessage = "Storage:LiteDb:BackupPath is empty. Name the folder for backups, such as backups.")]
    public string BackupPath { get; set; } = "backups";

    /// <summary>How many backups are kept; older ones are removed after a new one is complete.</summary>
    [Range(1, 1000, ErrorMessage = "Storage:LiteDb:BackupKeep must be between 1 and 1000.")]
    public int BackupKeep { get; set; } = 7;

    /// <summary>How often a backup is taken while the bot runs.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "31.00:00:00", ErrorMessage = "Storage:LiteDb:BackupEvery must be between one minute and 31 days, such as 12:00:00 or 1.00:00:00.")]
    public TimeSpan BackupEvery { get; set; } = TimeSpan.FromDays(1);

    /// <summary>The folder for backups, wherever the program was started.</summary>
    public string BackupFolder() =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!, BackupPath);
}
