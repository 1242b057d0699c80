using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.House.Tests.Slack;
using OutcomeBot.Runtime;

namespace OutcomeBot.House.Tests.Parity;

/// <summary>A message as it stands behind a door now: its words, what can be pressed, how many pictures it brings, and the texts of its files.</summary>
internal sealed record Seen(string Id, string? Thread, string Text, IReadOnlyList<string> Buttons, int Pictures, IReadOnlyList<string> Files);

/// <summary>A team's channel behind one of the doors, as people use it: what they type, press and fill in, and what they see. The same stories run in each.</summary>
internal abstract class Channel(MovedClock clock) : IAsyncDisposable
{
    /// <summary>A Thursday morning.</summary>
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 19, 9, 0);

    /// <summary>The doors by name; the last is the one that only these tests know.</summary>
    public static readonly string[] Doors = ["slack", "teams", "local", "plain"];

    public MovedClock Clock { get; } = clock;

    public abstract Tenant Tenant { get; }

    protected abstract IServiceProvider Services { get; }

    /// <summary>Everything in the channel and its threads, oldest first.</summary>
    public abstract Task<IReadOnlyList<Seen>> SeenAsync();

    /// <summary>What was said to one person alone.</summary>
    public abstract Task<IReadOnlyList<string>> NotesAsync(string who);

    /// <summary>Says something to the bot by its name: a command.</summary>
    public abstract Task SayAsync(string who, string text);

    /// <summary>Says something to the bot by its name in the thread of a message: a command.</summary>
    public abstract Task SayUnderAsync(string who, Seen under, string text);

    /// <summary>Types a line in the thread of a message; returns what names the line.</summary>
    public abstract Task<string> TypeAsync(string who, Seen under, string text);

    /// <summary>Changes a line of one's own.</summary>
    public abstract Task EditAsync(string who, Seen under, string line, string text);

    /// <summary>Takes a line of one's own back.</summary>
    public abstract Task RemoveAsync(string who, Seen under, string line);

    public abstract Task PressAsync(string who, Seen on, string label);

    /// <summary>Presses a button that opens a form and fills it; the sentences at its fields, none when it was taken.</summary>
    public abstract Task<IReadOnlyList<string>> FillAsync(string who, Seen on, string label, params (string Field, string Value)[] values);

    /// <summary>Opens the bot's home page; null where there is none.</summary>
    public abstract Task<string?> HomeAsync(string who);

    /// <summary>What stands in a field that names this person.</summary>
    public abstract string Named(string who);

    public abstract ValueTask DisposeAsync();

    public static async Task<Channel> OpenAsync(string door)
    {
        var clock = new MovedClock(Start);
        return door switch
        {
            "slack" => await SlackChannel.StartAsync(clock),
            "teams" => await TeamsChannel.StartAsync(clock),
            "local" => await LocalChannel.StartAsync(clock),
            "plain" => await PlainChannel.StartAsync(clock),
            _ => throw new ArgumentOutOfRangeException(nameof(door), door, "There is no such door."),
        };
    }

    /// <summary>Waits for a message that says this; the newest when several do.</summary>
    public async Task<Seen> SaysAsync(string words) => await UntilAsync(seen => seen.Text.Contains(words, StringComparison.Ordinal), $"a message that says '{words}'");

    /// <summary>Waits for a message with this button.</summary>
    public async Task<Seen> OffersAsync(string label) => await UntilAsync(seen => seen.Buttons.Contains(label), $"the button '{label}'");

    public async Task<Seen> UntilAsync(Func<Seen, bool> isIt, string what)
    {
        Seen? found = null;
        await WaitAsync(async () => (found = (await SeenAsync()).LastOrDefault(isIt)) is not null, async () => $"{what}. There is:\n{string.Join("\n---\n", (await SeenAsync()).Select(seen => seen.Text))}");
        return found!; // It was waited for.
    }

    /// <summary>Opens a web page of the bot in a browser that knows nobody.</summary>
    public async Task<string> BrowseAsync(string address)
    {
        using var browser = new HttpClient { BaseAddress = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        return await browser.GetStringAsync(new Uri(address).AbsolutePath);
    }

    /// <summary>Waits until this was said to one person alone.</summary>
    public Task TellsAsync(string who, string words) => WaitAsync(
        async () => (await NotesAsync(who)).Any(note => note.Contains(words, StringComparison.Ordinal)),
        async () => $"a note to {who} that says '{words}'. There is:\n{string.Join("\n---\n", await NotesAsync(who))}");

    /// <summary>Presses a button that opens a form and fills it, and it is taken.</summary>
    public async Task TakesAsync(string who, string label, params (string Field, string Value)[] values) =>
        Assert.Empty(await FillAsync(who, await OffersAsync(label), label, values));

    /// <summary>The newest page of a practice, as every door would write it: the outcome, free of the platform.</summary>
    public async Task<string> OutcomeAsync(string practice)
    {
        var journal = Services.GetRequiredService<IJournal>();
        var found = (await journal.ReadAsync(Tenant, new OpenPages(practice, null), CancellationToken.None))
            .Concat(await journal.ReadAsync(Tenant, new EndedPages(practice, 1), CancellationToken.None)).First();
        var page = await journal.OpenAsync(found.Subject, CancellationToken.None);
        return CardText.Of(Services.GetRequiredService<PracticeBook>().Of(practice)!.Draw(page!)); // Both were listed.
    }

    private static async Task WaitAsync(Func<Task<bool>> isSo, Func<Task<string>> what)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await isSo())
        {
            if (limit.IsCancellationRequested) throw new TimeoutException("Waited in vain for " + await what());
            await Task.Delay(10);
        }
    }
}
