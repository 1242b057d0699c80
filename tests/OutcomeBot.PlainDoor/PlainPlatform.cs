using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.PlainDoor;

/// <summary>This door as the outbox sees it.</summary>
internal sealed class PlainPlatform(PlainBook book) : IPlatform
{
    public const string DoorName = "plain";

    public string Door => DoorName;

    public TimeSpan ChannelPace => TimeSpan.Zero;

    public RateLimit? LimitOf(Letter letter) => null;

    public Task<Sending> SendAsync(Letter letter, CancellationToken cancellationToken) => Task.FromResult<Sending>(letter.Parcel.Reply switch
    {
        Show => Put(letter.Message is { } message && book.Has(letter.Place, message) ? message : book.NextId(), letter.Place, letter.Card),
        Post post => Put(book.NextId(), letter.Place, post.Card),
        Whisper whisper => Put(book.NextId(), whisper.Place, whisper.Card, onlyTo: whisper.To),
        Attach attach => Put(book.NextId(), letter.Place, new Card(attach.Note.ToString() ?? ""), attach.Files),
        Home home => Put("home", new Place(letter.Place.Tenant, home.To.Id), home.Card, onlyTo: home.To),
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    public Task<bool> TellAsync(Letter letter, Card card, CancellationToken cancellationToken)
    {
        Put(book.NextId(), letter.Place, card, onlyTo: letter.Parcel.For);
        return Task.FromResult(true);
    }

    private Done Put(string id, Place place, Card? card, IReadOnlyList<Attachment>? files = null, Person? onlyTo = null)
    {
        book.Put(new PlainMessage(id, place, card, files ?? [], onlyTo));
        return new Done(id, place.Thread ?? id);
    }
}
