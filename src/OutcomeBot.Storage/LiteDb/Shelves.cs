using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>The data file by what stands in it, and the order in which it is written.</summary>
internal sealed class Shelves : IDisposable
{
    /// <summary>LiteDB's log is copied into the file when it is this long, or this old: a start has little to go through, a copy is short.</summary>
    private const long LongLog = 4 << 20;

    /// <summary>So many of each kind go at once when a tenant is cleared, and so many of those that are large.</summary>
    private const int ClearedAtOnce = 500;
    private const int LargeClearedAtOnce = 20;

    private static readonly TimeSpan s_oldLog = TimeSpan.FromSeconds(5);

    private long _safe;
    private long _checkpointAt = System.Diagnostics.Stopwatch.GetTimestamp();

    private Shelves(DataFile file, IReadOnlyDictionary<string, IPractice> practices)
    {
        File = file;
        Pages = new PageShelf(file.Database, practices);
        Turns = new TurnShelf(file.Database);
        Mail = new MailShelf(file.Database);
        Rooms = new RoomShelf(file.Database);
        Addresses = new AddressShelf(file.Database);
        Passing = new PassingShelf(file.Database);
        Removals = new RemovalShelf(file.Database);
        Safe = file.Settled;
    }

    public DataFile File { get; }

    public PageShelf Pages { get; }

    public TurnShelf Turns { get; }

    public MailShelf Mail { get; }

    public RoomShelf Rooms { get; }

    public AddressShelf Addresses { get; }

    public PassingShelf Passing { get; }

    public RemovalShelf Removals { get; }

    /// <summary>Up to this number everything is on disk in the file, so the turn log need not keep it.</summary>
    public long Safe
    {
        get => Volatile.Read(ref _safe);
        private set => Volatile.Write(ref _safe, value);
    }

    /// <summary>For a process that only looks.</summary>
    public static Shelves ToRead(DataFile file, IReadOnlyDictionary<string, IPractice> practices) => new(file, practices);

    /// <summary>For the process that writes. From now on the file needs its turn log; that is on disk before the first answer.</summary>
    public static Shelves ToWrite(DataFile file, IReadOnlyDictionary<string, IPractice> practices)
    {
        var shelves = new Shelves(file, practices);
        shelves.Pages.EnsureIndex();
        shelves.Mail.EnsureIndex();
        shelves.Rooms.EnsureIndex();
        shelves.Passing.EnsureIndex();
        shelves.InTransaction(() => file.Mark(file.Settled, isWhole: false));
        shelves.Checkpoint(atOnce: true);
        return shelves;
    }

    /// <summary>Writes a slice and what is owed in one transaction.</summary>
    public void Put(Slice slice, IReadOnlyList<(SettledRequest Request, long Number)> owed, bool isWhole) => InTransaction(() =>
    {
        Turns.Put(slice.Turns);
        foreach (var (_, page) in slice.Pages) Put(page);
        foreach (var (chunk, parcels) in slice.Outbox) Mail.PutWaiting(chunk, parcels);
        foreach (var stuck in slice.Stuck) Mail.PutStuck(stuck);
        Follow(owed);
        File.Mark(slice.Settles, isWhole);
    });

    /// <summary>Writes only what is owed; the turn log has it too, and would do it again.</summary>
    public void Put(IReadOnlyList<(SettledRequest Request, long Number)> owed) => InTransaction(() => Follow(owed));

    /// <summary>Whether there is anything of a tenant that is no page: given-up replies, rooms, what doors remember.</summary>
    public bool HasBesidePages(Tenant tenant) => Mail.HasStuck(tenant) || Rooms.Has(tenant) || Addresses.Has(tenant) || Passing.Has(tenant);

    /// <summary>Copies LiteDB's log into the file when it is time, or at once.</summary>
    public void Checkpoint(bool atOnce)
    {
        if (File.LogLength == 0) return;
        if (!atOnce && File.LogLength < LongLog && System.Diagnostics.Stopwatch.GetElapsedTime(_checkpointAt) < s_oldLog) return;
        File.Checkpoint();
        Safe = File.Settled;
        _checkpointAt = System.Diagnostics.Stopwatch.GetTimestamp();
    }

    public void Dispose() => File.Dispose();

    private void Put(PageCopy page)
    {
        if (page.ErasedFrom != 0)
        {
            Turns.RemoveFrom(page.ErasedFrom, page.Subject);
            Mail.RemoveStuck(page.Subject);
        }

        Pages.Put(page);
    }

    private void Follow(IReadOnlyList<(SettledRequest Request, long Number)> owed)
    {
        foreach (var (request, number) in owed)
        {
            var entry = new Entry(number, request.Kind, request.Json);
            Rooms.Follow(entry);
            Addresses.Follow(entry);
            Passing.Follow(entry);
            Removals.Follow(entry);
            if (entry.Kind == EntryKind.Cleared) Clear(System.Text.Json.JsonSerializer.Deserialize(entry.Json.Span, StorageJson.Stored.Tenant));
        }
    }

    private void Clear(Tenant tenant)
    {
        Mail.ClearStuck(tenant, ClearedAtOnce);
        Rooms.Clear(tenant, ClearedAtOnce);
        Addresses.Clear(tenant, ClearedAtOnce);
        Passing.Clear(tenant, LargeClearedAtOnce);
    }

    private void InTransaction(Action write)
    {
        File.Database.BeginTrans();
        try
        {
            write();
            File.Database.Commit();
        }
        catch
        {
            File.Database.Rollback();
            throw;
        }
    }
}
