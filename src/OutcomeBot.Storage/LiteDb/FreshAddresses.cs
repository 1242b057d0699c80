using System.Collections.Concurrent;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>Addresses that the turn log has and the data file has not yet: who wrote one need not wait for the data file, and who reads sees it.</summary>
internal sealed class FreshAddresses
{
    private readonly ConcurrentDictionary<string, (string Text, long Number)> _texts = new(StringComparer.Ordinal);

    /// <summary>It is in the turn log, under this number.</summary>
    public void Written(AddressRequest request, long number) => _texts[request.Key] = (request.Text, number);

    /// <summary>The data file has it; a newer one of the same name stays.</summary>
    public void Settled(AddressRequest request, long number) => _texts.TryRemove(KeyValuePair.Create(request.Key, (request.Text, number)));

    /// <summary>The text under a key; null when the data file has it, or nobody.</summary>
    public string? Text(string key) => _texts.TryGetValue(key, out var fresh) ? fresh.Text : null;

    /// <summary>All of a range of keys.</summary>
    public IEnumerable<(string Key, string Text)> Of(string range) =>
        _texts.Where(fresh => fresh.Key.StartsWith(range, StringComparison.Ordinal)).Select(fresh => (fresh.Key, fresh.Value.Text));
}
