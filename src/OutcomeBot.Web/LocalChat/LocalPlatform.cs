using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Web.LocalChat;

/// <summary>The local chat as the outbox sees it: what is sent becomes a line in a room, stored first, then shown to open browsers.</summary>
public sealed class LocalPlatform(IRoomBook book, LocalFeed feed) : IPlatform
{
    public string Door => LocalHouse.Tenant.Door;

    public TimeSpan ChannelPace => TimeSpan.Zero;

    public RateLimit? LimitOf(Letter letter) => null;

    public async Task<Sending> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        if (!await IsThereAsync(letter.Place, cancellationToken))
            return new Never("The room has been removed, so this could not be shown. Open a new room and start again there.");
        return letter.Parcel.Reply switch
        {
            Show => await ShowAsync(letter, cancellationToken),
            Post post => await PutAsync(Line(letter, letter.Place) with { Card = post.Card }, cancellationToken),
            Whisper whisper => await WhisperAsync(letter, whisper, cancellationToken),
            Attach attach => await PutAsync(Line(letter, letter.Place) with { Text = attach.Note.ToString(), Files = attach.Files }, cancellationToken),
            // There is no home page behind this door: the rooms at the left say what is open.
            Home => new Done(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public async Task<bool> TellAsync(Letter letter, Card card, CancellationToken cancellationToken)
    {
        if (!await IsThereAsync(letter.Place, cancellationToken)) return false;
        await PutAsync(
            new RoomLine(LineIds.OfAnswer(letter.Parcel.Id + "#told", letter.Parcel.At), letter.Place, letter.Parcel.At, null, "") { Card = card, OnlyTo = letter.Parcel.For },
            cancellationToken);
        return true;
    }

    // The id of a bot's line is made of its parcel, so a letter that may have arrived already rewrites its own line.
    private static RoomLine Line(Letter letter, Place place) =>
        new(LineIds.OfAnswer(letter.Parcel.Id, letter.Parcel.At), place, letter.Parcel.At, null, "");

    private async Task<Sending> ShowAsync(Letter letter, CancellationToken cancellationToken)
    {
        var card = letter.Card ?? throw new ArgumentException("A letter that shows a subject brings its card.", nameof(letter));
        if (letter.Message is { } message && await book.LineAsync(letter.Place.Root, message, cancellationToken) is { } shown)
        {
            await PutAsync(shown with { Card = card, EditedAt = letter.Parcel.At }, cancellationToken);
            return new Done(shown.Id, shown.Place.Thread ?? shown.Id);
        }

        return await PutAsync(Line(letter, letter.Place) with { Card = card }, cancellationToken);
    }

    private async Task<Sending> WhisperAsync(Letter letter, Whisper whisper, CancellationToken cancellationToken)
    {
        var note = Line(letter, whisper.Place) with { Card = whisper.Card, OnlyTo = whisper.To };
        if (letter.MayHaveArrived && await book.LineAsync(note.Place.Root, note.Id, cancellationToken) is not null) return new Done(note.Id);
        return await PutAsync(note, cancellationToken);
    }

    private async Task<Sending> PutAsync(RoomLine line, CancellationToken cancellationToken)
    {
        await book.PutAsync(line, cancellationToken);
        feed.Announce(line.Place.Tenant, new LineChanged(line));
        return new Done(line.Id, line.Place.Thread ?? line.Id);
    }

    private async Task<bool> IsThereAsync(Place place, CancellationToken cancellationToken) =>
        (await book.RoomsAsync(place.Tenant, cancellationToken)).Any(room => room.Id == place.Channel)
        || (await book.PeopleAsync(place.Tenant, cancellationToken)).Any(person => person.Id == place.Channel);
}
