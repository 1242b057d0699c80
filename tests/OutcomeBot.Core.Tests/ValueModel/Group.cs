using System.Collections.Immutable;
using System.Security.Cryptography;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.ValueModel;
using Xunit;

namespace OutcomeBot.Core.Tests.ValueModel;

/// <summary>
/// A group that agrees on weights, as its people meet it: what they type, press and fill in, one minute after the other, without
/// a runtime. After every turn the state and the changes go through their JSON, as they do in a store.
/// </summary>
internal sealed class Group
{
    public static readonly Tenant Workspace = new("local:acme");
    public static readonly Person Ana = new("U1", "Ana");
    public static readonly Person Ben = new("U2", "Ben");
    public static readonly Person Chen = new("U3", "Chen");
    public static readonly Person Dana = new("U4", "Dana");
    public static readonly Person Eva = new("U5", "Eva");
    public static readonly Person Bot = new("bot", "OutcomeBot");
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 9, 0);

    private const OpenDoor Wide = OpenDoor.Form | OpenDoor.Whisper | OpenDoor.FieldErrors;

    private readonly ValueModelPractice _practice = new();
    private int _turns;

    public Subject Subject { get; private init; } = new(Workspace, "model", "m1");

    /// <summary>The key that the running bot holds; null when its folder was lost.</summary>
    public Seal? Seal { get; set; } = new("wrapped-key", SHA256.HashData("the key of this group"u8));

    public Page? Page { get; private set; }

    public Turn Last { get; private set; } = Turn.Nothing;

    public Instant Now { get; set; } = Start;

    /// <summary>Everything that was stored or sent so far, as text.</summary>
    public List<string> Traces { get; } = [];

    public List<Metric> Metrics { get; } = [];

    public Func<Need, IEnumerable<Found>> Shelf { get; set; } = _ => [];

    public ValueModelState State => (ValueModelState?)Page?.State ?? new Unstarted();

    public WeightingSession Session => State.Known ?? throw new InvalidOperationException("Nothing has been started.");

    public Round Round => State.Open ?? throw new InvalidOperationException("No round is open.");

    public WeightsRevealed Weights => (WeightsRevealed)Session.LastWeights!.End;

    public AgreedModel Model => Assert.IsType<Agreed>(State).Model;

    public string Card => CardText.Of(_practice.Draw(Page!));

    public PageIndex Index => _practice.Index(Page!);

    public ImmutableDictionary<string, string> Wrong => Last.Replies.OfType<Wrong>().Single().Fields;

    public string Whispered => string.Join("\n---\n", Last.Replies.OfType<Whisper>().Select(whisper => CardText.Of(whisper.Card)));

    public string Posted => string.Join("\n---\n", Last.Replies.OfType<Post>().Select(post => CardText.Of(post.Card)));

    public Form Form => Last.Replies.OfType<Ask>().Single().Form;

    /// <summary>Ana has begun; nothing is proposed yet.</summary>
    public static Group Begun() => new Group().Type(Ana, "What we build next quarter");

    /// <summary>Three measurable factors, shown to everybody; Ana, Ben and Chen take part.</summary>
    public static Group WithCandidates()
    {
        var group = Begun().Propose(Ana, "Lead time", "lead-time", "120 days", "30 days").Propose(Ben, "Renewal rate", "renewal-rate", "60 %", "95 %").Propose(Chen, "Support load", "support-tickets", "900", "200");
        return group.Fill(Ben, "join").Fill(Chen, "join").Press(Ana, "candidates");
    }

    /// <summary>A round is open for a day; three votes make it valid.</summary>
    public static Group Open(string method = "PointAllocation", string quorum = "3", string who = "Anybody") => WithCandidates().OpenRound(method, quorum, who);

    /// <summary>Three voted, and Ana closed.</summary>
    public static Group Closed() => Open().Vote(Ana, 50, 30, 20).Vote(Ben, 20, 60, 20).Vote(Chen, 40, 40, 20).Fill(Ana, "close");

    public static Group Agreed() => Closed().Fill(Ana, "agree", ("rationale", "Renewals pay for everything else"), ("from", "2026-12-01"), ("review", "2027-03-01"));

    public Group Propose(Person by, string name, string metric, string worst, string best) =>
        Fill(by, "propose", ("name", name), ("meaning", $"What {name.ToLowerInvariant()} is for a customer"), ("metric", metric), ("worst", worst), ("best", best));

    public Group OpenRound(string method = "PointAllocation", string quorum = "3", string who = "Anybody", string span = "1d") => Fill(Ana, "open",
        ("method", method), ("quorum", quorum), ("span", span), ("who", who), ("north", "active-fleets"), ("business", "revenue-growth"), ("reason", "They are what we are paid for"));

    /// <summary>The same numbers in the fields of whichever method is open, for the top metrics.</summary>
    public Group Vote(Person by, params int[] numbers) => VoteFor(by, "", "yes", numbers);

    public Group VoteFor(Person by, string group, string top, params int[] numbers)
    {
        var letter = Round.Method switch { Method.PointAllocation => 'p', Method.Pairwise => 'c', _ => 'r' };
        return Fill(by, "vote", [.. numbers.Select((number, at) => ($"{letter}{at}", $"{number}")), ("top", top), ("group", group)]);
    }

    public Group Type(Person by, string text, string word = "model", OpenDoor door = Wide) =>
        Take(new Said(word, text) { Delivery = Delivery(), Place = Place(), By = by, At = Tick(), Door = door });

    public Group Say(Person by, string text) => Take(new Heard(text, $"m{_turns + 1}") { Delivery = Delivery(), Place = Place(), By = by, At = Tick() });

    public Group Press(Person by, string verb, string? argument = null, Place? from = null) =>
        Take(new Pressed(Subject.Press(verb, argument)) { Delivery = Delivery(), Place = from ?? Place(), By = by, At = Tick(), Door = Wide });

    public Group Fill(Person by, string verb, params (string Field, string Text)[] texts) => FillAt(by, verb, null, null, texts);

    public Group FillAt(Person by, string verb, string? argument, Place? from, params (string Field, string Text)[] texts)
    {
        var values = texts.GroupBy(pair => pair.Field).ToImmutableDictionary(pairs => pairs.Key, pairs => pairs.Select(pair => pair.Text).ToImmutableArray());
        return Take(new Filled(Subject.Press(verb, argument), new FormValues(values, [Ana, Ben, Chen, Dana, Eva])) { Delivery = Delivery(), Place = from ?? Place(), By = by, At = Tick(), Door = Wide });
    }

    /// <summary>The alarm clock rings for the first reminder that is due.</summary>
    public Group Ring()
    {
        var reminder = Page!.Reminders.MinBy(reminder => reminder.At)!;
        Now = reminder.At;
        return Take(new Due(reminder.Press) { Delivery = Delivery(), Place = Place(), By = Bot, At = Now });
    }

    public Group After(Duration time)
    {
        Now += time;
        return this;
    }

    public Group Take(Incoming incoming)
    {
        var needs = _practice.Needs(Subject, Page, incoming);
        var names = needs.OfType<Measured>().SelectMany(measured => measured.Names).Select(MetricName.IdOf).ToHashSet();
        var readings = new Readings(needs.ToImmutableDictionary(need => need, need => Shelf(need).ToImmutableArray()), [])
        {
            Metrics = Metrics.Where(metric => names.Contains(metric.Subject.Id) || needs.Any(need => need is AllMeasured)).ToImmutableDictionary(metric => metric.Subject.Id),
            Seal = needs.Any(need => need is FreshSeal || (need is OpenedSeal opened && opened.Wrapped == Seal?.Wrapped)) ? Seal : null,
        };
        var turn = Last = _practice.Take(Subject, Page, incoming, readings);
        Traces.AddRange(turn.Replies.Where(reply => reply is Whisper or Post or Attach).Select(reply => reply switch { Whisper whisper => CardText.Of(whisper.Card), Post post => CardText.Of(post.Card), Attach attach => attach.Files[0].Text, _ => "" }));
        if (turn.Changes.IsEmpty) return this;
        var changes = _practice.WriteChanges(turn.Changes);
        var after = _practice.WriteState(_practice.Fold(Page?.State, turn.Changes));
        Assert.Equal(after, _practice.WriteState(_practice.Fold(Page is null ? null : _practice.ReadState(_practice.WriteState(Page.State)), _practice.ReadChanges(changes))));
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
        Traces.Add(changes);
        Traces.Add(after);
        Traces.Add(Card);
        return this;
    }

    /// <summary>Everything about this one as a list finds it.</summary>
    public Found AsFound() => new(Subject, Page!.Place, null, Index, Page.OpenedAt, Page.ChangedAt, State);

    /// <summary>The same practice, another subject.</summary>
    public Group Beside(string id) => new() { Subject = Subject with { Id = id }, Now = Now, Seal = Seal, Shelf = Shelf };

    private Place Place() => Page?.Place ?? new Place(Workspace, "C1");

    private string Delivery() => $"d{++_turns}";

    private Instant Tick() => Now += Duration.FromMinutes(1);
}
