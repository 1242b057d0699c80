using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Metrics;

namespace OutcomeBot.Core.Tests.Metrics;

/// <summary>
/// A channel with all its metrics, as people meet them: what they type, press and fill in, without a runtime. What one
/// page hands over to another arrives there; every state and change goes through its JSON, as in a store.
/// </summary>
internal sealed class Room
{
    public static readonly Tenant Workspace = new("local:acme");
    public static readonly Person Ana = new("U1", "Ana");
    public static readonly Person Ben = new("U2", "Ben");
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 9, 0);

    public static Place Place { get; } = new(Workspace, "C1");

    private const OpenDoor Wide = OpenDoor.Form | OpenDoor.Whisper | OpenDoor.FieldErrors;

    private readonly MetricsPractice _practice = new();
    private readonly Dictionary<string, Page> _pages = [];
    private int _turns;
    private int _secrets;

    public Turn Last { get; private set; } = Turn.Nothing;

    public Instant Now { get; set; } = Start;

    /// <summary>The zone that people's doors know, and those that were chosen.</summary>
    public string? Zone { get; set; }

    public Clock Clock { get; set; } = Clock.Unknown;

    /// <summary>What was handed to other practices.</summary>
    public List<HandOver> Sent { get; } = [];

    /// <summary>How many turns the last step took, hand-overs included.</summary>
    public int Steps { get; private set; }

    public string Whispered => CardText.Of(Last.Replies.OfType<Whisper>().Single().Card);

    public Form Form => Last.Replies.OfType<Ask>().Single().Form;

    public (string Field, string Sentence) Wrong => Last.Replies.OfType<Wrong>().Single().Fields.Select(pair => (pair.Key, pair.Value)).Single();

    public Room Type(string text, Person? by = null, OpenDoor door = Wide) =>
        Take(new Said("metric", text) { Zone = Zone, Delivery = Delivery(), Place = Place, By = by ?? Ana, At = Tick(), Door = door });

    public Room Press(string press, Person? by = null, OpenDoor door = Wide) => Chat.Press.TryParse(press, out var parsed)
        ? Take(new Pressed(parsed) { Delivery = Delivery(), Place = Place, By = by ?? Ana, At = Tick(), Door = door })
        : throw new ArgumentException(press);

    public Room Fill(string press, params (string Field, string Text)[] texts) => Chat.Press.TryParse(press, out var parsed)
        ? Take(new Filled(parsed, new FormValues(texts.ToImmutableDictionary(pair => pair.Field, pair => ImmutableArray.Create(pair.Text)), [Ana, Ben])) { Delivery = Delivery(), Place = Place, By = Ana, At = Tick(), Door = Wide })
        : throw new ArgumentException(press);

    public Room Hand(string to, string text) =>
        Take(new HandedOver(to, text, "kata", "k1") { Delivery = Delivery(), Place = Place, By = Ben, At = Tick() });

    /// <summary>A file is brought; the preview stands on the page that is returned.</summary>
    public Page Bring(string text, params (string Field, string Text)[] more)
    {
        Fill("metric/-/import", [("file", text), .. more]);
        return _pages.Values.Last(page => page.State is Importing);
    }

    public Kept Kept(string name) => (Kept)_pages[MetricName.IdOf(name)].State;

    public MetricsState State(string id) => (MetricsState)_pages[id].State;

    public string Stored(string id) => _practice.WriteState(_pages[id].State);

    /// <summary>The secret that this many readings brought.</summary>
    public static string Secret(int number) => $"secret{number}";

    public bool Has(string name) => _pages.ContainsKey(MetricName.IdOf(name));

    public Metric Metric(string name) => _practice.Measure(_pages[MetricName.IdOf(name)])!;

    public string Card(string name) => CardText.Of(_practice.Draw(_pages[MetricName.IdOf(name)]));

    public string CardOf(Page page) => CardText.Of(_practice.Draw(_pages[page.Subject.Id]));

    public bool Said<TReply>()
        where TReply : Reply => Last.Replies.OfType<TReply>().Any();

    public Room Take(Incoming incoming)
    {
        Steps = 0;
        var queue = new Queue<Incoming>([incoming]);
        Turn? first = null;
        while (queue.TryDequeue(out var next))
        {
            Steps++;
            var subject = SubjectOf(next);
            var turn = Run(subject, next);
            first ??= turn;
            foreach (var over in turn.Replies.OfType<HandOver>())
                if (over.To.StartsWith("metric/", StringComparison.Ordinal))
                    queue.Enqueue(new HandedOver(over.To, over.Text, "metric", subject.Id) { Delivery = Delivery(), Place = Place, By = next.By, At = next.At });
                else Sent.Add(over);
        }

        Last = first!;
        return this;
    }

    private Turn Run(Subject subject, Incoming incoming)
    {
        var page = _pages.GetValueOrDefault(subject.Id);
        var turn = _practice.Take(subject, page, incoming, Read(_practice.Needs(subject, page, incoming)));
        if (turn.Changes.IsEmpty) return turn;
        var changes = _practice.ReadChanges(_practice.WriteChanges(turn.Changes));
        var after = _practice.WriteState(_practice.Fold(page?.State, turn.Changes));
        Assert.Equal(after, _practice.WriteState(_practice.Fold(page is null ? null : _practice.ReadState(_practice.WriteState(page.State)), changes)));
        Assert.True(turn.Changes.Length < 100 && _practice.WriteChanges(turn.Changes).Length < 300_000);
        _pages[subject.Id] = new Page
        {
            Subject = subject,
            Version = (page?.Version ?? 0) + 1,
            Place = page?.Place ?? turn.Place ?? incoming.Place,
            State = _practice.ReadState(after),
            OpenedAt = page?.OpenedAt ?? incoming.At,
            ChangedAt = incoming.At,
            Message = turn.Replies.OfType<Show>().Any() ? "m1" : page?.Message,
        };
        return turn;
    }

    private Readings Read(ImmutableArray<Need> needs)
    {
        var metrics = needs.SelectMany(need => need switch
        {
            Measured measured => measured.Names.Select(MetricName.IdOf).Distinct().Select(id => _pages.GetValueOrDefault(id)),
            AllMeasured => _pages.Values.Where(page => _practice.Index(page).IsOpen),
            _ => [],
        }).OfType<Page>().Select(_practice.Measure).OfType<Metric>().DistinctBy(metric => metric.Subject.Id);
        var ended = needs.OfType<EndedPages>().ToImmutableDictionary(need => (Need)need, _ => _pages.Values.Where(page => !_practice.Index(page).IsOpen)
            .Select(page => new Found(page.Subject, page.Place, null, _practice.Index(page), page.OpenedAt, page.ChangedAt, null)).ToImmutableArray());
        return new Readings(ended, []) 
        {
            Metrics = metrics.ToImmutableDictionary(metric => metric.Subject.Id),
            Clock = needs.Any(need => need is ClockOf) ? Clock : Clock.Unknown,
            Secret = needs.Any(need => need is FreshSecret) ? Secret(++_secrets) : null,
        };
    }

    private Subject SubjectOf(Incoming incoming) => new(Workspace, "metric", incoming switch
    {
        Pressed { Press.SubjectId: { } id } => id,
        Filled { Press.SubjectId: { } id } => id,
        HandedOver handed => handed.To.Split('/')[1],
        _ => _practice.IdOf(incoming) ?? $"fresh{_turns}",
    });

    private string Delivery() => $"d{++_turns}";

    private Instant Tick() => Now += Duration.FromMinutes(1);
}
