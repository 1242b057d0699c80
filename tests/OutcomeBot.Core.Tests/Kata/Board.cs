using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Kata;
using Xunit;

namespace OutcomeBot.Core.Tests.Kata;

/// <summary>
/// A storyboard as its people meet it: what they type, press and fill in, one minute after the other, without a runtime.
/// After every turn the state and the changes go through their JSON, as they do in a store.
/// </summary>
internal sealed class Board
{
    public static readonly Tenant Workspace = new("local:acme");
    public static readonly Person Ana = new("U1", "Ana");
    public static readonly Person Ben = new("U2", "Ben");
    public static readonly Person Chen = new("U3", "Chen");
    public static readonly Person Dana = new("U4", "Dana");
    public static readonly Person Bot = new("bot", "OutcomeBot");
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 9, 0);

    private const OpenDoor Wide = OpenDoor.Form | OpenDoor.Whisper | OpenDoor.FieldErrors;

    private readonly KataPractice _practice = new();
    private int _turns;
    private string _lastLine = "";

    public Subject Subject { get; private init; } = new(Workspace, "kata", "s1");

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
    public List<Metric> Metrics { get; } = [];

    public KataState State => (KataState?)Page?.State ?? new Unstarted();

    public Storyboard Story => State.Known ?? throw new InvalidOperationException("No storyboard has been started.");

    public string Card => CardText.Of(_practice.Draw(Page!));

    public PageIndex Index => _practice.Index(Page!);

    public ImmutableArray<Work> Works => _practice.Works(Page!);

    public string? Wrong => Last.Replies.OfType<Wrong>().SingleOrDefault()?.Fields.Single().Value;

    /// <summary>What the person who acted was told privately.</summary>
    public string Whispered => string.Join("\n---\n", Last.Replies.OfType<Whisper>().Select(whisper => CardText.Of(whisper.Card)));

    public string Posted => string.Join("\n---\n", Last.Replies.OfType<Post>().Select(post => CardText.Of(post.Card)));

    public Form Form => Last.Replies.OfType<Ask>().Single().Form;

    public ImmutableArray<HandOver> Handed => [.. Last.Replies.OfType<HandOver>()];

    public static Board Started(string challenge = "Revenue grows by 10 % a quarter again") => new Board().Type(Ana, challenge);

    public Board Type(Person by, string text, string word = "kata", OpenDoor door = Wide) =>
        Take(new Said(word, text) { Delivery = Delivery(), Place = Place(), By = by, At = Tick(), Door = door });

    /// <summary>A plain line in the thread.</summary>
    public Board Say(Person by, string text) =>
        Take(new Heard(text, _lastLine = $"m{_turns + 1}") { Delivery = Delivery(), Place = Place(), By = by, At = Tick() });

    /// <summary>Somebody edits the last line that was said, or another one.</summary>
    public Board Edit(Person by, string text, string? message = null) =>
        Take(new Edited(text, message ?? _lastLine) { Delivery = Delivery(), Place = Place(), By = by, At = Tick() });

    public Board Press(Person by, string verb, string? argument = null, OpenDoor door = Wide) =>
        Take(new Pressed(Subject.Press(verb, argument)) { Delivery = Delivery(), Place = Place(), By = by, At = Tick(), Door = door });

    public Board Fill(Person by, string verb, string? argument, params (string Field, string Text)[] texts) => Fill(by, Subject.Press(verb, argument), texts);

    public Board Fill(Person by, Press press, params (string Field, string Text)[] texts) =>
        Take(new Filled(press, FormValues.Of(texts) with { People = [Ana, Ben, Chen, Dana] }) { Delivery = Delivery(), Place = Place(), By = by, At = Tick(), Door = Wide });

    public Board Hand(Person by, string to, string text, string fromPractice = "why", string fromId = "w1") =>
        Take(new HandedOver(to, text, fromPractice, fromId) { Delivery = Delivery(), Place = Page is null ? new Place(Workspace, "C1", "t-why") : Place(), By = by, At = Tick() });

    /// <summary>The alarm clock rings for the first reminder that is due.</summary>
    public Board Ring()
    {
        var reminder = Page!.Reminders.MinBy(reminder => reminder.At)!;
        Now = reminder.At;
        return Take(new Due(reminder.Press) { Delivery = Delivery(), Place = Place(), By = Bot, At = Now });
    }

    public Board After(int days)
    {
        Now += Duration.FromDays(days);
        return this;
    }

    public Board Take(Incoming incoming)
    {
        var needs = _practice.Needs(Subject, Page, incoming);
        var names = needs.OfType<Measured>().SelectMany(measured => measured.Names).Select(MetricName.IdOf).ToHashSet();
        var readings = new Readings(needs.ToImmutableDictionary(need => need, need => Shelf(need).ToImmutableArray()), [])
        {
            Clock = needs.Any(need => need is ClockOf) ? Clock : Clock.Unknown,
            Metrics = Metrics.Where(metric => names.Contains(metric.Subject.Id)).ToImmutableDictionary(metric => metric.Subject.Id),
        };
        var turn = Last = _practice.Take(Subject, Page, incoming is Due or HandedOver or Heard ? incoming : incoming with { Zone = Zone }, readings);
        if (turn.Changes.IsEmpty) return this;
        var changes = _practice.ReadChanges(_practice.WriteChanges(turn.Changes));
        var after = _practice.WriteState(_practice.Fold(Page?.State, turn.Changes));
        Assert.Equal(after, _practice.WriteState(_practice.Fold(Page is null ? null : _practice.ReadState(_practice.WriteState(Page.State)), changes)));
        Page = new Page
        {
            Subject = Subject,
            Version = (Page?.Version ?? 0) + 1,
            Place = Page?.Place ?? (turn.Place ?? incoming.Place) with { Thread = "t1" },
            State = _practice.ReadState(after),
            OpenedAt = Page?.OpenedAt ?? incoming.At,
            ChangedAt = incoming.At,
            Reminders = turn.Reminders ?? Page?.Reminders ?? [],
        };
        Assert.Equal(after, _practice.WriteState(Page.State));
        return this;
    }

    /// <summary>Everything about this storyboard as a list finds it.</summary>
    public Found AsFound() => new(Subject, Page!.Place, null, Index, Page.OpenedAt, Page.ChangedAt, State);

    /// <summary>The same practice, another subject.</summary>
    public Board Beside(string id) => new() { Subject = Subject with { Id = id }, Now = Now, Shelf = Shelf };

    private Place Place() => Page?.Place ?? new Place(Workspace, "C1");

    private string Delivery() => $"d{++_turns}";

    private Instant Tick() => Now += Duration.FromMinutes(1);
}
