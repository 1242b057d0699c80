namespace OutcomeBot.Runtime.Outgoing;

/// <summary>A parcel in its lane, with what is known of it in this process.</summary>
internal sealed class Errand(Parcel parcel, Keeping keeping, bool mayHaveArrived)
{
    private readonly Lock _lock = new();
    private int _covers;
    private bool _outdated;
    private bool _finished;
    private TaskCompletionSource? _uncovered;

    public Parcel Parcel => parcel;

    public bool IsKept => keeping == Keeping.Kept;

    /// <summary>An attempt was begun, here or before a crash, and its end was not seen.</summary>
    public bool MayHaveArrived { get; set; } = mayHaveArrived;

    public int Attempts { get; set; }

    /// <summary>Joins a turn to this update: it will not end before the turn is saved or dropped. False when it has ended.</summary>
    public bool TryCover()
    {
        lock (_lock)
        {
            if (_finished) return false;
            _covers++;
            return true;
        }
    }

    public void Uncover(bool saved)
    {
        TaskCompletionSource? waiting;
        lock (_lock)
        {
            _covers--;
            _outdated |= saved;
            if (_covers > 0) return;
            (waiting, _uncovered) = (_uncovered, null);
        }

        waiting?.SetResult();
    }

    /// <summary>What is drawn from here on contains every turn saved until now.</summary>
    public void BeginDrawing()
    {
        lock (_lock) _outdated = false;
    }

    /// <summary>Ends it when no turn is about to join; false when one has joined since it was drawn, and it must be drawn again.</summary>
    public async Task<bool> TryFinishAsync()
    {
        while (true)
        {
            Task uncovered;
            lock (_lock)
            {
                if (_outdated) return false;
                if (_covers == 0) return _finished = true;
                uncovered = (_uncovered ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            await uncovered;
        }
    }
}

/// <summary>A turn's hold on an update that is still to be drawn.</summary>
internal sealed class Cover(Errand errand) : IDisposable
{
    private bool _saved;

    public void Saved() => _saved = true;

    public void Dispose() => errand.Uncover(_saved);
}
