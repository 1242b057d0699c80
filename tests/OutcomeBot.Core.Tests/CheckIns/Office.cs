using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.CheckIns;

namespace OutcomeBot.Core.Tests.CheckIns;

/// <summary>
/// A workspace with its check-ins, without a runtime: pages, a clock that rings reminders in their order, hand-overs that arrive once.
/// After every turn the state and the changes go through their JSON, as they do in a store.
/// </summary>
internal sealed class Office
{
    public static readonly Tenant Workspace = new("local:acme");
    public static readonly Person Ana = new("U1", "Ana");
    public static readonly Person Ben = new("U2", "Ben");
    public static readonly Person Chen = new("U3", "Chen");
    public static readonly Person Bot = new("outcomebot", "OutcomeBot");

    /// <summary>A Thursday.</summary>
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 19, 9, 0);

    private const OpenDoor Wide = OpenDoor.Form | OpenDoor.Whisper | OpenDoor.FieldErrors;

    private readonly CheckInPractice _practice = new();
    private readonly Dictionary<string, Page> _pages = [];
    private int _turns;
    private int _made;

    public Instant Now { get; set; } = Start;

    /// <summary>The zone that a person's door tells of.</summary>
    public Dictionary<string, string> Zones { get; } = new() { ["U1"] = "Europe/Berlin" };

    /// <summary>The metrics and the work that readings bring.</summary>
    public ImmutableArray<Metric> Metrics { get; init; } = [];

    public ImmutableArray<FoundWork> Work { get; init; } = [];

    /// <summary>The last turn that somebody began, and all that went out since then.</summary>
    public Turn Last { get; private set; } = Turn.Nothing;

    public List<Reply> Sent { get; } = [];

    /// <summary>All changes, by page.</summary>
    public List<(string Page, Change Change)> History { get; } = [];

    /// <summary>The page that the last new thing began.</summary>
    public string Newest { get; private set; } = "";

    public CheckInState State(string id) => (CheckInState)_pages[id].State;

    public CheckInSchedule Schedule => State(Newest).Known!;

    public Involvement? InvolvementOf(Person who) => _practice.InvolvementOf(_pages[Newest], who);

    public string Card(string id) => CardText.Of(_practice.Draw(_pages[id]));

    public string Whispered => CardText.Of(Last.Replies.OfType<Whisper>().Single().Card);

    public string? Wrong => Last.Replies.OfType<Wrong>().SingleOrDefault()?.Fields.Single().Value;

    public Form Form => Last.Replies.OfType<OutcomeBot.Core.Chat.Ask>().Single().Form;

    public bool Has(string id) => _pages.ContainsKey(id);

    /// <summary>Private messages that went to a person.</summary>
    public IEnumerable<string> Mail(Person to) => Sent.OfType<Post>().Where(post => post.Place.Channel == to.Id).Select(post => CardText.Of(post.Card));

    public Office Type(Person by, string text, OpenDoor door = Wide)
    {
        var id = $"s{++_made}";
        var began = Take(id, new Said("checkin", text) { Delivery = Delivery(), Place = Channel, By = by, At = Now, Door = door, Zone = Zones.GetValueOrDefault(by.Id) });
        if (began) Newest = id;
        return this;
    }

    public Office Press(Person by, string id, string verb, string? argument = null) =>
        Did(Take(id, new Pressed(new Press("checkin", id, verb, argument)) { Delivery = Delivery(), Place = Channel, By = by, At = Now, Door = Wide, Zone = Zones.GetValueOrDefault(by.Id) }));

    public Office Fill(Person by, string id, string verb, params (string Field, string Text)[] texts) => Fill(by, id, verb, null, Channel, texts);

    public Office FillAlone(Person by, string id, string verb, params (string Field, string Text)[] texts) => Fill(by, id, verb, null, new Place(Workspace, by.Id), texts);

    public Office Fill(Person by, string id, string verb, string? argument, Place place, params (string Field, string Text)[] texts)
    {
        var values = FormValues.Of(texts) with { People = [Ana, Ben, Chen] };
        return Did(Take(id, new Filled(new Press("checkin", id, verb, argument), values) { Delivery = Delivery(), Place = place, By = by, At = Now, Door = Wide, Zone = Zones.GetValueOrDefault(by.Id) }));
    }

    /// <summary>A plain line in the thread of a card.</summary>
    public Office Say(Person by, string id, string text, string message = "m1") =>
        Did(Take(id, new Heard(text, message) { Delivery = Delivery(), Place = _pages[id].Place, By = by, At = Now }));

    public Office Edit(Person by, string id, string text, string message = "m1") =>
        Did(Take(id, new Edited(text, message) { Delivery = Delivery(), Place = _pages[id].Place, By = by, At = Now }));

    /// <summary>A person's account is switched off, now or when that was.</summary>
    public Office Departs(Person who, Instant? at = null) =>
        Did(Take(Slips.IdOf(who), new Departed { Delivery = Delivery(), Place = new Place(Workspace, who.Id), By = who, At = at ?? Now }));

    /// <summary>A person's account is in use, perhaps again.</summary>
    public Office Returns(Person who, Instant? at = null) =>
        Did(Take(Slips.IdOf(who), new Returned { Delivery = Delivery(), Place = new Place(Workspace, who.Id), By = who, At = at ?? Now }));

    /// <summary>Time passes, and every reminder rings when it is due.</summary>
    public Office Until(Instant end)
    {
        while (Next() is { } next && next.Reminder.At <= end)
        {
            if (next.Reminder.At > Now) Now = next.Reminder.At;
            Ring(next.Id, next.Reminder);
        }

        Now = end;
        return this;
    }

    public Office Until(int month, int day, int hour, int minute = 0) => Until(Instant.FromUtc(month < 6 ? 2027 : 2026, month, day, hour, minute));

    /// <summary>Nobody runs until then; after that all reminders that passed ring at once.</summary>
    public Office Down(int month, int day, int hour, int minute = 0)
    {
        Now = Instant.FromUtc(month < 6 ? 2027 : 2026, month, day, hour, minute);
        return Until(Now);
    }

    /// <summary>The same tick once more: a reminder that was stored rings again after a restart.</summary>
    public void Ring(string id, Reminder reminder) =>
        Take(id, new Due(reminder.Press) { Delivery = Delivery(), Place = _pages[id].Place, By = Bot, At = Now });

    public ImmutableArray<Reminder> Reminders(string id) => _pages[id].Reminders;

    private static Place Channel { get; } = new(Workspace, "C1");

    private (string Id, Reminder Reminder)? Next() => _pages
        .SelectMany(page => page.Value.Reminders.Select(reminder => (page.Key, reminder)))
        .OrderBy(pair => pair.reminder.At)
        .Cast<(string, Reminder)?>()
        .FirstOrDefault();

    private Office Did(bool _) => this;

    private bool Take(string id, Incoming incoming)
    {
        if (incoming is not (HandedOver or Due)) Last = Turn.Nothing;
        var subject = new Subject(Workspace, "checkin", id);
        var page = _pages.GetValueOrDefault(id);
        var readings = new Readings(_practice.Needs(subject, page, incoming).Distinct().ToImmutableDictionary(need => need, need => Read(need).ToImmutableArray()), [])
        {
            Metrics = Metrics.ToImmutableDictionary(metric => metric.Subject.Id),
            Work = Work,
        };
        var turn = _practice.Take(subject, page, incoming, readings);
        if (incoming is not (HandedOver or Due)) Last = turn;
        if (!turn.Changes.IsEmpty) Save(subject, page, incoming, turn);
        else if (page is not null && turn.Reminders is { } reminders) _pages[id] = page with { Reminders = reminders };
        Sent.AddRange(turn.Replies);
        foreach (var over in turn.Replies.OfType<HandOver>().Where(over => over.To.StartsWith("checkin/", StringComparison.Ordinal)))
            Take(over.To.Split('/')[1], new HandedOver(over.To, over.Text, "checkin", id) { Delivery = Delivery(), Place = turn.Place ?? incoming.Place, By = incoming.By, At = Now });
        return !turn.Changes.IsEmpty;
    }

    private void Save(Subject subject, Page? page, Incoming incoming, Turn turn)
    {
        var changes = _practice.ReadChanges(_practice.WriteChanges(turn.Changes));
        var after = _practice.WriteState(_practice.Fold(page?.State, turn.Changes));
        Assert.Equal(after, _practice.WriteState(_practice.Fold(page is null ? null : _practice.ReadState(_practice.WriteState(page.State)), changes)));
        _pages[subject.Id] = new Page
        {
            Subject = subject,
            Version = (page?.Version ?? 0) + 1,
            Place = page?.Place ?? (turn.Place ?? incoming.Place) with { Thread = "t1" },
            State = _practice.ReadState(after),
            OpenedAt = page?.OpenedAt ?? Now,
            ChangedAt = Now,
            Reminders = turn.Reminders ?? page?.Reminders ?? [],
        };
        Assert.Equal(after, _practice.WriteState(_pages[subject.Id].State));
        History.AddRange(turn.Changes.Select(change => (subject.Id, change)));
    }

    private IEnumerable<Found> Read(Need need) => need switch
    {
        OnePage one => _pages.TryGetValue(one.Id, out var page) ? [AsFound(page)] : [],
        OpenPages => _pages.Values.Where(page => _practice.Index(page).IsOpen).Select(AsFound),
        _ => [],
    };

    private Found AsFound(Page page) => new(page.Subject, page.Place, null, _practice.Index(page), page.OpenedAt, page.ChangedAt, page.State);

    private string Delivery() => $"d{++_turns}";
}
