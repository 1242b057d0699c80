using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>Pictures as they were drawn, as long as there is room: one drawing for all who ask for it at the same time.</summary>
internal sealed class TeamsDrawings(Easel easel) : IDisposable
{
    private const long MostBytes = 64L << 20;

    private readonly MemoryCache _drawn = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<Picture>>>> _underWay = new();

    /// <summary>The pictures of a block that goes by this token.</summary>
    public async Task<IReadOnlyList<Picture>> PngAsync(string token, Drawn drawn, CancellationToken cancellationToken)
    {
        if (_drawn.TryGetValue(token, out IReadOnlyList<Picture>? known)) return known!;
        return await _underWay.GetOrAdd(token, _ => new(() => DrawnAsync(token, drawn))).Value.WaitAsync(cancellationToken);
    }

    public void Dispose() => _drawn.Dispose();

    /// <summary>Others may wait for it when the first has hung up, so it is drawn to its end.</summary>
    private async Task<IReadOnlyList<Picture>> DrawnAsync(string token, Drawn drawn)
    {
        try
        {
            // Somebody may have finished it since it was looked for.
            if (_drawn.TryGetValue(token, out IReadOnlyList<Picture>? known)) return known!;
            var pictures = await easel.PngAsync(drawn, TeamsLimits.PictureSide, CancellationToken.None);
            return _drawn.Set(token, pictures, new MemoryCacheEntryOptions { Size = pictures.Sum(picture => (long)picture.Png.Length) });
        }
        finally
        {
            _underWay.TryRemove(token, out _);
        }
    }
}
