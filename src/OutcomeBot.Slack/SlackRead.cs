using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>What a request from Slack turned out to be.</summary>
internal abstract record SlackRead;

/// <summary>Something for the bot.</summary>
internal sealed record ForInbox(Incoming Incoming) : SlackRead
{
    /// <summary>The organisation of the workspace, where Slack names one: its installation may be the one that serves, and its people are at home there.</summary>
    public string? Organisation { get; init; }

    /// <summary>For an event: when it happened by Slack's clock, which may be long before it came.</summary>
    public Instant? HappenedAt { get; init; }

    /// <summary>What a form can be opened with, for three seconds and once.</summary>
    public string? Trigger { get; init; }

    /// <summary>Whether Slack takes an answer together with the acknowledgement; otherwise it is said afterwards.</summary>
    public bool TakesAnswer { get; init; } = true;

    /// <summary>For a mention in a thread: the line as it stands there, which may be an answer.</summary>
    public string? Line { get; init; }

    /// <summary>For a filled form: the fields it has, so that an error finds its own.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];

    /// <summary>For a filled form: the fields that name a channel.</summary>
    public ImmutableArray<string> Channels { get; init; } = [];

    /// <summary>For a filled form: the files that were put into it, by field.</summary>
    public ImmutableArray<SlackFile> Files { get; init; } = [];
}

/// <summary>A file that somebody put into a form.</summary>
internal sealed record SlackFile(string Field, string Name, string Url);

/// <summary>Nothing for the bot; the name is logged.</summary>
internal sealed record NotForUs(string Name) : SlackRead;

/// <summary>Slack asks whether this address is ours.</summary>
internal sealed record Challenge(string Text) : SlackRead;

/// <summary>Slack asks for options; we have none to offer.</summary>
internal sealed record OptionsWanted : SlackRead;

/// <summary>Somebody types in a form that says what is left to give.</summary>
internal sealed record BudgetTyped(Tenant Tenant, UpdateViewCall Update) : SlackRead;

/// <summary>Something happened to a channel of this workspace: kept in mind, and nothing to be said about it.</summary>
internal abstract record AboutChannel(Tenant Tenant) : SlackRead;

/// <summary>Slack holds events back because there are too many.</summary>
internal sealed record EventsLimited(string Workspace) : SlackRead;

/// <summary>Who the bot is in this workspace must be known before this can be read.</summary>
internal sealed record IdentityWanted(Tenant Tenant, string? Organisation) : SlackRead;

/// <summary>Something for the bot, from where it is not installed.</summary>
internal sealed record NotInstalled(ForInbox Read) : SlackRead;
