using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>How somebody belongs to the workspace that installed the bot.</summary>
internal enum SlackStatus
{
    /// <summary>One of its people, or nothing else is known.</summary>
    Member,

    /// <summary>Let into some of its channels.</summary>
    Guest,

    /// <summary>Of another organisation, met in a channel that both share (Slack Connect).</summary>
    Visitor,
}

/// <summary>Where somebody is at home, as Slack's description of them has it.</summary>
internal sealed record SlackHome(string? Workspace, string? Organisation, bool IsGuest)
{
    /// <summary>What they are in this workspace of this organisation, if it belongs to one: the people of an organisation are at home in all its workspaces.</summary>
    public SlackStatus In(Tenant tenant, string? organisation) =>
        Workspace is null || Workspace == tenant.Workspace || (Organisation is not null && Organisation == organisation)
            ? IsGuest ? SlackStatus.Guest : SlackStatus.Member
            : SlackStatus.Visitor;
}

/// <summary>
/// Visitors answer in threads and press what stands under a card; the rules of each session say what else is theirs. What belongs to the
/// workspace as a whole, such as its numbers, its home page and what is begun in it, is for its own people.
/// </summary>
internal static class SlackVisitors
{
    private static readonly Card s_card = new(
        "This is for the people of the workspace that has OutcomeBot",
        new Prose("You share this channel with them. Answer in the thread and press the buttons under a card, as they do; ask one of them to start something or to show its numbers. Nothing was changed."));

    /// <summary>What a visitor is told instead; null for what they may do.</summary>
    public static Reply? Instead(Incoming incoming) => incoming switch
    {
        HomeOpened => new Home(incoming.By, s_card),
        Said or Pressed { Press.SubjectId: null } or Filled { Press.SubjectId: null } => new Whisper(incoming.Place, incoming.By, s_card),
        _ => null,
    };
}
