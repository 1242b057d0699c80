using System.Collections.Immutable;
using System.Text.Json;
using LiteDB;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>The pages in the data file. One index over several keys a page serves every list and search.</summary>
internal sealed class PageShelf
{
    private readonly ILiteCollection<BsonDocument> _pages;
    private readonly IReadOnlyDictionary<string, IPractice> _practices;

    public PageShelf(ILiteDatabase database, IReadOnlyDictionary<string, IPractice> practices)
    {
        _practices = practices;
        _pages = database.GetCollection("pages");
    }

    public void EnsureIndex() => _pages.EnsureIndex("k", BsonExpression.Create("$.k[*]"));

    /// <summary>The page and the number of its newest turn; null and 0 when there is none.</summary>
    public (Page? Page, long Turn) Find(Subject subject) =>
        _pages.FindById(Keys.Page(subject)) is { } document ? (PageOf(document), document["t"].AsInt64) : default;

    /// <summary>Whose card lives in a thread; null when the thread is nobody's.</summary>
    public Subject? FindThread(Place thread) =>
        _pages.Query().Where("$.k[*] ANY = @0", Keys.Thread(thread)).FirstOrDefault() is { } document ? SubjectOf(document) : null;

    /// <summary>Documents whose key begins so, in the order of the key.</summary>
    public IEnumerable<(string Key, BsonDocument Page)> Range(string prefix, int skip, int take) =>
        _pages.Query()
            .Where("$.k[*] ANY BETWEEN @0 AND @1", prefix, Keys.End(prefix))
            .Skip(skip)
            .Limit(take)
            .ToEnumerable()
            .Select(document => (document["k"].AsArray.First(key => key.AsString.StartsWith(prefix, StringComparison.Ordinal)).AsString, document));

    /// <summary>Subjects of a tenant.</summary>
    public IEnumerable<Subject> Of(Tenant tenant, int take) => _pages.Of(tenant, take).Select(SubjectOf);

    /// <summary>Every page there is, for a check of the whole file.</summary>
    public IEnumerable<(Page Page, long Turn)> All() =>
        _pages.FindAll().Select(document => (PageOf(document), document["t"].AsInt64));

    /// <summary>Subjects of pages that hold reminders, with them.</summary>
    public IEnumerable<(Subject Subject, Reminder Reminder)> Reminders() =>
        from pair in Range(Keys.Reminders, 0, int.MaxValue)
        let head = HeadOf(pair.Page)
        from reminder in head.Reminders ?? []
        select (SubjectOf(pair.Page), reminder);

    public void Put(PageCopy copy)
    {
        if (copy is not { Page: { } page, Index: { } index })
        {
            _pages.Delete(Keys.Page(copy.Subject));
            return;
        }

        _pages.Upsert(new BsonDocument
        {
            ["_id"] = Keys.Page(copy.Subject),
            ["k"] = new BsonArray(copy.Keys.Select(key => new BsonValue(key))),
            ["t"] = copy.Turn,
            ["v"] = page.Version,
            ["u"] = JsonSerializer.Serialize(page.Subject, StorageJson.Stored.Subject),
            ["h"] = JsonSerializer.Serialize(Head(page), StorageJson.Stored.StoredHead),
            ["d"] = JsonSerializer.Serialize(StoredDeliveries.Of(page.Deliveries), StorageJson.Stored.StoredDeliveries),
            ["i"] = JsonSerializer.Serialize(index, StorageJson.Stored.PageIndex),
            ["s"] = _practices[page.Subject.Practice].WriteState(page.State),
        });
    }

    /// <summary>How a document is listed, with its state when the list is to be whole.</summary>
    public Found FoundOf(BsonDocument document, bool isWhole)
    {
        var subject = SubjectOf(document);
        var head = HeadOf(document);
        var index = JsonSerializer.Deserialize(document["i"].AsString, StorageJson.Stored.PageIndex)!;
        return new Found(subject, head.Place, head.Message, index, head.OpenedAt ?? head.ChangedAt, head.ChangedAt, isWhole ? StateOf(subject, document) : null);
    }

    public static Subject SubjectOf(BsonDocument document) =>
        JsonSerializer.Deserialize(document["u"].AsString, StorageJson.Stored.Subject) ?? throw new JsonException("A stored page names no subject.");

    private static StoredHead HeadOf(BsonDocument document) =>
        JsonSerializer.Deserialize(document["h"].AsString, StorageJson.Stored.StoredHead) ?? throw new JsonException("A stored page has no head.");

    private static StoredHead Head(Page page) => new(page.Place, page.ChangedAt)
    {
        Message = page.Message,
        OpenedAt = page.OpenedAt,
        Reminders = page.Reminders.IsDefaultOrEmpty ? null : [.. page.Reminders],
    };

    private Page PageOf(BsonDocument document)
    {
        var subject = SubjectOf(document);
        var head = HeadOf(document);
        return new Page
        {
            Subject = subject,
            Version = document["v"].AsInt64,
            Place = head.Place,
            State = StateOf(subject, document),
            Message = head.Message,
            OpenedAt = head.OpenedAt ?? head.ChangedAt,
            ChangedAt = head.ChangedAt,
            Reminders = head.Reminders is null ? [] : [.. head.Reminders],
            Deliveries = DeliveriesOf(document["d"].AsString),
        };
    }

    private object StateOf(Subject subject, BsonDocument document) => _practices[subject.Practice].ReadState(document["s"].AsString);

    // The first version wrote an array of objects.
    private static ImmutableArray<Delivery> DeliveriesOf(string json) => json.StartsWith('[')
        ? [.. JsonSerializer.Deserialize(json, StorageJson.Stored.DeliveryArray) ?? []]
        : JsonSerializer.Deserialize(json, StorageJson.Stored.StoredDeliveries)?.Read() ?? [];
}
