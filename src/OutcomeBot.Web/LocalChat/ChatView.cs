using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Web.LocalChat;

/// <summary>What one browser shows: who it speaks for, the rooms, the open room and thread, the open form.</summary>
public sealed class ChatView(LocalHouse house, LocalTalk talk, IRoomBook book, LocalFeed feed, TimeProvider clock) : IReader, IDisposable
{
    private readonly Subscription _news = feed.Subscribe(LocalHouse.Tenant);

    private static readonly Duration s_soon = Duration.FromSeconds(5);

    // Windows that are being read: what is announced meanwhile must not be missed.
    private ImmutableArray<LineWindow> _opening = [];
    private string? _threadToShow;
    private Instant _acted = Instant.MinValue;
    private Place? _actedIn;

    /// <summary>Something to show has changed.</summary>
    public event Func<Task>? Changed;

    /// <summary>The thread that this person's last action began or spoke into, when it is not the one shown; read once.</summary>
    public string? TakeThreadToShow()
    {
        var thread = _threadToShow;
        _threadToShow = null;
        return thread;
    }

    public ReaderClock Clock { get; private set; } = ReaderClock.Unknown;

    public Person? Me { get; private set; }

    public ImmutableArray<Person> People { get; private set; } = [];

    public ImmutableArray<Room> Rooms { get; private set; } = [];

    /// <summary>Where the bot talks to this person alone; null while nobody is picked.</summary>
    public Room? Direct => Me is null ? null : LocalHouse.DirectOf(Me);

    /// <summary>Rooms with something new since they were last shown here.</summary>
    public ImmutableHashSet<string> Unread { get; private set; } = [];

    public ImmutableDictionary<string, int> OpenItems { get; private set; } = ImmutableDictionary<string, int>.Empty;

    public Room? Room { get; private set; }

    public LineWindow? RoomLines { get; private set; }

    public RoomLine? ThreadRoot { get; private set; }

    public LineWindow? ThreadLines { get; private set; }

    /// <summary>The form put to this person; null when none is.</summary>
    public OpenForm? Form { get; private set; }

    /// <summary>A sentence about the last thing done, when it was not done.</summary>
    public string? Notice { get; private set; }

    public Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>The first thing: whom this browser speaks for, and in which zone it reads.</summary>
    public async Task StartAsync(string? person, string? zone, CancellationToken cancellationToken)
    {
        Clock = ReaderClock.In(zone);
        await ReadHouseAsync(cancellationToken);
        Me = People.FirstOrDefault(one => one.Id == person);
    }

    /// <summary>Follows what happens until cancelled.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        await foreach (var announcement in _news.ReadAsync(cancellationToken))
            if (await HearAsync(announcement, cancellationToken) && Changed is { } changed)
                await changed();
    }

    /// <summary>From now on this browser speaks for this person, and sees what only they may see.</summary>
    public async Task SpeakForAsync(Person person, CancellationToken cancellationToken)
    {
        await ReadAllAsync(cancellationToken);
        Me = People.FirstOrDefault(person.Is);
        (Form, Notice) = (null, null);
    }

    /// <summary>Shows a room and a thread in it, as the address says.</summary>
    public async Task GoAsync(string? room, string? thread, CancellationToken cancellationToken)
    {
        Notice = null;
        var found = Find(room);
        var lines = found is null || found.Id != Room?.Id ? null : RoomLines;
        if (found is not null) lines ??= await WindowAsync(LocalHouse.PlaceOf(found.Id), cancellationToken);
        var isShown = ThreadRoot is { } open && open.Id == thread && open.Place.Channel == found?.Id;
        var root = isShown ? ThreadRoot : found is null || !LineIds.IsShaped(thread) ? null : await RootAsync(found.Id, thread!, cancellationToken);
        var replies = isShown ? ThreadLines : root is null ? null : await WindowAsync(root.Place with { Thread = thread }, cancellationToken);

        // All at once: what is drawn meanwhile shows the old room or the new one, never half of each.
        (Room, RoomLines, ThreadRoot, ThreadLines) = (found, lines, root, replies);
        if (found is not null) Unread = Unread.Remove(found.Id);
        _opening = [];
    }

    /// <summary>The room of this id, if this person may see it.</summary>
    public Room? Find(string? room) => Rooms.FirstOrDefault(one => one.Id == room) ?? (Direct?.Id == room ? Direct : null);

    public Task<Outcome> SayAsync(Place place, string? id, string? text, CancellationToken cancellationToken) =>
        DoAsync(me => talk.SayAsync(me, place, id, text, cancellationToken), place);

    public Task<Outcome> EditAsync(RoomLine line, string? text, string delivery, CancellationToken cancellationToken) =>
        DoAsync(me => talk.EditAsync(me, line.Place, line.Id, text, delivery, cancellationToken), line.Place);

    public Task<Outcome> RemoveAsync(RoomLine line, CancellationToken cancellationToken) =>
        DoAsync(me => talk.RemoveAsync(me, line.Place, line.Id, cancellationToken), line.Place);

    public Task DismissAsync(RoomLine line, CancellationToken cancellationToken) =>
        Me is null ? Task.CompletedTask : talk.DismissAsync(Me, line.Place, line.Id, cancellationToken);

    public Task<Outcome> PressAsync(Place place, Press press, string? about, CancellationToken cancellationToken) =>
        DoAsync(me => talk.PressAsync(me, place, press, about, NewKey(), cancellationToken), place);

    /// <summary>The open form comes back. It stays open, as typed, while a field is not right.</summary>
    public async Task<Outcome> FillAsync(FormValues values, CancellationToken cancellationToken)
    {
        if (Form is not { } open) return new NotTaken("This form is closed already. Open it again from the card.");
        var outcome = await DoAsync(
            me => talk.FillAsync(me, open.Place, open.Form.Press, values with { People = People }, open.Delivery, cancellationToken), open.Place);
        if (ReferenceEquals(Form, open) && outcome is Taken taken)
            Form = taken.Wrong.IsEmpty ? null : open with { Wrong = taken.Wrong, Attempt = open.Attempt + 1 };
        return outcome;
    }

    public void CloseForm() => Form = null;

    public void Say(string? notice) => Notice = notice;

    public void Dispose() => _news.Dispose();

    private static string NewKey() => Guid.NewGuid().ToString("N");

    private async Task<Outcome> DoAsync(Func<Speaker, Task<Outcome>> act, Place place)
    {
        (_acted, _actedIn) = (Now, place);
        var outcome = Me is null ? new NotTaken("Pick a name first, so that others know who speaks.") : await act(new Speaker(Me, Clock.Known));
        if (outcome is Taken { Form: { } form }) Form = new OpenForm(form, place, NewKey());
        if (outcome is Taken { NoteAt: { Thread: { } noted } at } && at.Channel == Room?.Id && noted != ThreadRoot?.Id) _threadToShow = noted;
        Notice = (outcome as NotTaken)?.Sentence;
        return outcome;
    }

    private async Task<bool> HearAsync(Announcement announcement, CancellationToken cancellationToken)
    {
        switch (announcement)
        {
            case LineChanged { Line: var line }:
                return await HearAsync(line, cancellationToken);
            case HouseChanged:
                await ReadHouseAsync(cancellationToken);
                return true;
            case Missed:
                await ReadAllAsync(cancellationToken);
                return true;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<bool> HearAsync(RoomLine line, CancellationToken cancellationToken)
    {
        if (line.OnlyTo is { } to && !to.Is(Me)) return false;
        foreach (var window in _opening) window.Put(line);
        if (line.Card is not null && line.OnlyTo is null) await ReadOpenItemsAsync(cancellationToken);
        if (line.Place.Channel != Room?.Id) return IsNews(line) || line.Card is not null;
        if (line.Id == ThreadRoot?.Id) ThreadRoot = line;
        if (IsBegunByMe(line)) (_threadToShow, _actedIn) = (line.Id, null);
        RoomLines?.Put(line);
        ThreadLines?.Put(line);
        if (line.Place.Thread is { } root && await book.LineAsync(line.Place.Root, root, cancellationToken) is { } counted)
        {
            RoomLines?.Put(counted);
            if (counted.Id == ThreadRoot?.Id) ThreadRoot = counted;
        }

        return true;
    }

    /// <summary>Marks the room of a line that somebody else has just written.</summary>
    private bool IsNews(RoomLine line)
    {
        if (line.EditedAt is not null || line.IsRemoved || (Me?.Is(line.By) ?? true) || Find(line.Place.Channel) is not { } room) return false;
        Unread = Unread.Add(room.Id);
        return true;
    }

    // What is said in the room opens what it begins; a button in an open thread leaves that one where it is.
    private bool IsBegunByMe(RoomLine line) =>
        line is { Card: not null, OnlyTo: null, Place.Thread: null } && (ThreadRoot is null || _actedIn is { Thread: null }) && Now - _acted < s_soon && RoomLines?.Has(line.Id) is false;

    private async Task ReadAllAsync(CancellationToken cancellationToken)
    {
        await ReadHouseAsync(cancellationToken);
        if (RoomLines is not null) await RoomLines.LoadAsync(cancellationToken);
        if (ThreadLines is not null) await ThreadLines.LoadAsync(cancellationToken);
        if (ThreadRoot is { } root) ThreadRoot = await RootAsync(root.Place.Channel, root.Id, cancellationToken);
    }

    private async Task ReadHouseAsync(CancellationToken cancellationToken)
    {
        People = await house.PeopleAsync(cancellationToken);
        Rooms = await house.RoomsAsync(cancellationToken);
        await ReadOpenItemsAsync(cancellationToken);
    }

    private async Task ReadOpenItemsAsync(CancellationToken cancellationToken) =>
        OpenItems = await house.OpenItemsAsync(Rooms, cancellationToken);

    private async Task<RoomLine?> RootAsync(string room, string id, CancellationToken cancellationToken) =>
        await book.LineAsync(LocalHouse.PlaceOf(room), id, cancellationToken) is { OnlyTo: null } root && root.Place.Thread is null ? root : null;

    private async Task<LineWindow> WindowAsync(Place place, CancellationToken cancellationToken)
    {
        var window = new LineWindow(book, place);
        _opening = _opening.Add(window);
        await window.LoadAsync(cancellationToken);
        return window;
    }
}

/// <summary>A form on the screen: where it was asked, and the key under which it comes back; each attempt after a wrong one has its own.</summary>
public sealed record OpenForm(Form Form, Place Place, string Key)
{
    public int Attempt { get; init; } = 1;

    public ImmutableDictionary<string, string> Wrong { get; init; } = ImmutableDictionary<string, string>.Empty;

    public string Delivery => $"{Key}.{Attempt}";
}
