using System.Collections.Immutable;
using System.Diagnostics;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Desk;

/// <summary>A way to begin something: the button's words, and the practice that opens its form.</summary>
public sealed record Starter(string Label, string Practice);

/// <summary>The front desk: greets, helps, says where a channel stands, and takes what is nobody else's. It keeps no page.</summary>
public sealed class DeskPractice(ImmutableArray<Usage> known, Starter starter) : IPractice
{
    public const string Name = "desk";

    /// <summary>The verb that has something undelivered tried again; its argument is the parcel.</summary>
    public const string Retry = "retry";

    /// <summary>The most open things that a list shows.</summary>
    public const int Listed = 10;

    private const string Mine = "mine";
    private const string Link = "link";

    private static readonly ImmutableArray<Usage> s_own = [new(Mine, "what waits for you, your votes, and what is open where you take part"), new(Link, "in a thread: a web page of its card, to read and to print"), new("help", "what you can type")];

    private readonly ImmutableArray<Usage> _all = [.. known, .. s_own];

    public string Word => Name;

    public ImmutableArray<Usage> Usages { get; } = s_own;

    public ImmutableArray<Need> Needs(Subject subject, Page? page, Incoming incoming) => incoming switch
    {
        Said { Word: "" } => [new OpenPages(null, incoming.Place.Channel, Listed), new Undelivered(Listed)],
        Said { Word: Link, Place: { Channel: var channel, Thread: { } thread } } => [new LinkOf(channel, thread)],
        HomeOpened or Said { Word: Mine } => [new InvolvementsOf(incoming.By), new ClockOf(incoming)],
        _ => [],
    };

    public Turn Take(Subject subject, Page? page, Incoming incoming, Readings readings) => incoming switch
    {
        Said { Word: "" } => Tell(incoming, DeskCards.Status(Open(readings), Here(readings, incoming.Place), starter, incoming.At)),
        Said { Word: Mine } => Tell(incoming, HomeCard.Of(readings, starter, incoming)),
        Said { Word: Link } => Tell(incoming, DeskCards.LinkTo(readings.Link)),
        Said { Word: "help" } => Tell(incoming, DeskCards.Help(_all)),
        Said said => Tell(incoming, DeskCards.DidYouMean(said, _all)),
        HomeOpened => Turn.Say(new Home(incoming.By, HomeCard.Of(readings, starter, incoming))),
        Invited => Turn.Say(new Post(incoming.Place.Root, DeskCards.Welcome(starter))),
        Pressed { Press: { Practice: Name, Verb: Retry, Argument: { } parcel } } => Turn.Say(new SendAgain(parcel), new Whisper(incoming.Place, incoming.By, DeskCards.TryingAgain)),
        Pressed or Filled => Tell(incoming, DeskCards.UnknownButton),
        _ => Turn.Nothing,
    };

    public object Fold(object? state, ImmutableArray<Change> changes) => state ?? this;

    public Card Draw(Page page) => throw NoPage();

    public PageIndex Index(Page page) => throw NoPage();

    public string WriteState(object state) => throw NoPage();

    public object ReadState(string json) => throw NoPage();

    public string WriteChanges(ImmutableArray<Change> changes) => throw NoPage();

    public ImmutableArray<Change> ReadChanges(string json) => throw NoPage();

    private static Turn Tell(Incoming incoming, Card card) => Turn.Say(new Whisper(incoming.Place, incoming.By, card));

    private static ImmutableArray<Found> Open(Readings readings) => [.. readings.Pages.Values.SelectMany(found => found).Take(Listed)];

    private static ImmutableArray<Stuck> Here(Readings readings, Place place) =>
        [.. readings.Stuck.Where(stuck => stuck.Place.Tenant == place.Tenant && stuck.Place.Channel == place.Channel)];

    private static UnreachableException NoPage() => new("The desk keeps no page.");
}
