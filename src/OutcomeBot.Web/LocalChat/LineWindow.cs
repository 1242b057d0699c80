using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Web.LocalChat;

/// <summary>The part of a room or thread that one browser shows: the newest lines, and earlier ones when asked for.</summary>
public sealed class LineWindow(IRoomBook book, Place place)
{
    private const int Step = 60;
    private readonly SortedDictionary<string, RoomLine> _lines = new(StringComparer.Ordinal);

    public Place Place => place;

    /// <summary>Whether there are lines above the first one shown.</summary>
    public bool HasEarlier { get; private set; }

    /// <summary>What this person may see, in reading order.</summary>
    public IEnumerable<RoomLine> VisibleTo(Person me) =>
        _lines.Values.Where(line => line.OnlyTo is null || (line.OnlyTo.Is(me) && !line.IsRemoved));

    /// <summary>Whether it shows the line of this id.</summary>
    public bool Has(string id) => _lines.ContainsKey(id);

    /// <summary>Reads the newest lines, keeping how far up this browser has gone.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var lines = await book.ReadAsync(place, null, Math.Max(Step, _lines.Count), cancellationToken);
        HasEarlier = lines.Length >= Math.Max(Step, _lines.Count);
        foreach (var line in lines) _lines[line.Id] = line;
    }

    /// <summary>Reads the lines above the first one shown.</summary>
    public async Task LoadEarlierAsync(CancellationToken cancellationToken)
    {
        var lines = await book.ReadAsync(place, _lines.Keys.FirstOrDefault(), Step, cancellationToken);
        HasEarlier = lines.Length >= Step;
        foreach (var line in lines) _lines[line.Id] = line;
    }

    /// <summary>Takes up a line that is new or has changed; false when it belongs elsewhere.</summary>
    public bool Put(RoomLine line)
    {
        if (line.Place != place) return false;
        // News of a line that was announced with fewer replies than are known must not take them back.
        _lines[line.Id] = _lines.TryGetValue(line.Id, out var known) && known.Replies > line.Replies ? line with { Replies = known.Replies } : line;
        return true;
    }
}
