using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Teams;

/// <summary>What a request from Teams turned out to be.</summary>
internal abstract record TeamsRead;

/// <summary>Something for the bot.</summary>
internal sealed record ForInbox(Incoming Incoming, TeamsOpening Opening) : TeamsRead
{
    /// <summary>The message whose card was used.</summary>
    public string? Card { get; init; }

    /// <summary>For a form: whether that message is nothing but the form.</summary>
    public bool IsFormMessage { get; init; }

    /// <summary>Where that message stands, which may be elsewhere than what it is about.</summary>
    public Place? Stands { get; init; }

    /// <summary>The form that came back, so that it can be asked again with everything typed still in it.</summary>
    public Form? Form { get; init; }

    /// <summary>For a form: the fields that name people, whose names are still to be found.</summary>
    public ImmutableArray<string> People { get; init; } = [];
}

/// <summary>By which kind of request it came: that decides what can be answered in the same breath.</summary>
internal enum TeamsOpening
{
    /// <summary>A message; its answer is empty, and everything said goes out by itself.</summary>
    Message,

    /// <summary>A card's button; its answer is a card or a line of words.</summary>
    Card,

    /// <summary>A button that opens a dialog; its answer is what the dialog shows.</summary>
    Dialog,

    /// <summary>A dialog's button; its answer is what the dialog shows next, or nothing to close it.</summary>
    DialogButton,
}

/// <summary>A client asks how a card looks now; nothing may change by it.</summary>
internal sealed record RefreshWanted(Subject Subject, string Channel) : TeamsRead;

/// <summary>A button that is not ours, or no longer.</summary>
internal sealed record StrangeButton(TeamsOpening Opening) : TeamsRead;

/// <summary>Where the bot was added, removed, or something happened to a team or channel.</summary>
internal sealed record StandingChanged(TeamsChange Change) : TeamsRead;

/// <summary>What happened to a conversation or team.</summary>
internal enum TeamsChange
{
    Added,
    Upgraded,
    Removed,
    TeamDeleted,
    TeamArchived,
    TeamBack,
    TeamRenamed,
    ChannelDeleted,
    ChannelBack,
    ChannelRenamed,
}

/// <summary>Nothing for the bot; the name is logged.</summary>
internal sealed record NotForUs(string Name) : TeamsRead;

/// <summary>An invoke that the bot knows nothing of.</summary>
internal sealed record UnknownInvoke(string Name) : TeamsRead;
