using Microsoft.Extensions.Logging;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>
/// The embedded store: a turn log that answers wait for, a data file that follows behind, and the memory that is true
/// meanwhile. Journal, room book and backup are its three faces.
/// </summary>
public sealed class LiteDbStore : IAsyncDisposable
{
    /// <summary>LiteDB has at most 100 transactions open at a time; readers come in turns long before that.</summary>
    private readonly SemaphoreSlim _readers = new(16);

    private readonly TurnLog _log;
    private readonly StoreMeter _meter = new();
    private readonly LogWriter _writer;
    private bool _isClosed;

    private LiteDbStore(Shelves shelves, Desk desk, TurnLog log, ILogger logger)
    {
        (Shelves, Desk, _log) = (shelves, desk, log);
        Settler = new Settler(shelves, desk, EmptyRanges, Addresses, log, _meter, logger);
        _writer = new LogWriter(log, desk, Settler, Addresses, subject => Load(subject).Page, _meter);
        _meter.Watch(desk);
        Settler.Start();
        _writer.Start();
    }

    internal Desk Desk { get; }

    internal Shelves Shelves { get; }

    internal EmptyRanges EmptyRanges { get; } = new();

    internal FreshAddresses Addresses { get; } = new();

    internal Settler Settler { get; }

    /// <summary>True while it takes what it is given.</summary>
    internal bool IsReady => !_isClosed && _writer.Fault is null;

    /// <summary>
    /// Opens the file at this path, or makes a new one. Throws <see cref="StoreCannotOpenException"/> when it is damaged, not
    /// ours, or in use, and then leaves it as it is.
    /// </summary>
    public static LiteDbStore Open(string path, IReadOnlyDictionary<string, IPractice> practices, ILogger logger)
    {
        path = Path.GetFullPath(path);
        DataFile? file = null;
        TurnLog? log = null;
        try
        {
            file = DataFile.OpenOrCreate(path);
            (log, var tail) = OpenLog(file);
            file.Thaw();
            var shelves = Shelves.ToWrite(file, practices);
            var desk = new Desk(practices);
            Replay.Into(desk, shelves, tail, practices);
            return new LiteDbStore(shelves, desk, log, logger);
        }
        catch
        {
            log?.Dispose();
            file?.Dispose();
            throw;
        }
    }

    /// <summary>Settles everything, so that the data file is complete by itself, and lets it go.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isClosed) return;
        _isClosed = true;
        await Task.Run(() =>
        {
            _writer.Dispose();
            Settler.Dispose();
            _log.Dispose();

            // A whole file needs no turn log, and is one file to move or to copy.
            if (Settler.Fault is null && Shelves.File.IsWhole) TurnLog.Delete(Shelves.File.Path);
            Shelves.Dispose();
        });
        _meter.Dispose();
        _readers.Dispose();
    }

    internal Task<SaveResult> WriteAsync(Request request, CancellationToken cancellationToken) => _writer.WriteAsync(request, cancellationToken);

    /// <summary>Reads the data file, when a place among its readers is free.</summary>
    internal async ValueTask<T> ReadAsync<T>(Func<Shelves, T> read, CancellationToken cancellationToken)
    {
        await _readers.WaitAsync(cancellationToken);
        try
        {
            return read(Shelves);
        }
        finally
        {
            _readers.Release();
        }
    }

    /// <summary>A page and its newest turn, from memory or from the data file.</summary>
    internal async ValueTask<(Page? Page, long Turn)> OpenAsync(Subject subject, CancellationToken cancellationToken) =>
        Desk.TryFind(subject, out var found) ? found : await ReadAsync(_ => Load(subject), cancellationToken);

    private (Page? Page, long Turn) Load(Subject subject)
    {
        while (true)
        {
            if (Desk.TryFind(subject, out var found)) return found;
            var settlings = Desk.Settlings;
            found = Shelves.Pages.Find(subject);
            if (Desk.TryRemember(subject, found.Page, found.Turn, settlings)) return found;
        }
    }

    private static (TurnLog Log, IReadOnlyList<Entry> Tail) OpenLog(DataFile file)
    {
        var missing = TurnLog.Files(file.Path).Where(log => !File.Exists(log)).ToList();
        if (missing.Count > 0 && !file.IsWhole)
            throw StoreCannotOpenException.Damaged(file.Path, $"its turn log {missing[0]} is missing, and with it the newest turns.");
        foreach (var log in missing) LogSegment.Create(log, file.Id);
        return TurnLog.Open(file.Path, file.Id, file.Settled);
    }
}
