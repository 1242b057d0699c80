using OutcomeBot.Core.Practices;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>What the process knows about a subject: its page, or that there is none, and whether the data file knows it too.</summary>
internal sealed class Slot(Subject subject)
{
    public Subject Subject { get; } = subject;

    /// <summary>The page; null when nothing has happened to the subject yet, or when it was erased.</summary>
    public Page? Page { get; set; }

    /// <summary>The number of its newest turn, from which the older ones are reached; 0 for none.</summary>
    public long Turn { get; set; }

    /// <summary>The newest turn of a page that was erased and whose turns are still to be removed; 0 for none.</summary>
    public long ErasedFrom { get; set; }

    /// <summary>The number of the first entry that the data file lacks; 0 when it lacks nothing.</summary>
    public long ChangedBy { get; set; }

    /// <summary>How the page is found, as of <see cref="Indexed"/>.</summary>
    public PageIndex? Index { get; set; }

    /// <summary>The page that <see cref="Index"/> and <see cref="Keys"/> were made from.</summary>
    public Page? Indexed { get; set; }

    /// <summary>The keys in the memory's own index; empty when the data file's index is true.</summary>
    public string[] Keys { get; set; } = [];

    /// <summary>Where it stands among the slots that could be let go; null while it must be kept.</summary>
    public LinkedListNode<Slot>? Resting { get; set; }

    /// <summary>How many deliveries it had when it was put there.</summary>
    public int RestingDeliveries { get; set; }

    public bool IsChanged => ChangedBy != 0;
}

/// <summary>A page as the data file is to hold it.</summary>
internal sealed record PageCopy(Subject Subject, Page? Page, long Turn, long ErasedFrom, PageIndex? Index, string[] Keys);

/// <summary>A turn as it is stored, and the number of the turn of the same subject before it (0: none).</summary>
internal sealed record TurnCopy(long Number, long Previous, ReadOnlyMemory<byte> Json);
