using OutcomeBot.Core.Practices;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>The data file's index, for the pages that the data file does not know yet: the same keys in the same order.</summary>
internal sealed class MemoryIndex(IReadOnlyDictionary<string, IPractice> practices)
{
    private readonly SortedSet<(string Key, Slot Slot)> _keys = new(Comparer<(string Key, Slot Slot)>.Create(
        (left, right) => string.CompareOrdinal(left.Key, right.Key)));

    private readonly HashSet<Slot> _late = [];

    /// <summary>The page has changed; its keys are made when somebody asks.</summary>
    public void Changed(Slot slot) => _late.Add(slot);

    /// <summary>The data file knows the page, or nobody does: its keys go.</summary>
    public void Forget(Slot slot)
    {
        _late.Remove(slot);
        foreach (var key in slot.Keys) _keys.Remove((key, slot));
        slot.Keys = [];
    }

    /// <summary>Slots in the order of their keys within a range.</summary>
    public IEnumerable<(string Key, Slot Slot)> Range(string prefix)
    {
        foreach (var slot in _late.ToList()) Refresh(slot);
        return _keys.Count == 0 ? [] : _keys.GetViewBetween((prefix, null!), (Keys.End(prefix), null!));
    }

    /// <summary>The index of a page as it stands, made once.</summary>
    public PageIndex Of(Slot slot, Page page)
    {
        if (slot.Index is { } known && ReferenceEquals(slot.Indexed, page)) return known;
        slot.Indexed = page;
        return slot.Index = practices[page.Subject.Practice].Index(page);
    }

    private void Refresh(Slot slot)
    {
        Forget(slot);
        if (slot.Page is not { } page) return;
        slot.Keys = LiteDb.Keys.Of(page, Of(slot, page));
        foreach (var key in slot.Keys) _keys.Add((key, slot));
    }
}
