using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.FiveWhys;
using Xunit;

namespace OutcomeBot.Core.Tests.FiveWhys;

/// <summary>
/// An analysis as its people meet it: what they type, press and fill in, one minute after the other, without a runtime.
/// After every turn the state and the changes go through their JSON, as they do in a store.
/// </summary>
internal sealed class Thread
{
    public static readonly Tenant Workspace = new("local:acme");
    public static readonly Person Ana = new("U1", "Ana");
    public static readonly Person Ben = new("U2", "Ben");
    public static readonly Person Chen = new("U3", "Chen");
    public static readonly Person Dana = new("U4", "Dana");
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 9, 0);

    private const OpenDoor Wide = OpenDoor.Form | OpenDoor.Whisper | OpenDoor.FieldErrors;

    private readonly FiveWhysPractice _practice = new();
    private int _turns;

    public Subject Subject { get; private set; } = new(Workspace, "why", "s1");

    public Page? Page { get; private set; }

    public Turn Last { get; private set; } = Turn.Nothing;

    public Instant Now { get; set; } = Start;

    /// <summary>The zone that people's doors know.</summary>
    public string? Zone { get; set; }

    /// <summary>The zones that people and the channel chose.</summary>
    public Clock Clock { get; set; } = Clock.Unknown;

    /// <summary>What readings bring: earlier analyses, by the kind of need.</summary>
    public Func<Need, IEnumerable<Found>> Shelf { get; set; } = _ => [];

    /// <summary>The metrics that are kept in the workspace.</summary>
    public ImmutableArray<Metric> Metrics { get; set; } = [];

    /// <summary>What others still have to do in the channel.</summary>
    public ImmutableArray<FoundWork> Work { get; set; } = [];

    public FiveWhysState State => (FiveWhysState?)Page?.State ?? new Unasked();

    public WhyTree Tree => State.Known ?? throw new InvalidOperationException("Nothing has been asked.");

    public string Card => CardText.Of(_practice.Draw(Page!));

    public PageIndex Index => _practice.Index(Page!);

    public static Thread Asked(string question = "Revenue growth fell from 19.9 % to 5.2 % since Q2 in the enterprise segment")
    {
        var thread = new Thread();
        thread.Type(Ana, question, "why");
        return thread;
    }

    /// <summary>A command: its word, and the rest.</summary>
    public Thread Type(Person by, string text, string word = "why", OpenDoor door = Wide) =>
        Take(new Said(word, text) { Delivery = Delivery(), Place = Place(), By = by, At = Tick(), Door = door });

    /// <summary>A plain line in the thread.</summary>
    public Thread Say(Person by, string text, string? message = null) =>
        Take(new Heard(text, message ?? $"m{_turns + 1}") { Delivery = Delivery(), Place = Place(), By = by, At = Tick() });

    public Thread Edit(Person by, string message, string text) =>
        Take(new Edited(text, message) { Delivery = Delivery(), Place = Place(), By = by, At = Tick() });

    public Thread Remove(Person by, string message) =>
        Take(new Removed(message) { Delivery = Delivery(), Place = Place(), By = by, At = Tick() });

    public Thread Press(Person by, string verb, string? argument = null, OpenDoor door = Wide) => Press(by, Subject.Press(verb, argument), door: door);

    public Thread Press(Person by, Press press, string? about = null, OpenDoor door = Wide) =>
        Take(new Pressed(press, about) { Delivery = Delivery(), Place = Place(), By = by, At = Tick(), Door = door });

    public Thread Fill(Person by, string verb, string? argument, params (string Field, string Text)[] texts) =>
        Fill(by, Subject.Press(verb, argument), texts);

    public Thread Fill(Person by, Press press, params (string Field, string Text)[] texts)
    {
        var values = new FormValues(
            texts.GroupBy(pair => pair.Field).ToImmutableDictionary(group => group.Key, group => group.Select(pair => pair.Text).ToImmutableArray()),
            [Ana, Ben, Chen, Dana]);
        return Take(new Filled(press, values) { Delivery = Delivery(), Place = Place(), By = by, At = Tick(), Door = Wide });
    }

    /// <summary>The alarm clock rings for the first reminder of the page.</summary>
    public Thread Ring() => Ring(Page!.Reminders[0].At);

    /// <summary>The alarm clock rings for the first reminder of the page, perhaps late.</summary>
    public Thread Ring(Instant at)
    {
        var reminder = Page!.Reminders[0];
        Now = at;
        return Take(new Due(reminder.Press) { Delivery = Delivery(), Place = Place(), By = new Person("bot", "OutcomeBot"), At = Now });
    }

    /// <summary>Another practice hands something over.</summary>
    public Thread Hand(string to, string text, string practice, string id) =>
        Take(new HandedOver(to, text, practice, id) { Delivery = Delivery(), Place = Place(), By = Ana, At = Tick() });

    /// <summary>The newest cause.</summary>
    public Cause Newest => Tree.Causes[^1];

    public string? Wrong => Last.Replies.OfType<Wrong>().SingleOrDefault()?.Fields.Single().Value;

    /// <summary>What the person who acted was told privately.</summary>
    public string Whispered => CardText.Of(Last.Replies.OfType<Whisper>().Single().Card);

    public string Posted => CardText.Of(Last.Replies.OfType<Post>().Single().Card);

    public Form Form => Last.Replies.OfType<Ask>().Single().Form;

    public bool Said<TReply>()
        where TReply : Reply => Last.Replies.OfType<TReply>().Any();

    public Thread Take(Incoming incoming)
    {
        var needs = _practice.Needs(Subject, Page, incoming);
        var readings = new Readings(needs.ToImmutableDictionary(need => need, need => Shelf(need).ToImmutableArray()), [])
        {
            Clock = needs.Any(need => need is ClockOf) ? Clock : Clock.Unknown,
            Metrics = needs.Any(need => need is AllMeasured) ? Metrics.ToImmutableDictionary(metric => metric.Subject.Id) : ImmutableDictionary<string, Metric>.Empty,
            Work = needs.Any(need => need is OpenWork) ? Work : [],
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

    /// <summary>Everything about this analysis as an earlier one is found.</summary>
    public Found AsFound() => new(Subject, Page!.Place, null, Index, Page.OpenedAt, Page.ChangedAt, State);

    /// <summary>The same practice, another subject.</summary>
    public Thread Beside(string id) => new() { Subject = Subject with { Id = id }, Now = Now, Shelf = Shelf };

    private Place Place() => Page?.Place ?? new Place(Workspace, "C1");

    private string Delivery() => $"d{++_turns}";

    private Instant Tick() => Now += Duration.FromMinutes(1);
}
