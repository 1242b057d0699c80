using System.Text.Json.Serialization;

namespace OutcomeBot.Teams;

/// <summary>
/// How a conversation is reached, as the newest activity from it told. A conversation with one person alone goes by that
/// person, so that it can be begun as well as answered; a group chat or channel goes by its own id, without any thread.
/// </summary>
internal sealed record TeamsAddress(string Name, TeamsScope Scope, string ServiceUrl)
{
    /// <summary>The conversation's id; null for a person whom the bot has only met among others.</summary>
    public string? Conversation { get; init; }

    /// <summary>The bot's own id there.</summary>
    public string? Bot { get; init; }

    /// <summary>For a person: the id that the bot knows them by in conversations, and their name and zone.</summary>
    public string? Mri { get; init; }

    /// <summary>The person's name, or the channel's, where Teams tells it.</summary>
    public string? Title { get; init; }

    /// <summary>The IANA zone of the person's clock.</summary>
    public string? Zone { get; init; }

    /// <summary>The team that a channel belongs to, and its name.</summary>
    public string? Team { get; init; }

    public string? TeamTitle { get; init; }

    /// <summary>Whether the bot has said hello there.</summary>
    public bool IsGreeted { get; init; }

    /// <summary>Why nothing can be sent there at present; null when something can.</summary>
    public TeamsClosed? Closed { get; init; }

    /// <summary>Whether the bot is in this conversation: one that was archived it is in still.</summary>
    [JsonIgnore]
    public bool IsThere => Conversation is not null && Closed is null or TeamsClosed.Archived;

    /// <summary>The newest card there: in a conversation without threads, what is typed belongs to it.</summary>
    public string? LastCard { get; init; }
}

/// <summary>Who is in a conversation. Only channels have threads.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TeamsScope>))]
internal enum TeamsScope
{
    Person,
    Group,
    Channel,
}

/// <summary>Why nothing can be sent to a conversation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TeamsClosed>))]
internal enum TeamsClosed
{
    Removed,
    Blocked,
    Deleted,
    Archived,
}

/// <summary>How addresses are stored: the names stay.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(TeamsAddress))]
internal sealed partial class TeamsAddressJson : JsonSerializerContext;
