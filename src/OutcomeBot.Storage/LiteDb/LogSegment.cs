using System.Buffers.Binary;
using System.Numerics;
using Microsoft.Win32.SafeHandles;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>
/// One of the two files that the turn log alternates between. A frame is what one commit wrote: a checksum tells a whole
/// frame from one that a crash cut short, and its numbers tell it from one left over from the file's last use.
/// </summary>
internal sealed class LogSegment : IDisposable
{
    private const uint FrameMark = 0x3154424F;
    private const int FrameHead = 32;
    private const int FileHead = 64;

    private static readonly byte[] s_mark = "OutcomeBot turn log 1\n"u8.ToArray();

    private readonly SafeFileHandle _file;
    private readonly string _path;

    private LogSegment(SafeFileHandle file, string path)
    {
        _file = file;
        _path = path;
    }

    /// <summary>Where the next frame goes.</summary>
    public long End { get; private set; } = FileHead;

    /// <summary>The number of the newest entry; 0 when there is none.</summary>
    public long Last { get; private set; }

    /// <summary>Makes an empty file that belongs to this store.</summary>
    public static void Create(string path, Guid store)
    {
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        var head = new byte[FileHead];
        s_mark.CopyTo(head, 0);
        store.TryWriteBytes(head.AsSpan(32));
        RandomAccess.Write(file, head, 0);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Opens a file of this store; refuses any other.</summary>
    public static LogSegment Open(string path, Guid store)
    {
        var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var head = new byte[FileHead];
        if (RandomAccess.Read(file, head, 0) == FileHead && head.AsSpan().StartsWith(s_mark) && new Guid(head.AsSpan(32, 16)) == store)
            return new LogSegment(file, path);
        file.Dispose();
        throw StoreCannotOpenException.Damaged(path, "it is not the turn log that belongs to the data file beside it.");
    }

    /// <summary>Reads the whole frames that follow one another, and goes on writing behind the last. What is settled is passed over.</summary>
    public List<Entry> Read(long settled)
    {
        var entries = new List<Entry>();
        while (ReadHead(End) is { } head && (Last == 0 || head.First == Last + 1))
        {
            if (head.Last > settled)
            {
                if (ReadPayload(End, head) is not { } payload) break;
                entries.AddRange(Entries(head.First, payload));
            }

            End += FrameHead + head.Length;
            Last = head.Last;
        }

        return entries;
    }

    /// <summary>Writes one frame and returns when it is on disk.</summary>
    public void Append(ReadOnlySpan<byte> payload, long first, long last)
    {
        Span<byte> head = stackalloc byte[FrameHead];
        BinaryPrimitives.WriteUInt32LittleEndian(head, FrameMark);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], payload.Length);
        BinaryPrimitives.WriteInt64LittleEndian(head[16..], first);
        BinaryPrimitives.WriteInt64LittleEndian(head[24..], last);
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], Checksum(head[8..], payload));
        RandomAccess.Write(_file, payload, End + FrameHead);
        RandomAccess.Write(_file, head, End);
        Flush();
        End += FrameHead + payload.Length;
        Last = last;
    }

    /// <summary>Forgets everything; the next frame goes to the beginning.</summary>
    public void Restart() => End = FileHead;

    /// <summary>
    /// Only the last frame can be cut short by a crash, and what stands behind it is from the file's last use. A whole frame
    /// behind it that is newer than the <paramref name="newest"/> entry read means damage, and lost answers.
    /// </summary>
    public void ThrowIfDamaged(long newest)
    {
        var rest = new byte[Math.Max(0, RandomAccess.GetLength(_file) - End)];
        RandomAccess.Read(_file, rest, End);
        var mark = BitConverter.GetBytes(FrameMark);
        for (var at = rest.AsSpan().IndexOf(mark); at >= 0;)
        {
            if (ReadHead(End + at) is { } head && head.First > newest && ReadPayload(End + at, head) is not null)
                throw StoreCannotOpenException.Damaged(_path, $"what came after number {newest} is damaged.");
            var next = rest.AsSpan(at + 1).IndexOf(mark);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    public void Dispose() => _file.Dispose();

    private void Flush()
    {
        try
        {
            RandomAccess.FlushToDisk(_file);
        }
        catch (IOException exception)
        {
            throw new FlushFailedException(exception);
        }
    }

    private Head? ReadHead(long at)
    {
        var bytes = new byte[FrameHead];
        if (RandomAccess.Read(_file, bytes, at) < FrameHead || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != FrameMark) return null;
        var head = new Head(
            bytes,
            BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8)),
            BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(16)),
            BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(24)));
        return head.Length > 0 && head.Length <= RandomAccess.GetLength(_file) - at - FrameHead && head.Last >= head.First ? head : null;
    }

    private byte[]? ReadPayload(long at, Head head)
    {
        var payload = new byte[head.Length];
        RandomAccess.Read(_file, payload, at + FrameHead);
        var sum = BinaryPrimitives.ReadUInt32LittleEndian(head.Bytes.AsSpan(4));
        return Checksum(head.Bytes.AsSpan(8), payload) == sum ? payload : null;
    }

    private static IEnumerable<Entry> Entries(long number, byte[] payload)
    {
        for (var at = 0; at < payload.Length;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(payload.AsSpan(at + 1));
            yield return new Entry(number++, (EntryKind)payload[at], payload.AsMemory(at + 5, length));
            at += 5 + length;
        }
    }

    private static uint Checksum(ReadOnlySpan<byte> head, ReadOnlySpan<byte> payload)
    {
        var sum = uint.MaxValue;
        foreach (var value in head) sum = BitOperations.Crc32C(sum, value);
        for (; payload.Length >= 8; payload = payload[8..]) sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(payload));
        foreach (var value in payload) sum = BitOperations.Crc32C(sum, value);
        return ~sum;
    }

    private sealed record Head(byte[] Bytes, int Length, long First, long Last);
}
