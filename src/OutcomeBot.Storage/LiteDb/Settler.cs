using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using OutcomeBot.Runtime;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>
/// The one writer of the data file: brings it up to what the turn log holds, a slice at a time and in its own time, so
/// that no turn waits for an index.
/// </summary>
internal sealed partial class Settler : IDisposable
{
    private const int PagesASlice = 256;

    /// <summary>With so many pages, or entries of the log, unsettled, turns wait: memory and the next start stay bounded.</summary>
    private const int MostPages = 20_000;
    private const int MostEntries = 25_000;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(3);

    private readonly Shelves _shelves;
    private readonly Desk _desk;
    private readonly EmptyRanges _empty;
    private readonly FreshAddresses _addresses;
    private readonly TurnLog _log;
    private readonly StoreMeter _meter;
    private readonly ILogger _logger;
    private readonly Thread _thread;
    private readonly AutoResetEvent _wake = new(false);
    private readonly ManualResetEventSlim _room = new(true);
    private readonly ConcurrentQueue<(SettledRequest Request, long Number)> _owed = new();
    private readonly ConcurrentQueue<Action> _errands = new();
    private Exception? _fault;
    private volatile bool _isStopping;

    public Settler(Shelves shelves, Desk desk, EmptyRanges empty, FreshAddresses addresses, TurnLog log, StoreMeter meter, ILogger logger)
    {
        (_shelves, _desk, _empty, _addresses, _log, _meter, _logger) = (shelves, desk, empty, addresses, log, meter, logger);
        _thread = new Thread(Run) { IsBackground = true, Name = "OutcomeBot data file" };
    }

    /// <summary>Why nothing can be settled any more; null while all is well.</summary>
    public Exception? Fault => Volatile.Read(ref _fault);

    /// <summary>How much is unsettled, as a part of the most that may be.</summary>
    private double Pressure => Math.Max((double)_desk.ChangedCount / MostPages, (double)(_desk.Applied - _shelves.Safe) / MostEntries);

    public void Start() => _thread.Start();

    /// <summary>The request is done when the data file has it. An address is known without it, so it comes along with the next slice.</summary>
    public void Owe(SettledRequest request, long number)
    {
        _owed.Enqueue((request, number));
        if (request is not AddressRequest) _wake.Set();
    }

    /// <summary>Holds the caller up while too much is unsettled.</summary>
    public void WaitForRoom()
    {
        while (Pressure >= 1 && Fault is null)
        {
            _room.Reset();
            _wake.Set();
            _room.Wait(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>Does something on the data file while nobody writes it, with everything settled.</summary>
    public async Task WithWholeFileAsync(Action<DataFile> errand, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _errands.Enqueue(() =>
        {
            try
            {
                SettleAll();
                errand(_shelves.File);
                done.SetResult();
            }
#pragma warning disable CA1031 // It is told to the one who asked.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                done.SetException(exception);
            }
        });
        _wake.Set();
        await done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Settles everything and ends.</summary>
    public void Dispose()
    {
        _isStopping = true;
        _wake.Set();
        if (_thread.IsAlive) _thread.Join();
        _wake.Dispose();
        _room.Dispose();
    }

    private void Run()
    {
        try
        {
            var due = Stopwatch.GetTimestamp();
            while (!_isStopping)
            {
                _wake.WaitOne(Pause(due));
                if (_errands.TryDequeue(out var errand)) errand();
                if (Stopwatch.GetElapsedTime(due) < Wait()) SettleOwed();
                else
                {
                    Settle(Math.Max(PagesASlice, _desk.ChangedCount / 8), isWhole: false);
                    due = Stopwatch.GetTimestamp();
                }
            }

            SettleAll();
        }
#pragma warning disable CA1031 // The thread's end has to be told to those who write; they ask for the fault.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Volatile.Write(ref _fault, exception);
            Log.Stopped(_logger, exception, _shelves.File.Path);
            while (_owed.TryDequeue(out var owed)) owed.Request.Fail(exception);
        }
        finally
        {
            _room.Set();
        }
    }

    /// <summary>The more is unsettled, the shorter the rest between two slices.</summary>
    private TimeSpan Wait() => _desk.ChangedCount < PagesASlice && Pressure < 0.5
        ? s_pause
        : s_pause * 0.25 * Math.Max(0, 1 - Pressure);

    private TimeSpan Pause(long due)
    {
        var left = Wait() - Stopwatch.GetElapsedTime(due);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private void SettleAll() => Settle(int.MaxValue, isWhole: true);

    private void Settle(int mostPages, bool isWhole)
    {
        var started = Stopwatch.GetTimestamp();
        var slice = _desk.Take(mostPages);
        var owed = Owed();
        if (!slice.IsEmpty || owed.Count > 0 || (isWhole && !_shelves.File.IsWhole)) Put(slice, owed, isWhole);
        _shelves.Checkpoint(isWhole || Pressure > 0.5);
        _log.Settled(_shelves.Safe);
        if (Pressure < 1) _room.Set();
        _meter.Settled(Stopwatch.GetElapsedTime(started));
    }

    /// <summary>What somebody waits for is not kept waiting for a slice.</summary>
    private void SettleOwed()
    {
        if (_owed.IsEmpty) return;
        var owed = Owed();
        if (owed.Any(one => one.Request is EraseRequest))
        {
            var slice = _desk.Take(int.MaxValue);
            owed.AddRange(Owed());
            Put(slice, owed, isWhole: false);
            return;
        }

        _shelves.Put(owed);
        Finish(owed);
    }

    private void Put(Slice slice, List<(SettledRequest Request, long Number)> owed, bool isWhole)
    {
        _shelves.Put(slice, owed, isWhole);
        _empty.Written(slice.Pages.Select(page => page.Copy));
        _desk.Settled(slice);
        Finish(owed);
    }

    private List<(SettledRequest Request, long Number)> Owed()
    {
        var owed = new List<(SettledRequest, long)>();
        while (_owed.TryDequeue(out var one)) owed.Add(one);
        return owed;
    }

    private void Finish(List<(SettledRequest Request, long Number)> owed)
    {
        foreach (var (request, number) in owed)
        {
            if (request is AddressRequest address) _addresses.Settled(address, number);
            request.Finish(SaveResult.Saved);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Critical, "Writing {Path} failed. What was acknowledged is in its turn log and comes back at the next start; nothing more is taken until then.")]
        public static partial void Stopped(ILogger logger, Exception exception, string path);
    }
}
