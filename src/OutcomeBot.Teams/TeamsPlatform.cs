using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>Teams, as the outbox sees it.</summary>
internal sealed class TeamsPlatform(TeamsClient client, TeamsRoutes routes, TeamsPosts posts, TeamsNotes notes, TeamsWriter writer, TeamsPictures pictures, TeamsFiles files, TeamsAddresses addresses) : IPlatform
{
    public const string DoorName = "teams";

    /// <summary>Teams allows an app 50 requests a second in a tenant; this leaves room for what goes beside the outbox.</summary>
    private static readonly RateLimit s_all = new("connector", PerMinute: 20 * 60, Burst: 20);

    /// <inheritdoc />
    public string Door => DoorName;

    /// <summary>Teams takes 7 messages a second in a conversation, but a card that changes so often flickers and loses what somebody types.</summary>
    public TimeSpan ChannelPace { get; } = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public RateLimit? LimitOf(Letter letter) => s_all;

    /// <inheritdoc />
    public async ValueTask<bool> ServesAsync(Place place, CancellationToken cancellationToken) =>
        (await addresses.OfAsync(place.Tenant, place.Channel, cancellationToken))?.Closed is null;

    /// <inheritdoc />
    public async ValueTask<bool?> IsInstalledAsync(Tenant tenant, CancellationToken cancellationToken) => await addresses.IsAnywhereAsync(tenant, besides: null, cancellationToken);

    /// <inheritdoc />
    public Task<Sending> SendAsync(Letter letter, CancellationToken cancellationToken) => letter.Parcel.Reply switch
    {
        Show => ShowAsync(letter, cancellationToken),
        Post post => PostAsync(letter, post, cancellationToken),
        Whisper whisper => notes.WhisperAsync(TeamsPosting.Of(letter) with { Place = whisper.Place }, whisper.To, whisper.Card, cancellationToken),
        Attach attach => AttachAsync(letter, attach, cancellationToken),
        Home home => notes.WhisperAsync(TeamsPosting.Of(letter) with { Place = new Place(letter.Place.Tenant, home.To.Id) }, home.To, home.Card, cancellationToken),
        Ask or Wrong => Task.FromResult<Sending>(new Never("A form can only be opened while a button or command is fresh. Press the button again.")),
        HandOver or SendAgain => throw new ArgumentException("A practice hands over to another practice, not to Teams.", nameof(letter)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <inheritdoc />
    public async Task<bool> TellAsync(Letter letter, Card card, CancellationToken cancellationToken) =>
        await notes.WhisperAsync(new TeamsPosting(TeamsPosting.Of(letter).Key + "/told", letter.Parcel.Place, nameof(TellAsync), MayHaveArrived: false), letter.Parcel.For, card, cancellationToken) is Done;

    /// <summary>Changes the message that shows the card, or posts it: the first time, and when it isn't there any more.</summary>
    private async Task<Sending> ShowAsync(Letter letter, CancellationToken cancellationToken)
    {
        var card = letter.Card ?? throw new ArgumentException("A card that is to be shown must come with the letter.", nameof(letter));
        var message = writer.Message(card, await pictures.OfAsync(letter.Place.Tenant, card, cancellationToken), letter.Parcel.Subject);
        var (route, refusal) = await routes.ToAsync(letter.Place, cancellationToken);
        if (route is null) return refusal;
        if (letter.Message is null) return await ShownAsync(letter, route, message, cancellationToken);

        var result = await client.PutAsync(route.ServiceUrl, route.Conversation, letter.Message, ActivityCall.Of(message), cancellationToken);
        if (TeamsErrors.IsGone(result)) return await ShownAsync(letter, route, message, cancellationToken);
        return result.IsFine ? new Done(letter.Message, route.ThreadOf(letter.Message, letter.Place.Thread)) : await routes.RefusedAsync(letter.Place, result, cancellationToken);
    }

    /// <summary>The newest card of a conversation without threads is what a plain line there belongs to.</summary>
    private async Task<Sending> ShownAsync(Letter letter, TeamsRoute route, TeamsMessage message, CancellationToken cancellationToken)
    {
        var sent = await posts.SendAsync(TeamsPosting.Of(letter), route, [message], ChannelPace, cancellationToken);
        if (sent is Done { Message: { } id } && route.Scope != TeamsScope.Channel)
            await addresses.ChangeAsync(letter.Place.Tenant, letter.Place.Channel, before => before is null ? null : before with { LastCard = id }, cancellationToken);
        return sent;
    }

    private async Task<Sending> PostAsync(Letter letter, Post post, CancellationToken cancellationToken)
    {
        var (route, refusal) = await routes.ToAsync(letter.Place, cancellationToken);
        if (route is null) return refusal;
        return await posts.SendAsync(TeamsPosting.Of(letter), route, writer.Messages(post.Card, await pictures.OfAsync(letter.Place.Tenant, post.Card, cancellationToken)), ChannelPace, cancellationToken);
    }

    private async Task<Sending> AttachAsync(Letter letter, Attach attach, CancellationToken cancellationToken)
    {
        var (route, refusal) = await routes.ToAsync(letter.Place, cancellationToken);
        return route is null ? refusal : await posts.SendAsync(TeamsPosting.Of(letter), route, await files.MessagesAsync(letter.Place.Tenant, attach, cancellationToken), ChannelPace, cancellationToken);
    }
}
