using System.Buffers;
using System.IO.Pipelines;

namespace OutcomeBot.Slack;

/// <summary>The raw bytes of a request, read once into a rented array, with room before them for what is signed with them.</summary>
internal sealed class SlackBody : IDisposable
{
    /// <summary>More than Slack ever sends.</summary>
    public const int Longest = 1024 * 1024;

    /// <summary>Room for <c>v0:1531420618:</c>, so that the signature is one pass over one array.</summary>
    public const int Headroom = 32;

    private byte[] _array;
    private int _length;

    private SlackBody(int expected) => _array = ArrayPool<byte>.Shared.Rent(Headroom + expected);

    /// <summary>The body.</summary>
    public Memory<byte> Bytes => _array.AsMemory(Headroom, _length);

    /// <summary>The body with <paramref name="headroom"/> bytes before it.</summary>
    public Span<byte> After(int headroom) => _array.AsSpan(Headroom - headroom, headroom + _length);

    /// <summary>The body, or null when it is longer than <see cref="Longest"/>.</summary>
    public static async ValueTask<SlackBody?> ReadAsync(PipeReader reader, long? announced, CancellationToken cancellationToken)
    {
        if (announced > Longest) return null;
        var body = new SlackBody((int)(announced ?? 4096));
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(cancellationToken);
                if (!body.TryTake(read.Buffer)) break;
                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted) return body;
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }
        body.Dispose();
        return null;
    }

    public void Dispose()
    {
        var array = Interlocked.Exchange(ref _array, []);
        if (array.Length > 0) ArrayPool<byte>.Shared.Return(array);
    }

    private bool TryTake(in ReadOnlySequence<byte> bytes)
    {
        var length = _length + bytes.Length;
        if (length > Longest) return false;
        if (Headroom + length > _array.Length) Grow((int)length);
        bytes.CopyTo(_array.AsSpan(Headroom + _length));
        _length = (int)length;
        return true;
    }

    private void Grow(int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Headroom + Math.Max(length, 2 * _array.Length));
        _array.AsSpan(0, Headroom + _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
