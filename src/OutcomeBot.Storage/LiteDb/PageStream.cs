using Microsoft.Win32.SafeHandles;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>
/// A file as LiteDB sees it. LiteDB 5.0.20 writes its log from a background task and lets a commit return before that is
/// on disk (DiskWriterQueue flushes after it has said that it is empty), so the order of what reaches the disk is kept here.
/// </summary>
internal sealed class PageStream(SafeFileHandle file, long start) : Stream
{
    private volatile bool _isChanged;

    /// <summary>Called before each write; the log is made safe here before the data file changes.</summary>
    public Action BeforeWrite { get; set; } = () => { };

    /// <summary>Called instead of a flush, for the stream whose flush costs a disk write that nobody waits for.</summary>
    public Action? InsteadOfFlush { get; set; }

    /// <summary>Called before the stream is cut to nothing.</summary>
    public Action BeforeCut { get; set; } = () => { };

    /// <summary>While true nothing can be written: a file that turns out to be damaged stays as it was.</summary>
    public bool IsFrozen { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => Math.Max(0, RandomAccess.GetLength(file) - start);

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = RandomAccess.Read(file, buffer, start + Position);
        Position += read;
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ThrowIfFrozen();
        BeforeWrite();
        RandomAccess.Write(file, buffer, start + Position);
        _isChanged = true;
        Position += buffer.Length;
    }

    public override void Flush()
    {
        if (InsteadOfFlush is { } instead) instead();
        else FlushToDisk();
    }

    /// <summary>Returns when everything written is on the disk itself.</summary>
    public void FlushToDisk()
    {
        if (!_isChanged) return;
        _isChanged = false;
        RandomAccess.FlushToDisk(file);
    }

    public override void SetLength(long value)
    {
        ThrowIfFrozen();
        if (value == 0) BeforeCut();
        RandomAccess.SetLength(file, start + value);
        _isChanged = true;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    private void ThrowIfFrozen()
    {
        if (IsFrozen) throw new InvalidDataException("The file would have to be changed to be opened.");
    }
}
