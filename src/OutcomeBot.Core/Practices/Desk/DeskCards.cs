using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Desk;

/// <summary>What the front desk says.</summary>
internal static class DeskCards
{
    private const int EchoLength = 80;

    public static Card TryingAgain { get; } = new("Trying again", new Prose("It's on its way once more. If it can't be delivered, you'll be told here."));

    public static Card UnknownButton { get; } = new("That doesn't work any more", new Prose("This button is from an older message. Type help to see what you can do now."));

    public static Card Status(ImmutableArray<Found> open, ImmutableArray<Stuck> stuck, Starter starter, Instant now) => new(Title(open.Length),
    [
        .. List(open, now),
        .. stuck.SelectMany(Undelivered),
        new Buttons(new Button(starter.Label, Begin(starter), ButtonKind.Primary)),
        new Aside("Type help to see everything you can type."),
    ]);

    public static Card Welcome(Starter starter) => new("Hello, I'm OutcomeBot",
        new Prose("When something bothers you, ask me why, and the channel answers in a thread. I keep every answer, ask for evidence, and remember what you decided."),
        new Buttons(new Button(starter.Label, Begin(starter), ButtonKind.Primary)),
        new Aside("Only what is typed in my threads is kept. Type help for everything else."));

    public static Card Help(ImmutableArray<Usage> usages) => new("What you can type",
        new Facts(usages.DistinctBy(usage => usage.Text).Select(usage => new Fact(usage.Text, usage.Meaning))));

    public static Card LinkTo(PageLink? link) => link switch
    {
        null => new("A link to what?", new Prose("Type @OutcomeBot link in the thread of a card, such as an analysis, a storyboard or a metric.")),
        { Address: null } => new("There's no web page to link to", new Prose("The bot has no web address that you could open. Whoever runs it sets Pages:PublicUrl; until then, Export has all of it.")),
        { Address: { } address } => new("A page to read and to print",
            new Prose($"{new Link(Clip(link.Title), address)}"),
            new Aside($"It shows the card as it stands when it's read, without buttons, and never an open ballot. Whoever has the link can read it, until {link.Until}.")),
    };

    /// <summary>Never a dead end: the nearest command with what was typed after it, or the whole list.</summary>
    public static Card DidYouMean(Said said, ImmutableArray<Usage> usages)
    {
        var words = usages.Select(usage => usage.Text.Split(' ')[0]).Distinct(StringComparer.Ordinal);
        var typed = Clip($"{said.Word} {said.Text}".Trim());
        return Nearest.Word(said.Word, words) is { } near
            ? new Card($"Did you mean {near}?", new Prose($"I don't know \"{Clip(said.Word)}\". Type this instead: {Clip($"{near} {said.Text}".Trim())}"))
            : new Card("I don't know that", [new Prose($"\"{typed}\" means nothing to me yet. This does:"), .. Help(usages).Blocks]);
    }

    private static IEnumerable<Block> List(ImmutableArray<Found> open, Instant now)
    {
        if (open.Length == 0) yield break;
        yield return new Outline([.. open.Select((found, index) => new OutlineRow(0, $"{index + 1}", found.Index.Title, $"changed {Ago(now - found.ChangedAt)}"))]);
    }

    private static IEnumerable<Block> Undelivered(Stuck stuck)
    {
        yield return new Prose($"{"Not delivered":strong} · {stuck.Sentence} ({stuck.At})");
        var press = new Press(DeskPractice.Name, null, DeskPractice.Retry, stuck.Parcel);
        if (Press.TryParse(press.ToString(), out _)) yield return new Buttons(new Button("Try again", press));
    }

    private static string Title(int open) => open switch
    {
        0 => "Nothing is open in this channel",
        1 => "One thing is open in this channel",
        DeskPractice.Listed => $"At least {open} things are open in this channel",
        _ => $"{open} things are open in this channel",
    };

    /// <summary>How long since something changed, as people say it.</summary>
    public static string Ago(Duration since) => since switch
    {
        { TotalDays: >= 2 } => $"{(int)since.TotalDays} days ago",
        { TotalDays: >= 1 } => "yesterday",
        { TotalHours: >= 1 } => "today",
        _ => "within the hour",
    };

    private static Press Begin(Starter starter) => new(starter.Practice, null, "new");

    private static string Clip(string text) => text.Length <= EchoLength ? text : text[..EchoLength].TrimEnd('\uD83D', ' ') + "…";
}
