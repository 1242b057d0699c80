using System.Collections.Concurrent;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.PlainDoor;

/// <summary>A message as it stands now. A note is for one person alone.</summary>
internal sealed record PlainMessage(string Id, Place Place, Card? Card, IReadOnlyList<Attachment> Files, Person? OnlyTo);

/// <summary>What was said behind this door, while the process lives.</summary>
internal sealed class PlainBook
{
    private readonly ConcurrentDictionary<(Place Root, string Id), PlainMessage> _messages = new();
    private long _last;

    /// <summary>A fresh id; later ones are greater.</summary>
    public string NextId() => Interlocked.Increment(ref _last).ToString("d8", System.Globalization.CultureInfo.InvariantCulture);

    public void Put(PlainMessage message) => _messages[(message.Place.Root, message.Id)] = message;

    public bool Has(Place place, string id) => _messages.ContainsKey((place.Root, id));

    /// <summary>The messages of a channel and its threads, oldest first.</summary>
    public IEnumerable<PlainMessage> Of(Place root) =>
        _messages.Values.Where(message => message.Place.Root == root).OrderBy(message => message.Id, StringComparer.Ordinal);
}
