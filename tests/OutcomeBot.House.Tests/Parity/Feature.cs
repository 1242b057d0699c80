using System.Text.RegularExpressions;
using NodaTime;

namespace OutcomeBot.House.Tests.Parity;

/// <summary>Something that people can do.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Slack">How in Slack, or what happens instead.</param>
/// <param name="Teams">How in Teams, or what happens instead.</param>
/// <param name="Local">How in the local chat, or what happens instead.</param>
/// <param name="Proof">Does it, behind any door.</param>
internal sealed partial record Feature(string Name, string Slack, string Teams, string Local, Func<Channel, Task> Proof)
{
    public static IReadOnlyList<Feature> All { get; } =
    [
        new("Begin something", "`/outcome why …`, or `@OutcomeBot why …`", "`@OutcomeBot why …`; alone with the bot without its name", "`/outcome why …`, `/why …` or `@OutcomeBot why …`", FiveWhysStory.AskedAsync),
        new("Answer by typing in the thread", "Yes, unless `Slack:ReadThreads` is off; then name the bot, or use the card", "Yes, where the app may read every message; elsewhere name the bot, or use the card", "Yes", FiveWhysStory.AnsweredAsync),
        new("Correct a line by editing it", "Yes: the answer gets a revision", "Yes, the same", "Yes, the same", EditedAsync),
        new("Take a line back by deleting it", "Yes", "Yes", "Yes", RemovedAsync),
        new("One card, changed in place", "At most one change a second; those in between become one", "The same", "At once", OneCardAsync),
        new("Forms", "Modal", "Dialog; where no dialog can open, inputs in the conversation", "Dialog", FilledAsync),
        new("A wrong field is marked, what was typed is kept", "At the field", "At the top of the dialog, the fields as typed", "At the field", WrongAsync),
        new("Notes for one person", "Ephemeral message", "In the chat of that person with the bot; with `Teams:TargetedMessages` under the card itself, for that person only", "In the room, for that person's browser only", NotedAsync),
        new("Pictures", "A plot is a chart of Slack itself where the workspace takes it; else, and for other pictures, an uploaded PNG, each with its text", "PNG at an address that nobody guesses and that ends; without `Teams:PublicUrl` a chart of Teams itself for what is a plot, and the text", "Drawn in the page, readable aloud", PicturedAsync),
        new("Files", "Uploaded into the thread", "A link that works for seven days; without `Teams:PublicUrl` the text", "Download in the room", ExportedAsync),
        new("Questions at a set time", "In the channel", "The same", "The same", AskedInTimeAsync),
        new("Questions to one person alone, by their own clock", "Direct message; zone of the profile", "Chat with the bot; zone of the client", "The person's room with the bot; zone of the browser", AskedAloneAsync),
        new("Who may do what", "Decided in the rules, the same everywhere", "The same", "The same", RefusedAsync),
        new("A card to read and to print on the web", "`@OutcomeBot link` in its thread; where the link is posted, it shows what it leads to", "`@OutcomeBot link` in its thread", "`/outcome link` in its thread; the page is on this machine", LinkedAsync),
        new("What waits for one person, and where they take part", "App Home, and `/outcome mine`", "`@OutcomeBot mine`, told in the chat with the bot", "`/outcome mine`, told in the room to that person alone", HomeAsync),
    ];

    private static async Task EditedAsync(Channel channel)
    {
        var card = await FiveWhysStory.AskedAsync(channel);
        var line = await channel.TypeAsync("ben", card, "conversion of up-sells has fallen");
        await channel.SaysAsync("onversion of up-sells has fallen");
        await channel.EditAsync("ben", card, line, "conversion of up-sells has halved since June");
        await channel.SaysAsync("halved since June");
    }

    private static async Task RemovedAsync(Channel channel)
    {
        var card = await FiveWhysStory.AskedAsync(channel);
        var line = await channel.TypeAsync("ben", card, "conversion of up-sells has fallen");
        await channel.SaysAsync("onversion of up-sells has fallen");
        await channel.RemoveAsync("ben", card, line);
        await channel.UntilAsync(seen => seen.Id == card.Id && !seen.Text.Contains("up-sells", StringComparison.Ordinal), "the answer to be taken back");
    }

    private static async Task OneCardAsync(Channel channel)
    {
        var card = await FiveWhysStory.AskedAsync(channel);
        foreach (var (who, text) in ((string, string)[])[("ben", "conversion of up-sells has fallen"), ("chen", "fewer customers renew their contracts")])
            await channel.TypeAsync(who, card, text);
        await channel.UntilAsync(seen => seen.Id == card.Id && seen.Text.Contains("up-sells", StringComparison.Ordinal) && seen.Text.Contains("ewer customers renew", StringComparison.Ordinal), "both answers on the one card");
        Assert.Single(await channel.SeenAsync(), seen => seen.Buttons.Contains("Read back") || seen.Buttons.Contains("Answer"));
    }

    private static async Task FilledAsync(Channel channel)
    {
        await FiveWhysStory.AskedAsync(channel);
        await channel.TakesAsync("chen", "Answer", ("answer", "fewer customers renew their contracts"));
        await channel.SaysAsync("ewer customers renew their contracts");
    }

    private static async Task WrongAsync(Channel channel)
    {
        var card = await FiveWhysStory.AskedAsync(channel);
        Assert.Single(await channel.FillAsync("chen", card, "Answer", ("answer", "   ")));
    }

    private static async Task NotedAsync(Channel channel)
    {
        var card = await FiveWhysStory.AskedAsync(channel);
        await channel.TypeAsync("ben", card, "who can conclude this?");
        await channel.TellsAsync("ben", "acilitator");
        Assert.DoesNotContain(await channel.NotesAsync("chen"), note => note.Contains("acilitator", StringComparison.Ordinal));
        Assert.DoesNotContain(await channel.SeenAsync(), seen => seen.Text.Contains("can conclude", StringComparison.Ordinal));
    }

    private static async Task PicturedAsync(Channel channel)
    {
        await FiveWhysStory.ConcludedAsync(channel);
        await channel.UntilAsync(seen => seen.Pictures > 0, "the picture of the tree");
    }

    private static async Task ExportedAsync(Channel channel)
    {
        await channel.TypeAsync("ana", await FiveWhysStory.AnsweredAsync(channel), "export");
        await channel.UntilAsync(seen => seen.Files.Any(file => file.Contains(FiveWhysStory.Question, StringComparison.Ordinal)), "the export");
    }

    private static async Task AskedInTimeAsync(Channel channel)
    {
        await channel.SayAsync("ana", "checkin every Monday 9:00 in my zone: What slows us down?");
        await channel.OffersAsync("Pause");
        channel.Clock.MoveTo(Instant.FromUtc(2026, 11, 23, 8, 0, 1));
        await channel.SaysAsync("Nobody has answered yet.");
    }

    private static async Task AskedAloneAsync(Channel channel)
    {
        await channel.SayAsync("ana", "checkin every Monday 9:00 my zone ask me: What did you learn?");
        await channel.OffersAsync("Pause");
        channel.Clock.MoveTo(Instant.FromUtc(2026, 11, 23, 8, 0, 1));
        await channel.TellsAsync("ana", "What did you learn?");
        Assert.DoesNotContain(await channel.SeenAsync(), seen => seen.Buttons.Contains("Answer"));
    }

    private static async Task RefusedAsync(Channel channel)
    {
        await SealedVoteStory.OpenAsync(channel);
        await channel.PressAsync("ben", await channel.OffersAsync("Abstain"), "Close");
        await channel.TellsAsync("ben", "Only Ana");
    }

    private static async Task LinkedAsync(Channel channel)
    {
        await channel.SayUnderAsync("ana", await FiveWhysStory.AnsweredAsync(channel), "link");
        await channel.TellsAsync("ana", "/page/");
        var note = (await channel.NotesAsync("ana")).Last(note => note.Contains("/page/", StringComparison.Ordinal));
        var page = await channel.BrowseAsync(Address().Match(note).Value);
        Assert.Contains(FiveWhysStory.Question, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<fluent-button", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("https?://[^ )|>\"]+/page/[A-Za-z0-9_-]+")]
    private static partial Regex Address();

    private static async Task HomeAsync(Channel channel)
    {
        await FiveWhysStory.AskedAsync(channel);
        if (await channel.HomeAsync("ana") is { } home) Assert.Contains("revenue growth", home, StringComparison.Ordinal);
        await channel.SayAsync("ana", "mine");
        await channel.TellsAsync("ana", "Open where you take part");
    }
}
