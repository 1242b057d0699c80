using System.Diagnostics;
using System.Threading.Channels;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>
/// The one writer of the turn log: takes whatever has gathered, makes it durable with one flush, and then answers everybody.
/// While it flushes, the next batch gathers.
/// </summary>
internal sealed class LogWriter : IDisposable
{
    private const int MostAtOnce = 512;

    private readonly Channel<Request> _requests = Channel.CreateBounded<Request>(new BoundedChannelOptions(4_096) { SingleReader = true });
    private readonly TurnLog _log;
    private readonly Desk _desk;
    private readonly Settler _settler;
    private readonly FreshAddresses _addresses;
    private readonly Func<Subject, Page?> _open;
    private readonly StoreMeter _meter;
    private readonly Thread _thread;
    private Exception? _fault;

    public LogWriter(TurnLog log, Desk desk, Settler settler, FreshAddresses addresses, Func<Subject, Page?> open, StoreMeter meter)
    {
        (_log, _desk, _settler, _addresses, _open, _meter) = (log, desk, settler, addresses, open, meter);
        _thread = new Thread(Run) { IsBackground = true, Name = "OutcomeBot turn log" };
    }

    /// <summary>Why nothing can be written any more; null while all is well.</summary>
    public Exception? Fault => Volatile.Read(ref _fault) ?? _settler.Fault;

    public void Start() => _thread.Start();

    /// <summary>Puts a request in the line; its own task tells when it is done.</summary>
    public async Task<SaveResult> WriteAsync(Request request, CancellationToken cancellationToken)
    {
        await _requests.Writer.WriteAsync(request, cancellationToken);

        // Once in line it will be written, so the caller's patience no longer decides.
        return await request.Done;
    }

    /// <summary>Takes no more, and returns when what was in line is on disk.</summary>
    public void Dispose()
    {
        _requests.Writer.TryComplete();
        if (_thread.IsAlive) _thread.Join();
    }

    private void Run()
    {
        var batch = new List<Request>(MostAtOnce);
        while (_requests.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < MostAtOnce && _requests.Reader.TryRead(out var request)) batch.Add(request);
            Write(batch);
        }
    }

    private void Write(List<Request> batch)
    {
        try
        {
            _settler.WaitForRoom();
            if (Fault is { } fault) throw new IOException("The store has stopped: " + fault.Message, fault);
            var admitted = Admitted(batch);
            if (admitted.Count == 0) return;
            var first = Append(admitted);
            for (var i = 0; i < admitted.Count; i++) Follow(admitted[i], first + i);
            foreach (var request in admitted)
                if (request is not SettledRequest or AddressRequest) request.Finish(SaveResult.Saved);
        }
#pragma warning disable CA1031 // Whatever fails here is told to everybody in the batch.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            foreach (var request in batch) request.Fail(exception);
        }
    }

    /// <summary>Answers a clash at once; what is left may be written.</summary>
    private List<Request> Admitted(List<Request> batch)
    {
        var admitted = new List<Request>(batch.Count);
        var subjects = new HashSet<Subject>();
        foreach (var request in batch)
        {
            // A turn decided on a page that another turn of this batch changes has been decided too early.
            var isClash = request is SaveRequest save
                && (!subjects.Add(save.Turn.After.Subject) || (_open(save.Turn.After.Subject)?.Version ?? 0) != save.Turn.After.Version - 1);
            if (request is EraseRequest erase) subjects.Add(erase.Subject);
            if (isClash) request.Finish(SaveResult.Clash);
            else admitted.Add(request);
        }

        return admitted;
    }

    private long Append(List<Request> requests)
    {
        var started = Stopwatch.GetTimestamp();
        var first = _log.Last + 1;
        try
        {
            _log.Append([.. requests.Select(request => (request.Kind, request.Json))]);
        }
        catch (FlushFailedException exception)
        {
            // After a failed flush nobody knows what is on disk; going on could acknowledge what is not.
            Volatile.Write(ref _fault, exception);
            throw;
        }

        _meter.Saved(requests.Count, Stopwatch.GetElapsedTime(started));
        return first;
    }

    private void Follow(Request request, long number)
    {
        switch (request)
        {
            case SaveRequest { Turn: var turn }:
                _desk.Turned(number, turn.After, turn.Parcels.IsDefault ? [] : turn.Parcels, request.Json);
                break;
            case MarkRequest { Mark: var mark }:
                _desk.Marked(number, mark);
                break;
            case EraseRequest erase:
                _settler.Owe(erase, number);
                _desk.Erased(number, erase.Subject);
                break;
            case AddressRequest address:
                _addresses.Written(address, number);
                _settler.Owe(address, number);
                _desk.Passed(number);
                break;
            case SettledRequest settled:
                _settler.Owe(settled, number);
                _desk.Passed(number);
                break;
            default:
                throw new UnreachableException();
        }
    }
}

/// <summary>The disk did not take what was written to it.</summary>
internal sealed class FlushFailedException(Exception cause) : IOException("The disk reported that it could not keep what was written: " + cause.Message, cause);
