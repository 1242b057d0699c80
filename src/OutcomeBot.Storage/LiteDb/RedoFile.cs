using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>
/// LiteDB's log file behind a head of our own. LiteDB trusts whatever stands in its log, also what a power cut left half
/// written. So the head says whether the log is sealed: complete and on disk, because it was about to be copied into the
/// data file. Only a sealed log is copied again at a start; any other is dropped, and the turn log brings its turns back.
/// </summary>
internal sealed class RedoFile : IDisposable
{
    /// <summary>A page of LiteDB.</summary>
    public const int PageSize = 8192;

    private static readonly byte[] s_mark = "OutcomeBot redo log 1\n\0\0"u8.ToArray();

    private readonly SafeFileHandle _file;

    private RedoFile(SafeFileHandle file)
    {
        _file = file;
        Stream = new PageStream(file, PageSize) { InsteadOfFlush = () => { }, BeforeCut = Unseal };
    }

    /// <summary>The log as LiteDB sees it.</summary>
    public PageStream Stream { get; }

    /// <summary>Whether the log is complete and must be copied before the data file is whole.</summary>
    public bool IsSealed { get; private set; }

    /// <summary>Opens the log beside a data file, or makes it. Nothing is changed in a file that is not ours.</summary>
    public static RedoFile Open(string path)
    {
        var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            var redo = new RedoFile(file);
            if (RandomAccess.GetLength(file) == 0) redo.WriteHead(0);
            redo.ReadHead(path);
            return redo;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Drops what was never sealed.</summary>
    public void DropUnlessSealed()
    {
        if (!IsSealed) RandomAccess.SetLength(_file, PageSize);
    }

    /// <summary>Makes the log safe before the first page of the data file changes.</summary>
    public void Seal()
    {
        if (IsSealed) return;
        Stream.FlushToDisk();
        WriteHead(Stream.Length);
        IsSealed = true;
    }

    public void Dispose() => _file.Dispose();

    private void Unseal()
    {
        WriteHead(0);
        IsSealed = false;
    }

    private void WriteHead(long length)
    {
        Span<byte> head = stackalloc byte[s_mark.Length + 8];
        s_mark.CopyTo(head);
        BinaryPrimitives.WriteInt64LittleEndian(head[s_mark.Length..], length);
        RandomAccess.Write(_file, head, 0);
        if (RandomAccess.GetLength(_file) < PageSize) RandomAccess.SetLength(_file, PageSize);
        RandomAccess.FlushToDisk(_file);
    }

    private void ReadHead(string path)
    {
        Span<byte> head = stackalloc byte[s_mark.Length + 8];
        var read = RandomAccess.Read(_file, head, 0);
        if (read < head.Length || !head.StartsWith(s_mark))
            throw StoreCannotOpenException.Damaged(path, "it is not a log that this bot wrote.");
        var length = BinaryPrimitives.ReadInt64LittleEndian(head[s_mark.Length..]);
        if (length < 0 || length > Stream.Length)
            throw StoreCannotOpenException.Damaged(path, "it is shorter than it was when it was sealed.");
        IsSealed = length > 0;
    }
}
