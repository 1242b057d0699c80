using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>What is looked at before LiteDB may have the file: LiteDB 5.0.20 would cut, mark or rebuild some of these.</summary>
internal static class DataFileChecks
{
    private const int NamePosition = 32;
    private const int VersionPosition = 59;
    private const int LastPagePosition = 64;

    private static ReadOnlySpan<byte> Name => "** This is a LiteDB file **"u8;

    /// <summary>Refuses a place where no file can be, and a missing file whose logs are still there.</summary>
    public static void ThrowIfUnusable(string path)
    {
        if (Directory.Exists(path))
            throw new StoreCannotOpenException($"{path} is a folder. Set Storage:LiteDb:Path to a file, such as {path}/outcomebot.db.");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreCannotOpenException($"The folder of {path} can't be made: {exception.Message} Set Storage:LiteDb:Path to a place that the bot may write to.", exception);
        }

        if (!File.Exists(path) && TurnLog.Files(path).Append(DataFile.RedoPath(path)).FirstOrDefault(File.Exists) is { } log)
            throw StoreCannotOpenException.Damaged(path, $"it is missing, while its log {log} is there.");
    }

    /// <summary>Opens the file so that no other process can.</summary>
    public static SafeFileHandle Hold(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StoreCannotOpenException($"{path} may not be read and written by this user. Give the bot's user both rights, or set Storage:LiteDb:Path to another file.", exception);
        }
        catch (IOException exception)
        {
            throw StoreCannotOpenException.Held(path, exception);
        }
    }

    /// <summary>Refuses what LiteDB did not write.</summary>
    public static void ThrowIfForeign(string path, SafeFileHandle file)
    {
        Span<byte> head = stackalloc byte[VersionPosition + 1];
        if (RandomAccess.Read(file, head, 0) < head.Length || RandomAccess.GetLength(file) < RedoFile.PageSize)
            throw StoreCannotOpenException.Damaged(path, "it is too short to be a LiteDB file.");
        if (!head.Slice(NamePosition, Name.Length).SequenceEqual(Name) || head[VersionPosition] != 8)
            throw StoreCannotOpenException.Damaged(path, "it is not a LiteDB 5 file.");
    }

    /// <summary>Refuses a file that ends before its last page. With a sealed log this may be: the copy goes on.</summary>
    public static void ThrowIfCut(string path, SafeFileHandle file)
    {
        Span<byte> last = stackalloc byte[4];
        RandomAccess.Read(file, last, LastPagePosition);
        var least = (BinaryPrimitives.ReadUInt32LittleEndian(last) + 1L) * RedoFile.PageSize;
        var length = RandomAccess.GetLength(file);
        if (length < least || length % RedoFile.PageSize != 0)
            throw StoreCannotOpenException.Damaged(path, $"it has {length} bytes and should have {least}.");
    }
}
