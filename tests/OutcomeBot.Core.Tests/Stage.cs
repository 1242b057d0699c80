using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using Xunit;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests;

/// <summary>Who acts in the tests of practices, where and from when on.</summary>
internal static class People
{
    public static readonly Tenant Workspace = new("local:acme");
    public static readonly Person Ana = new("U1", "Ana");
    public static readonly Person Ben = new("U2", "Ben");
    public static readonly Person Chen = new("U3", "Chen");
    public static readonly Person Dana = new("U4", "Dana");
    public static readonly Person Eva = new("U5", "Eva");
    public static readonly Person Bot = new("bot", "OutcomeBot");
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 9, 0);
}

/// <summary>
/// A page of a practice as its people meet it: what they type, press and fill in, one minute after the other, without a runtime.
/// After every turn the state and the changes go through their JSON, as they do in a store.
/// </summary>
internal abstract class Stage<TSelf>(IPractice practice, string id)
    where TSelf : Stage<TSelf>
{
    /// <summary>The door can still carry everything.</summary>
    protected const OpenDoor Wide = OpenDoor.Form | OpenDoor.Whisper | OpenDoor.FieldErrors;

    private int _turns;

    public Subject Subject { get; protected init; } = new(Workspace, practice.Word, id);

    public Page? Page { get; private set; }

    public Turn Last { get; private set; } = Turn.Nothing;

    public Instant Now { get; set; } = Start;

    /// <summary>The zone that people's doors know.</summary>
    public string? Zone { get; set; }

    /// <summary>The zones that people and the channel chose.</summary>
    public Clock Clock { get; set; } = Clock.Unknown;

    /// <summary>What readings bring: pages, by the kind of need.</summary>
    public Func<Need, IEnumerable<Found>> Shelf { get; set; } = _ => [];

    /// <summary>The metrics that somebody has defined.</summary>
    public List<Metric> Metrics { get; set; } = [];

    /// <summary>What others still have to do in the channel.</summary>
    public ImmutableArray<FoundWork> Work { get; set; } = [];

    public string Card => CardText.Of(practice.Draw(Page!));

    public PageIndex Index => practice.Index(Page!);

    public ImmutableArray<Work> Works => practice.Works(Page!);

    public Involvement? InvolvementOf(Person who) => practice.InvolvementOf(Page!, who);

    /// <summary>What the person who acted was told privately.</summary>
    public string Whispered => string.Join("\n---\n", Last.Replies.OfType<Whisper>().Select(whisper => CardText.Of(whisper.Card)));

    public string Posted => string.Join("\n---\n", Last.Replies.OfType<Post>().Select(post => CardText.Of(post.Card)));

    public Form Form => Last.Replies.OfType<Ask>().Single().Form;

    public ImmutableArray<HandOver> Handed => [.. Last.Replies.OfType<HandOver>()];

    /// <summary>The newest line that was said in the thread.</summary>
    protected string LastLine { get; private set; } = "";

    private TSelf Self => (TSelf)this;

    /// <summary>A command: its word, and the rest.</summary>
    public TSelf Type(Person by, string text, string? word = null, OpenDoor door = Wide) =>
        Take(new Said(word ?? practice.Word, text) { Delivery = Delivery(), Place = Place(), By = by, At = Tick(), Door = door });

    /// <summary>A plain line in the thread.</summary>
    public TSelf Say(Person by, string text, string? message = null) =>
        Take(new Heard(text, LastLine = message ?? $"m{_turns + 1}") { Delivery = Delivery(), Place = Place(), By = by, At = Tick() });

    public TSelf Edit(Person by, string message, string text) =>
        Take(new Edited(text, message) { Delivery = Delivery(), Place = Place(), By = by, At = Tick() });

    public TSelf Remove(Person by, string message) =>
        Take(new Removed(message) { Delivery = Delivery(), Place = Place(), By = by, At = Tick() });

    public TSelf Press(Person by, string verb, string? argument = null, OpenDoor door = Wide) => Press(by, Subject.Press(verb, argument), door: door);

    public TSelf Press(Person by, Press press, string? about = null, OpenDoor door = Wide) =>
        Take(new Pressed(press, about) { Delivery = Delivery(), Place = Place(), By = by, At = Tick(), Door = door });

    public TSelf Fill(Person by, string verb, string? argument, params (string Field, string Text)[] texts) => Fill(by, Subject.Press(verb, argument), texts);

    public TSelf Fill(Person by, Press press, params (string Field, string Text)[] texts) => Fill(by, press, Place(), texts);

    public TSelf Fill(Person by, Press press, Place from, params (string Field, string Text)[] texts)
    {
        var values = texts.GroupBy(pair => pair.Field).ToImmutableDictionary(pairs => pairs.Key, pairs => pairs.Select(pair => pair.Text).ToImmutableArray());
        return Take(new Filled(press, new FormValues(values, [Ana, Ben, Chen, Dana, Eva])) { Delivery = Delivery(), Place = from, By = by, At = Tick(), Door = Wide });
    }

    /// <summary>Another practice hands something over.</summary>
    public TSelf Hand(Person by, string to, string text, string fromPractice, string fromId) =>
        Take(new HandedOver(to, text, fromPractice, fromId) { Delivery = Delivery(), Place = Page is null ? new Place(Workspace, "C1", "t-from") : Place(), By = by, At = Tick() });

    /// <summary>The alarm clock rings for the reminder that is due first, perhaps late.</summary>
    public TSelf Ring(Instant? late = null)
    {
        var reminder = Page!.Reminders.MinBy(reminder => reminder.At)!;
        Now = late ?? reminder.At;
        return Take(new Due(reminder.Press) { Delivery = Delivery(), Place = Place(), By = Bot, At = Now });
    }

    public TSelf After(Duration time)
    {
        Now += time;
        return Self;
    }

    public TSelf Take(Incoming incoming)
    {
        var needs = practice.Needs(Subject, Page, incoming);
        var turn = Last = practice.Take(Subject, Page, incoming is Due or HandedOver or Heard || incoming.Zone is not null ? incoming : incoming with { Zone = Zone }, Read(needs));
        if (turn.Changes.IsEmpty) return Self;
        var written = practice.WriteChanges(turn.Changes);
        var after = practice.WriteState(practice.Fold(Page?.State, turn.Changes));
        Assert.Equal(after, practice.WriteState(practice.Fold(Page is null ? null : practice.ReadState(practice.WriteState(Page.State)), practice.ReadChanges(written))));
        Page = new Page
        {
            Subject = Subject,
            Version = (Page?.Version ?? 0) + 1,
            Place = Page?.Place ?? (turn.Place ?? incoming.Place) with { Thread = "t1" },
            State = practice.ReadState(after),
            OpenedAt = Page?.OpenedAt ?? incoming.At,
            ChangedAt = incoming.At,
            Reminders = turn.Reminders ?? Page?.Reminders ?? [],
        };
        Assert.Equal(after, practice.WriteState(Page.State));
        Kept(written, after);
        return Self;
    }

    /// <summary>Everything about this page as a list finds it.</summary>
    public Found AsFound() => new(Subject, Page!.Place, null, Index, Page.OpenedAt, Page.ChangedAt, Page.State);

    /// <summary>What the needs of a turn bring.</summary>
    protected virtual Readings Read(ImmutableArray<Need> needs)
    {
        var names = needs.OfType<Measured>().SelectMany(measured => measured.Names).Select(MetricName.IdOf).ToHashSet();
        return new Readings(needs.ToImmutableDictionary(need => need, need => Shelf(need).ToImmutableArray()), [])
        {
            Clock = needs.Any(need => need is ClockOf) ? Clock : Clock.Unknown,
            Metrics = Metrics.Where(metric => names.Contains(metric.Subject.Id) || needs.Any(need => need is AllMeasured)).ToImmutableDictionary(metric => metric.Subject.Id),
            Work = needs.Any(need => need is OpenWork) ? Work : [],
        };
    }

    /// <summary>A turn was kept: its changes and the state as they are stored.</summary>
    protected virtual void Kept(string changes, string state) { }

    protected Place Place() => Page?.Place ?? new Place(Workspace, "C1");

    protected string Delivery() => $"d{++_turns}";

    protected Instant Tick() => Now += Duration.FromMinutes(1);
}
