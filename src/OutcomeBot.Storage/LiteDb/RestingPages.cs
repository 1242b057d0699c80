namespace OutcomeBot.Storage.LiteDb;

/// <summary>The pages that the data file knows as well as the memory does: the ones used lately stay at hand, the rest are let go.</summary>
internal sealed class RestingPages
{
    private const int Most = 2_000;

    /// <summary>That there is no page of a subject is asked often, such as of people's own settings, and weighs little.</summary>
    private const int MostAbsent = 20_000;

    /// <summary>A page that took many deliveries is heavy; so many deliveries in all stay at hand.</summary>
    private const int MostDeliveries = 100_000;

    private readonly LinkedList<Slot> _slots = new();
    private readonly LinkedList<Slot> _absent = new();
    private int _deliveries;

    /// <summary>Puts a slot among those used last. The answer is what has to go for it.</summary>
    public IEnumerable<Slot> Add(Slot slot)
    {
        Remove(slot);
        slot.Resting = (slot.Page is null ? _absent : _slots).AddLast(slot);
        slot.RestingDeliveries = slot.Page?.Deliveries.Length ?? 0;
        _deliveries += slot.RestingDeliveries;
        if (!IsFull) return [];
        var gone = new List<Slot>();
        while (IsFull)
        {
            gone.Add((_absent.Count > MostAbsent ? _absent : _slots).First!.Value);
            Remove(gone[^1]);
        }

        return gone;
    }

    public void Remove(Slot slot)
    {
        if (slot.Resting is not { List: { } list } node) return;
        list.Remove(node);
        _deliveries -= slot.RestingDeliveries;
        slot.Resting = null;
    }

    private bool IsFull => _absent.Count > MostAbsent || _slots.Count > Most || (_deliveries > MostDeliveries && _slots.Count > 1);
}
