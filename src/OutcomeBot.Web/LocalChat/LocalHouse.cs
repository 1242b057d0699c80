using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;

namespace OutcomeBot.Web.LocalChat;

/// <summary>The rooms and people of the local chat: who is here, which rooms there are, what is open in them.</summary>
public sealed class LocalHouse(IRoomBook book, IJournal journal, LocalFeed feed, TimeProvider clock) : IDisposable
{
    private const int MostRooms = 200;
    private const int MostPeople = 500;
    private readonly SemaphoreSlim _naming = new(1);

    /// <summary>The one workspace of the local chat.</summary>
    public static Tenant Tenant { get; } = new("local:home");

    /// <summary>The place of a room, or of a thread in it.</summary>
    public static Place PlaceOf(string room, string? thread = null) => new(Tenant, room, thread);

    /// <summary>Where the bot and one person talk alone: it goes by the person's id, and nobody else finds it.</summary>
    public static Room DirectOf(Person person) => new(Tenant, person.Id, "OutcomeBot", "Only you see what is said here.", IsSample: false, Instant.MinValue);

    /// <summary>Everybody here; the sample's made-up people are here as long as its room is.</summary>
    public async ValueTask<ImmutableArray<Person>> PeopleAsync(CancellationToken cancellationToken)
    {
        var people = await book.PeopleAsync(Tenant, cancellationToken);
        var hasSample = (await book.RoomsAsync(Tenant, cancellationToken)).Any(room => room.IsSample);
        return hasSample ? people : [.. people.Where(person => !AcmeStory.IsCast(person))];
    }

    /// <summary>All rooms, in the order of their names, a sample last.</summary>
    public async ValueTask<ImmutableArray<Room>> RoomsAsync(CancellationToken cancellationToken) =>
        [.. (await book.RoomsAsync(Tenant, cancellationToken)).OrderBy(room => room.IsSample).ThenBy(room => room.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>How many open items each of these rooms has.</summary>
    public async ValueTask<ImmutableDictionary<string, int>> OpenItemsAsync(ImmutableArray<Room> rooms, CancellationToken cancellationToken)
    {
        var open = ImmutableDictionary.CreateBuilder<string, int>();
        foreach (var room in rooms)
            open[room.Id] = (await journal.ReadAsync(Tenant, new OpenPages(null, room.Id, Need.Most), cancellationToken)).Length;
        return open.ToImmutable();
    }

    /// <summary>A new person, or the sentence that says why not.</summary>
    public async Task<Named<Person>> JoinAsync(string? name, CancellationToken cancellationToken)
    {
        var clean = LocalText.CleanName(name);
        await _naming.WaitAsync(cancellationToken);
        try
        {
            var people = await PeopleAsync(cancellationToken);
            if (LocalText.NameFault(clean, [.. people.Select(person => person.Name), "OutcomeBot"], "yourself") is { } fault) return new(null, fault);
            if (people.Length >= MostPeople) return new(null, $"There are {MostPeople} people here already, the most this chat keeps. Join as one of them.");
            var person = new Person(NewId("p"), clean);
            await book.PutPersonAsync(Tenant, person, cancellationToken);
            feed.Announce(Tenant, new HouseChanged());
            return new(person, null);
        }
        finally
        {
            _naming.Release();
        }
    }

    /// <summary>A new room, or the sentence that says why not.</summary>
    public async Task<Named<Room>> OpenRoomAsync(string? name, string? purpose, CancellationToken cancellationToken)
    {
        var clean = LocalText.CleanName(name);
        var about = LocalText.CleanName(purpose);
        await _naming.WaitAsync(cancellationToken);
        try
        {
            var rooms = await book.RoomsAsync(Tenant, cancellationToken);
            if (LocalText.NameFault(clean, rooms.Select(room => room.Name), "the room") is { } fault) return new(null, fault);
            if (about.Length > 200) return new(null, $"A purpose has at most 200 characters; this one has {about.Length}. Shorten it.");
            if (rooms.Length >= MostRooms) return new(null, $"There are {MostRooms} rooms, the most this chat keeps. Use one of them.");
            var room = new Room(Tenant, NewId("r"), clean, about, IsSample: false, Now);
            await book.PutRoomAsync(room, cancellationToken);
            feed.Announce(Tenant, new HouseChanged());
            return new(room, null);
        }
        finally
        {
            _naming.Release();
        }
    }

    public void Dispose() => _naming.Dispose();

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    private static string NewId(string kind) => kind + Guid.NewGuid().ToString("N")[..12];
}

/// <summary>Something that got its name, or the sentence that says why it did not.</summary>
public sealed record Named<T>(T? Value, string? Fault)
    where T : class;
