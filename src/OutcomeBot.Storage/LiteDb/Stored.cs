using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using OutcomeBot.Core;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>A turn as it is written: one compact record. What is as usual is left out.</summary>
internal sealed record StoredTurn
{
    public required Subject Subject { get; init; }

    public required long Version { get; init; }

    public required Person By { get; init; }

    public required Instant At { get; init; }

    public required Place Place { get; init; }

    public required string Delivery { get; init; }

    [JsonConverter(typeof(RawJson))]
    public required string Changes { get; init; }

    public StoredParcel[]? Parcels { get; init; }

    public Reminder[]? Reminders { get; init; }

    /// <summary>Where the page lives, when that is not where the turn was taken.</summary>
    public Place? Home { get; init; }

    public string? Message { get; init; }

    /// <summary>When the page was opened, when that was not in this turn.</summary>
    public Instant? OpenedAt { get; init; }

    /// <summary>The page's own instant of change, when that is not the turn's.</summary>
    public Instant? ChangedAt { get; init; }

    public static StoredTurn Of(TurnRecord turn, string changes) => new()
    {
        Subject = turn.After.Subject,
        Version = turn.After.Version,
        By = turn.By,
        At = turn.At,
        Place = turn.Place,
        Delivery = turn.Delivery,
        Changes = changes,
        Parcels = turn.Parcels.IsDefaultOrEmpty ? null : [.. turn.Parcels.Select(parcel => StoredParcel.Of(parcel, turn))],
        Reminders = turn.After.Reminders.IsDefaultOrEmpty ? null : [.. turn.After.Reminders],
        Home = turn.After.Place == turn.Place ? null : turn.After.Place,
        Message = turn.After.Message,
        OpenedAt = turn.After.OpenedAt == turn.At ? null : turn.After.OpenedAt,
        ChangedAt = turn.After.ChangedAt == turn.At ? null : turn.After.ChangedAt,
    };

    public ImmutableArray<Parcel> ReadParcels() => Parcels is null ? [] : [.. Parcels.Select(parcel => parcel.Read(this))];
}

/// <summary>A parcel inside its turn: only what differs from the turn is written.</summary>
internal sealed record StoredParcel(string Id, Reply Reply)
{
    public Subject? Subject { get; init; }

    public Place? Place { get; init; }

    public Person? For { get; init; }

    public string? ReturnAddress { get; init; }

    public Instant? At { get; init; }

    public static StoredParcel Of(Parcel parcel, TurnRecord turn) => new(parcel.Id, parcel.Reply)
    {
        Subject = parcel.Subject == turn.After.Subject ? null : parcel.Subject,
        Place = parcel.Place == turn.Place ? null : parcel.Place,
        For = parcel.For == turn.By ? null : parcel.For,
        ReturnAddress = parcel.ReturnAddress,
        At = parcel.At == turn.At ? null : parcel.At,
    };

    public Parcel Read(StoredTurn turn) =>
        new(Id, Subject ?? turn.Subject, Place ?? turn.Place, Reply, For ?? turn.By, ReturnAddress, At ?? turn.At);
}

/// <summary>A mark as it is written.</summary>
internal sealed record StoredMark(MarkKind Kind, Subject Subject, string Parcel, Instant At)
{
    public string? Message { get; init; }

    public string? Thread { get; init; }

    public string? Sentence { get; init; }

    public static StoredMark Of(Mark mark) => mark switch
    {
        Attempted => new(MarkKind.Attempted, mark.Subject, mark.Parcel, mark.At),
        Placed placed => new(MarkKind.Placed, mark.Subject, mark.Parcel, mark.At) { Message = placed.Message, Thread = placed.Thread },
        Arrived arrived => new(MarkKind.Arrived, mark.Subject, mark.Parcel, mark.At) { Message = arrived.Message, Thread = arrived.Thread },
        GivenUp given => new(MarkKind.GivenUp, mark.Subject, mark.Parcel, mark.At) { Sentence = given.Sentence },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>What became of a parcel. Stored by number.</summary>
internal enum MarkKind
{
    Attempted = 1,
    Placed = 2,
    Arrived = 3,
    GivenUp = 4,
}

/// <summary>A page without its state, its deliveries and its index.</summary>
internal sealed record StoredHead(Place Place, Instant ChangedAt)
{
    public string? Message { get; init; }

    /// <summary>Missing in pages of the first version, which kept their order by their last change.</summary>
    public Instant? OpenedAt { get; init; }

    public Reminder[]? Reminders { get; init; }
}

/// <summary>The deliveries of a page: their keys, and when they were taken in ticks.</summary>
internal sealed record StoredDeliveries(string[] Keys, long[] At)
{
    public static StoredDeliveries Of(ImmutableArray<Delivery> deliveries) =>
        new([.. deliveries.Select(delivery => delivery.Key)], [.. deliveries.Select(delivery => delivery.At.ToUnixTimeTicks())]);

    public ImmutableArray<Delivery> Read() => [.. Keys.Zip(At, (key, at) => new Delivery(key, Instant.FromUnixTimeTicks(at)))];
}

/// <summary>A room that was removed.</summary>
internal sealed record RemovedRoom(Tenant Tenant, string Room);

/// <summary>A person of a tenant.</summary>
internal sealed record TenantPerson(Tenant Tenant, Person Person);

/// <summary>What a door remembers of its platform.</summary>
internal sealed record StoredAddress(Tenant Tenant, string Name, string Text);

/// <summary>What a door keeps for some days only.</summary>
internal sealed record StoredPassing(Tenant Tenant, string Name, string Text, Instant Until);

/// <summary>How the store's own records are written: the names are stored, so they stay.</summary>
[JsonSerializable(typeof(StoredTurn))]
[JsonSerializable(typeof(StoredMark))]
[JsonSerializable(typeof(StoredHead))]
[JsonSerializable(typeof(Delivery[]))]
[JsonSerializable(typeof(StoredDeliveries))]
[JsonSerializable(typeof(PageIndex))]
[JsonSerializable(typeof(Subject))]
[JsonSerializable(typeof(Parcel))]
[JsonSerializable(typeof(RoomLine))]
[JsonSerializable(typeof(Room))]
[JsonSerializable(typeof(RemovedRoom))]
[JsonSerializable(typeof(TenantPerson))]
[JsonSerializable(typeof(StoredAddress))]
[JsonSerializable(typeof(StoredPassing))]
[JsonSerializable(typeof(Removal))]
[JsonSerializable(typeof(Tenant))]
[JsonSerializable(typeof(Instant))]
[JsonSerializable(typeof(Person))]
internal sealed partial class StorageJson : JsonSerializerContext
{
    /// <summary>The one context in use.</summary>
    public static StorageJson Stored { get; } = new(CoreJson.StoredOptions());
}

/// <summary>JSON text of a practice inside JSON text of ours, as it stands.</summary>
internal sealed class RawJson : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.GetRawText();
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value, skipInputValidation: true);
}
