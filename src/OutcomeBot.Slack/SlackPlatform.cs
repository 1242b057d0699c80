using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>Slack, as the outbox sees it.</summary>
internal sealed class SlackPlatform(
    SlackClient client, SlackChannels channels, SlackPosts posts, SlackUploads uploads, SlackNotes notes, SlackSurfaces surfaces, SlackInstallations installations, SlackPresence presence, IOptions<SlackOptions> options) : IPlatform
{
    public const string DoorName = "slack";

    private static readonly RateLimit s_update = new("chat.update", PerMinute: 50, Burst: 20);
    private static readonly RateLimit s_ephemeral = new("chat.postEphemeral", PerMinute: 100, Burst: 30);
    private static readonly RateLimit s_publish = new("views.publish", PerMinute: 100, Burst: 30);

    /// <summary>Several hundred a minute in a workspace are allowed; the limit of each channel is its pace.</summary>
    private static readonly RateLimit s_post = new("chat.postMessage", PerMinute: 300, Burst: 60);

    /// <inheritdoc />
    public string Door => DoorName;

    /// <summary>Slack tolerates one message a second in a channel; more may be dropped.</summary>
    public TimeSpan ChannelPace { get; } = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public bool HearsThreads => options.Value.ReadThreads;

    /// <summary>Slack counts a minute's calls of each method in a workspace; these are the tiers of those the outbox causes.</summary>
    public RateLimit? LimitOf(Letter letter) => letter.Parcel.Reply switch
    {
        Show when letter.Message is not null => s_update,
        Whisper => s_ephemeral,
        Home => s_publish,
        _ => s_post,
    };

    /// <inheritdoc />
    public async ValueTask<bool> ServesAsync(Place place, CancellationToken cancellationToken) =>
        await installations.OfAsync(place.Tenant, cancellationToken) is not null && await channels.IsOpenAsync(place, cancellationToken);

    /// <inheritdoc />
    public ValueTask<bool?> IsInstalledAsync(Tenant tenant, CancellationToken cancellationToken) => presence.OfAsync(tenant, cancellationToken);

    /// <inheritdoc />
    public Task<Sending> SendAsync(Letter letter, CancellationToken cancellationToken) => letter.Parcel.Reply switch
    {
        Show => ShowAsync(letter, cancellationToken),
        Post post => PostAsync(letter, post, cancellationToken),
        Whisper whisper => notes.WhisperAsync(whisper.Place, whisper.To, whisper.Card, letter.Parcel.ReturnAddress, cancellationToken),
        Attach attach => AttachAsync(letter, attach, cancellationToken),
        Home home => PublishAsync(letter.Place.Tenant, home, cancellationToken),
        Ask or Wrong => Task.FromResult<Sending>(new Never("A form can only be opened while a button or command is fresh. Press the button again.")),
        HandOver or SendAgain => throw new ArgumentException("A practice hands over to another practice, not to Slack.", nameof(letter)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <inheritdoc />
    public async Task<bool> TellAsync(Letter letter, Card card, CancellationToken cancellationToken)
    {
        if (await notes.ReturnAsync(letter.Parcel.ReturnAddress, null, card, cancellationToken)) return true;
        return SlackIds.IsId(letter.Parcel.For.Id) && await notes.DirectAsync(letter.Place.Tenant, letter.Parcel.For, card, cancellationToken) is Done;
    }

    /// <summary>Changes the message that shows the card, or posts it: the first time, and when somebody deleted it.</summary>
    private async Task<Sending> ShowAsync(Letter letter, CancellationToken cancellationToken)
    {
        var card = letter.Card ?? throw new ArgumentException("A card that is to be shown must come with the letter.", nameof(letter));
        var (channel, refusal) = await channels.OfAsync(letter.Place, cancellationToken);
        return channel is null ? refusal : await WithChartsAsync(letter.Place.Tenant, card, surface => ShownAsync(letter, channel, SlackWriter.Message(card, surface), cancellationToken), cancellationToken);
    }

    private async Task<SlackSent> ShownAsync(Letter letter, string channel, SlackMessage message, CancellationToken cancellationToken)
    {
        if (letter.Message is null) return await PostedAsync(letter, channel, [message], cancellationToken);
        var result = await client.CallAsync(letter.Place.Tenant, "chat.update", new UpdateCall(channel, letter.Message, message.Text, message.Blocks), SlackJson.Wire.UpdateCall, cancellationToken);
        if (SlackErrors.IsGone(result)) return await PostedAsync(letter, channel, [message], cancellationToken);
        return result.IsFine ? new(new Done(letter.Message, letter.Place.Thread ?? letter.Message)) : new(await channels.RefusedAsync(letter.Place, result, "chat.update", cancellationToken), SlackErrors.IsAboutBlocks(result));
    }

    private async Task<Sending> PostAsync(Letter letter, Post post, CancellationToken cancellationToken)
    {
        var (channel, refusal) = await channels.OfAsync(letter.Place, cancellationToken);
        return channel is null ? refusal : await WithChartsAsync(letter.Place.Tenant, post.Card, surface => SaidAsync(letter, channel, post.Card, surface, cancellationToken), cancellationToken);
    }

    /// <summary>The words with the charts that tell all of a picture, and then the other pictures.</summary>
    private async Task<SlackSent> SaidAsync(Letter letter, string channel, Card card, SlackSurface surface, CancellationToken cancellationToken)
    {
        var drawn = card.Blocks.OfType<Drawn>().Where(drawn => !surface.HasCharts || !SlackCharts.TellsAll(drawn)).ToImmutableArray();
        var words = new Card(card.Title, [.. card.Blocks.Where(block => block is not Drawn picture || !drawn.Contains(picture))]);
        if (drawn.IsEmpty) return await PostedAsync(letter, channel, SlackWriter.Messages(words, surface), cancellationToken);

        // A card that is only a picture is posted as one: its title stands over it.
        if (words.Blocks.IsEmpty) return new(await uploads.PicturesAsync(letter, channel, letter.Place.Thread, words.Title, drawn, cancellationToken));
        var posted = await PostedAsync(letter, channel, SlackWriter.Messages(words, surface), cancellationToken);
        if (posted.Sending is not Done done) return posted;
        return new(await uploads.PicturesAsync(letter, channel, done.Thread, null, drawn, cancellationToken) is var sent and not Runtime.Done ? sent : done);
    }

    /// <summary>With Slack's own charts; where the workspace refuses them, once more without.</summary>
    private async Task<Sending> WithChartsAsync(Tenant tenant, Card card, Func<SlackSurface, Task<SlackSent>> sendAsync, CancellationToken cancellationToken)
    {
        var surface = card.Blocks.Any(block => block is Drawn drawn && SlackCharts.Takes(drawn)) ? await surfaces.OfAsync(tenant, cancellationToken) : SlackSurface.Message;
        var sent = await sendAsync(surface);
        if (!surface.HasCharts || !sent.AreBlocksRefused) return sent.Sending;
        await surfaces.WithoutChartsAsync(tenant, cancellationToken);
        return (await sendAsync(SlackSurface.Message)).Sending;
    }

    private Task<SlackSent> PostedAsync(Letter letter, string channel, IReadOnlyList<SlackMessage> messages, CancellationToken cancellationToken) =>
        posts.SendAsync(letter, channel, messages, ChannelPace, cancellationToken);

    private async Task<Sending> AttachAsync(Letter letter, Attach attach, CancellationToken cancellationToken)
    {
        var (channel, refusal) = await channels.OfAsync(letter.Place, cancellationToken);
        return channel is null ? refusal : await uploads.FilesAsync(letter, channel, letter.Place.Thread, attach, cancellationToken);
    }

    private async Task<Sending> PublishAsync(Tenant tenant, Home home, CancellationToken cancellationToken)
    {
        var result = await client.CallAsync(tenant, "views.publish", new PublishCall(home.To.Id, SlackWriter.Home(home.Card)), SlackJson.Wire.PublishCall, cancellationToken);
        return result.IsFine ? new Done() : SlackErrors.Sending(result, "views.publish");
    }
}
