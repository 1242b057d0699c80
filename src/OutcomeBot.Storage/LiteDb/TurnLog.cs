using System.Buffers;
using System.Buffers.Binary;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>
/// What is durable before an answer: entries appended to one of two files, flushed, in one write for all that has gathered.
/// When everything in the other file is safe in the data file, that one is used again; so the log never grows with history.
/// </summary>
internal sealed class TurnLog : IDisposable
{
    /// <summary>From this size on the log changes files as soon as it can.</summary>
    private const long Full = 8 << 20;

    private readonly ArrayBufferWriter<byte> _frame = new(64 << 10);
    private LogSegment _active;
    private LogSegment _resting;
    private long _settled;

    private TurnLog(LogSegment active, LogSegment resting, long last)
    {
        _active = active;
        _resting = resting;
        Last = last;
    }

    /// <summary>The number of the newest entry.</summary>
    public long Last { get; private set; }

    /// <summary>The two files that belong to a data file.</summary>
    public static IReadOnlyList<string> Files(string path) => [path + ".turns1", path + ".turns2"];

    /// <summary>Removes the log of a data file that lacks nothing.</summary>
    public static void Delete(string path)
    {
        foreach (var file in Files(path)) File.Delete(file);
    }

    /// <summary>Opens the log and reads what the data file does not hold yet: everything after <paramref name="settled"/>.</summary>
    public static (TurnLog Log, IReadOnlyList<Entry> Tail) Open(string path, Guid store, long settled)
    {
        var segments = new List<LogSegment>();
        try
        {
            segments.AddRange(Files(path).Select(file => LogSegment.Open(file, store)));
            var read = segments.Select(segment => (Segment: segment, Entries: segment.Read(settled))).OrderBy(pair => pair.Segment.Last).ToList();
            segments.ForEach(segment => segment.ThrowIfDamaged(read[1].Segment.Last));
            var tail = read.SelectMany(pair => pair.Entries).Where(entry => entry.Number > settled).ToList();
            ThrowIfGap(path, settled, tail);
            var log = new TurnLog(read[1].Segment, read[0].Segment, Math.Max(settled, read[1].Segment.Last)) { _settled = settled };
            return (log, tail);
        }
        catch
        {
            segments.ForEach(segment => segment.Dispose());
            throw;
        }
    }

    /// <summary>Appends these, numbered from <see cref="Last"/> on, and returns when they are on disk.</summary>
    public void Append(IReadOnlyList<(EntryKind Kind, ReadOnlyMemory<byte> Json)> entries)
    {
        ChangeFiles();
        _frame.ResetWrittenCount();
        foreach (var (kind, json) in entries)
        {
            var space = _frame.GetSpan(5 + json.Length);
            space[0] = (byte)kind;
            BinaryPrimitives.WriteInt32LittleEndian(space[1..], json.Length);
            json.Span.CopyTo(space[5..]);
            _frame.Advance(5 + json.Length);
        }

        _active.Append(_frame.WrittenSpan, Last + 1, Last + entries.Count);
        Last += entries.Count;
    }

    /// <summary>Everything up to this number is on disk in the data file.</summary>
    public void Settled(long number) => Volatile.Write(ref _settled, number);

    public void Dispose()
    {
        _active.Dispose();
        _resting.Dispose();
    }

    private void ChangeFiles()
    {
        if (_active.End < Full || _resting.Last > Volatile.Read(ref _settled)) return;
        (_active, _resting) = (_resting, _active);
        _active.Restart();
    }

    private static void ThrowIfGap(string path, long settled, List<Entry> tail)
    {
        var expected = settled;
        foreach (var entry in tail)
            if (entry.Number != ++expected)
                throw StoreCannotOpenException.Damaged(path, $"its turn log lacks what came after number {expected - 1}.");
    }
}
