using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;

namespace OutcomeBot.Web.LocalChat;

/// <summary>The Acme story, played by its four people through the front door: every line and card of it is a real one.</summary>
public sealed class Sample(IRoomBook book, IJournal journal, IInbox inbox, LocalFeed feed, TimeProvider clock) : IDisposable
{
    private const string RoomId = "acmesample";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private readonly SemaphoreSlim _playing = new(1);

    /// <summary>Plays the story and answers with its room. A second load finds the first one's deliveries and changes nothing.</summary>
    public async Task<string> LoadAsync(CancellationToken cancellationToken)
    {
        await _playing.WaitAsync(cancellationToken);
        try
        {
            var room = await RoomAsync(cancellationToken);
            if (room is not null) return RoomId;
            await PlayAsync(await OpenAsync(cancellationToken), cancellationToken);
            return RoomId;
        }
        finally
        {
            _playing.Release();
        }
    }

    /// <summary>Removes the room, its lines, and every page that was begun in it.</summary>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        await _playing.WaitAsync(cancellationToken);
        try
        {
            foreach (var page in await PagesAsync(cancellationToken)) await journal.EraseAsync(page.Subject, cancellationToken);
            await book.RemoveRoomAsync(LocalHouse.Tenant, RoomId, cancellationToken);
            feed.Announce(LocalHouse.Tenant, new HouseChanged());
        }
        finally
        {
            _playing.Release();
        }
    }

    public void Dispose() => _playing.Dispose();

    private static Place Place => LocalHouse.PlaceOf(RoomId);

    private async Task<Room?> RoomAsync(CancellationToken cancellationToken) =>
        (await book.RoomsAsync(LocalHouse.Tenant, cancellationToken)).FirstOrDefault(room => room.Id == RoomId);

    private async Task<Room> OpenAsync(CancellationToken cancellationToken)
    {
        var begin = Instant.FromDateTimeOffset(clock.GetUtcNow()) - (AcmeStory.Pause * (AcmeStory.Deeds.Length + 1));
        var room = new Room(LocalHouse.Tenant, RoomId, "Acme (sample)", "A made-up example: why did revenue growth decline?", IsSample: true, begin);
        await book.PutRoomAsync(room, cancellationToken);
        feed.Announce(LocalHouse.Tenant, new HouseChanged());
        return room;
    }

    private async Task PlayAsync(Room room, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        var stage = new SampleStage(room, await CastAsync(patience.Token), book, inbox, feed);
        var number = 0;
        foreach (var deed in AcmeStory.Deeds) await stage.DoAsync(deed, number++, patience.Token);
    }

    /// <summary>The four people; somebody who is here already under such a name keeps their name, and the made-up one gets another.</summary>
    private async Task<ImmutableDictionary<string, Person>> CastAsync(CancellationToken cancellationToken)
    {
        var people = await book.PeopleAsync(LocalHouse.Tenant, cancellationToken);
        var cast = ImmutableDictionary.CreateBuilder<string, Person>();
        foreach (var name in AcmeStory.People)
        {
            var id = AcmeStory.IdOf(name);
            var isTaken = people.Any(person => person.Id != id && string.Equals(person.Name, name, StringComparison.OrdinalIgnoreCase));
            cast[name] = new Person(id, isTaken ? $"{name} (Acme)" : name);
            await book.PutPersonAsync(LocalHouse.Tenant, cast[name], cancellationToken);
        }

        feed.Announce(LocalHouse.Tenant, new HouseChanged());
        return cast.ToImmutable();
    }

    private async Task<IEnumerable<Found>> PagesAsync(CancellationToken cancellationToken)
    {
        var open = await journal.ReadAsync(LocalHouse.Tenant, new OpenPages(null, RoomId, Need.Most), cancellationToken);
        var ended = await journal.ReadAsync(LocalHouse.Tenant, new EndedPages("why"), cancellationToken);
        return open.Concat(ended).Where(found => found.Place.Channel == RoomId);
    }
}
