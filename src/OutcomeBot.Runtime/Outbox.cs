using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime.Outgoing;

namespace OutcomeBot.Runtime;

/// <summary>Whether a parcel is in the journal and has to be marked there, or passes with the process.</summary>
internal enum Keeping
{
    Kept,
    Passing,
}

/// <summary>
/// What goes out. Parcels are in the journal before they come here, in order within a channel, side by side between channels;
/// what waits at one channel or platform holds up nobody else.
/// </summary>
internal sealed partial class Outbox(IJournal journal, Courier courier, RuntimeMeter meter, TimeProvider time, ILogger<Outbox> logger) : IHostedService, IPostings, IDisposable
{
    /// <summary>Longer than any platform call may take; a lane that has not moved for so long is stuck.</summary>
    private static readonly TimeSpan s_stuck = TimeSpan.FromMinutes(2);

    /// <summary>Under the three seconds that platforms wait.</summary>
    private static readonly TimeSpan s_posting = TimeSpan.FromSeconds(2.5);

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<Place, OutboxLane> _lanes = new();
    private readonly ConcurrentDictionary<Subject, Errand> _updates = new();
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>False when some parcel should have gone long ago: the readiness check says so.</summary>
    public bool IsMoving => _lanes.Values.All(lane => lane.Depth == 0 || time.GetUtcNow() - lane.MovedAt < s_stuck);

    /// <summary>How many parcels wait.</summary>
    public int Depth => _lanes.Values.Sum(lane => lane.Depth);

    /// <summary>How long the oldest of them has waited.</summary>
    public TimeSpan Age => _lanes.Values
        .Select(lane => lane.Oldest is { } oldest ? time.GetUtcNow() - oldest.Parcel.At.ToDateTimeOffset() : TimeSpan.Zero)
        .DefaultIfEmpty(TimeSpan.Zero)
        .Max();

    /// <summary>Takes parcels on their way, in order.</summary>
    public void Accept(ImmutableArray<Parcel> parcels, Keeping keeping)
    {
        foreach (var parcel in parcels) Accept(new Errand(parcel, keeping, mayHaveArrived: false));
    }

    /// <summary>Joins a turn to an update of the same card that is still to be drawn; null when there is none.</summary>
    public Cover? TryCover(Subject subject) =>
        _updates.TryGetValue(subject, out var errand) && errand.TryCover() ? new Cover(errand) : null;

    /// <summary>Whether anything was ever sent to this channel by this process.</summary>
    public bool HasLane(Place channel) => _lanes.ContainsKey(channel);

    /// <summary>Waits until every card on its way to this channel has been posted, so that its thread is known. When that takes longer than a platform waits for us, it fails, and the platform repeats.</summary>
    public async Task CardsPostedAsync(Place channel, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (await IsPostingCardsAsync(channel, cancellationToken))
        {
            if (time.GetElapsedTime(began) > s_posting) throw new TimeoutException("A card is still on its way to the channel of this thread.");
            await Task.Delay(s_look, time, cancellationToken);
        }
    }

    /// <summary>Puts on its way what an earlier process left. All of it is read first: what a turn saves from now on comes by that turn, and only so.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        meter.Watch(this);
        var left = new List<Waiting>();
        await foreach (var waiting in journal.WaitingAsync(cancellationToken)) left.Add(waiting);
        foreach (var waiting in left) Accept(new Errand(waiting.Parcel, Keeping.Kept, waiting.MayHaveArrived));
    }

    public Task StopAsync(CancellationToken cancellationToken) => _stopping.CancelAsync();

    public void Dispose() => _stopping.Dispose();

    /// <summary>Whether a card is on its way to this channel that no message shows yet, so that its thread is not known.</summary>
    private async ValueTask<bool> IsPostingCardsAsync(Place channel, CancellationToken cancellationToken)
    {
        if (!_lanes.TryGetValue(channel, out var lane)) return false;
        foreach (var subject in lane.Cards)
            if (await journal.OpenAsync(subject, cancellationToken) is { Message: null }) return true;
        return false;
    }

    private void Accept(Errand errand)
    {
        var parcel = errand.Parcel;
        if (parcel.Reply is Show) _updates[parcel.Subject] = errand;
        var lane = _lanes.GetOrAdd(parcel.Place.Root, _ => new OutboxLane(courier, End, time));
        if (lane.Add(errand)) _ = RunAsync(lane);
    }

    private void End(Errand errand) => _updates.TryRemove(new(errand.Parcel.Subject, errand));

    /// <summary>The lane's owner: it ends with the lane or with the process, and no failure of it goes unseen.</summary>
    private async Task RunAsync(OutboxLane lane)
    {
        await Task.Yield();
        try
        {
            await lane.RunAsync(_stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The journal has what is left; the next start sends it.
        }
#pragma warning disable CA1031 // Nobody awaits a lane, so its failure has to be told here.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.LaneFailed(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Critical, "A lane of the outbox stopped. What it held is in the journal and goes out at the next start.")]
        public static partial void LaneFailed(ILogger logger, Exception exception);
    }
}
