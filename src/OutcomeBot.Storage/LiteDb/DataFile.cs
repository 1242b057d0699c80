using LiteDB;
using LiteDB.Engine;
using Microsoft.Win32.SafeHandles;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>
/// The LiteDB file, opened so that nobody else can, and so that whatever is wrong with it stops the start before a byte changes.
/// One thread writes it; many may read.
/// </summary>
internal sealed class DataFile : IDisposable
{
    private const string StoreId = "store";

    private readonly SafeFileHandle _handle;
    private readonly RedoFile _redo;
    private readonly PageStream _pages;
    private readonly ILiteCollection<BsonDocument> _about;

    private DataFile(string path, SafeFileHandle handle, RedoFile redo)
    {
        Path = path;
        _handle = handle;
        _redo = redo;
        _pages = new PageStream(handle, 0) { BeforeWrite = redo.Seal, IsFrozen = true };
        Database = new LiteDatabase(new LiteEngine(new EngineSettings
        {
            DataStream = _pages,
            LogStream = redo.Stream,
            AutoRebuild = false,
            Upgrade = false,
        }));
        _about = Database.GetCollection("about");
    }

    public string Path { get; }

    public LiteDatabase Database { get; }

    /// <summary>Which store this is: its turn log carries the same id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The file lacks nothing up to the entry of this number.</summary>
    public long Settled { get; private set; }

    /// <summary>True when the file lacks nothing at all, so that it is complete without its turn log.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>How much stands in LiteDB's log, to be copied at the next checkpoint.</summary>
    public long LogLength => _redo.Stream.Length;

    /// <summary>LiteDB's log of a data file.</summary>
    public static string RedoPath(string path) => path + ".redo";

    /// <summary>Opens the file, or makes it when there is none.</summary>
    public static DataFile OpenOrCreate(string path)
    {
        DataFileChecks.ThrowIfUnusable(path);
        if (!File.Exists(path)) Create(path);
        return Open(path);
    }

    /// <summary>Opens a file that is there.</summary>
    public static DataFile Open(string path)
    {
        var handle = DataFileChecks.Hold(path);
        var hadRedo = File.Exists(RedoPath(path));
        RedoFile? redo = null;
        try
        {
            DataFileChecks.ThrowIfForeign(path, handle);
            redo = RedoFile.Open(RedoPath(path));
            if (!redo.IsSealed) DataFileChecks.ThrowIfCut(path, handle);
            redo.DropUnlessSealed();
            return Open(path, handle, redo);
        }
        catch
        {
            redo?.Dispose();
            if (!hadRedo) File.Delete(RedoPath(path));
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Lets the file be written; until then opening it has changed nothing.</summary>
    public void Thaw() => _pages.IsFrozen = false;

    /// <summary>Within a transaction: says how far this file has come.</summary>
    public void Mark(long settled, bool isWhole)
    {
        (Settled, IsWhole) = (settled, isWhole);
        _about.Upsert(new BsonDocument { ["_id"] = StoreId, ["id"] = Id.ToString(), ["format"] = 1, ["settled"] = settled, ["whole"] = isWhole });
    }

    /// <summary>Returns when everything committed is on disk in the file itself.</summary>
    public void Checkpoint()
    {
        Database.Checkpoint();
        _pages.FlushToDisk();
    }

    /// <summary>Copies the file to another, on disk when it returns. Nobody may write meanwhile.</summary>
    public void CopyTo(string path)
    {
        using var copy = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var buffer = new byte[1 << 20];
        for (long at = 0; RandomAccess.Read(_handle, buffer, at) is > 0 and var read; at += read)
            RandomAccess.Write(copy, buffer.AsSpan(0, read), at);
        RandomAccess.FlushToDisk(copy);
    }

    public void Dispose()
    {
        Database.Dispose();
        var isDone = IsWhole && !_redo.IsSealed;
        _redo.Dispose();
        if (isDone) File.Delete(RedoPath(Path));
        _handle.Dispose();
    }

    private static DataFile Open(string path, SafeFileHandle handle, RedoFile redo)
    {
        try
        {
            var file = new DataFile(path, handle, redo);
            file.ReadAbout();
            return file;
        }
        catch (Exception exception) when (exception is not StoreCannotOpenException)
        {
            throw StoreCannotOpenException.Damaged(path, "its pages can't be read.", exception);
        }
    }

    /// <summary>A new file is made whole beside its place and moved there, so that a crash leaves all of it or nothing.</summary>
    private static void Create(string path)
    {
        var beside = path + ".new";
        File.Delete(beside);
        using (var stream = new FileStream(beside, FileMode.CreateNew))
        {
            using (var engine = new LiteEngine(new EngineSettings { DataStream = stream, Collation = Collation.Binary }))
            using (var database = new LiteDatabase(engine))
            {
                // Checkpoints are ours to time: LiteDB's own come in the middle of a commit.
                database.Pragma("CHECKPOINT", 0);
                database.GetCollection("about").Insert(new BsonDocument
                {
                    ["_id"] = StoreId, ["id"] = Guid.NewGuid().ToString(), ["format"] = 1, ["settled"] = 0L, ["whole"] = true,
                });
                database.Checkpoint();
            }

            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path);
    }

    private void ReadAbout()
    {
        var about = _about.FindById(StoreId)
            ?? throw StoreCannotOpenException.Damaged(Path, "it is a LiteDB file, but not one that this bot made.");
        if (about["format"].AsInt32 != 1)
            throw StoreCannotOpenException.Damaged(Path, "it was written by a newer version of this bot.");
        Id = Guid.Parse(about["id"].AsString);
        Settled = about["settled"].AsInt64;
        IsWhole = about["whole"].AsBoolean;
    }
}
