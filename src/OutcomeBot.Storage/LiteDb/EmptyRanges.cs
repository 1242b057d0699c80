namespace OutcomeBot.Storage.LiteDb;

/// <summary>
/// Ranges of keys in which the data file has no page: most questions about a quiet channel are answered here. A range is
/// forgotten when a page with a key in it has been written, and before the memory lets go of that page.
/// </summary>
internal sealed class EmptyRanges
{
    /// <summary>Beyond this many they are found out again.</summary>
    private const int Most = 20_000;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _prefixes = new(StringComparer.Ordinal);
    private long _writings;

    /// <summary>Grows with every writing; what was read across one is not remembered.</summary>
    public long Writings
    {
        get
        {
            lock (_gate) return _writings;
        }
    }

    public bool Has(string prefix)
    {
        lock (_gate) return _prefixes.Contains(prefix);
    }

    /// <summary>Nothing was found in this range by somebody who began to read at this writing.</summary>
    public void Add(string prefix, long writings)
    {
        lock (_gate)
        {
            if (writings != _writings) return;
            if (_prefixes.Count >= Most) _prefixes.Clear();
            _prefixes.Add(prefix);
        }
    }

    /// <summary>These pages are in the data file now.</summary>
    public void Written(IEnumerable<PageCopy> pages)
    {
        lock (_gate)
        {
            _writings++;
            var prefixes = _prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
            foreach (var page in pages)
                foreach (var key in page.Keys) prefixes.Remove(Keys.RangeOf(key));
        }
    }
}
