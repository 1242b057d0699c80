using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>What Teams' refusals mean for a letter: later, or never and what a person can do (msteams-docs, conversation-messages and rate-limit).</summary>
internal static class TeamsErrors
{
    private const string Kept = "What you said is saved.";

    private static readonly TimeSpan s_limited = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_broken = TimeSpan.FromSeconds(5);

    /// <summary>A wait longer than this is taken for a mistake and tried sooner.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    /// <summary>What became of a letter whose call ended so. Whether it may be tried again after an unknown end is for the caller.</summary>
    public static Sending Sending(TeamsResult result) => result.Outcome switch
    {
        TeamsOutcome.Limited => new Later(Wait(result.RetryAfter ?? s_limited), Reach.Channel, $"Teams asks to wait ({result.Code})."),
        TeamsOutcome.Unknown => new Later(Wait(result.RetryAfter ?? s_broken), Reach.Channel, $"Teams failed ({result.Code})."),
        TeamsOutcome.Unsent => new Later(s_broken, Reach.Tenant, $"Teams can't be reached ({result.Code})."),
        TeamsOutcome.Refused when result.Status == 401 => new Later(TimeSpan.FromMinutes(1), Reach.Tenant, "Teams doesn't accept the bot's token."),
        TeamsOutcome.Refused => new Never(Sentence(result)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The message isn't there any more, so it is said anew.</summary>
    public static bool IsGone(TeamsResult result) =>
        result is { Outcome: TeamsOutcome.Refused, Code: "ActivityNotFoundInConversation" or "MessageNotFound" } || (result is { Outcome: TeamsOutcome.Refused, Status: 404 } && result.Code != "ConversationNotFound");

    /// <summary>
    /// Whether Teams takes no targeted message there, by whatever it says so: the preview is not on (403, msteams-docs#14434), the
    /// person is no member (400), or the service doesn't know them at all. None of these did anything.
    /// </summary>
    public static bool RefusesTargeted(TeamsResult result) => result is { Outcome: TeamsOutcome.Refused, Status: 400 or 403 or 404 or 405 } or { Status: 501 };

    /// <summary>Why nothing can be sent there from now on; null when the refusal is about this letter alone.</summary>
    public static TeamsClosed? Closed(TeamsResult result) => result switch
    {
        { Status: 403, Code: "BotNotInConversationRoster" } => TeamsClosed.Removed,
        { Status: 403, Code: "ConversationBlockedByUser" or "MessageWritesBlocked" or "BotDisabledByAdmin" } => TeamsClosed.Blocked,
        { Status: 404, Code: "ConversationNotFound" } => TeamsClosed.Deleted,
        _ => null,
    };

    /// <summary>What a letter to a conversation that is closed meets.</summary>
    public static string Sentence(TeamsClosed closed) => closed switch
    {
        TeamsClosed.Removed => $"OutcomeBot was removed from that conversation, so I can't write there. {Kept} Add the app there again, then try again.",
        TeamsClosed.Blocked => $"Messages of OutcomeBot are blocked in that conversation. {Kept} They go through again as soon as somebody there writes to me.",
        TeamsClosed.Deleted => $"That conversation isn't there any more. {Kept} Go on in another channel.",
        TeamsClosed.Archived => $"That team is archived, so I can't write there. {Kept} Restore the team, then try again.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What happened and what to do, for people.</summary>
    public static string Sentence(TeamsResult result) => result switch
    {
        _ when Closed(result) is { } closed => Sentence(closed),
        { Code: "HostNotAllowed" } => $"That conversation's address is not one of Teams, so I don't send there. {Kept} Whoever runs OutcomeBot can name the host in Teams:AllowedServiceHosts.",
        { Status: 413 } or { Code: "MessageSizeTooBig" } => $"Teams found my message too long; that is a fault of mine. {Kept} Export shows all of it.",
        { Status: 403 } => $"Teams doesn't let me write there ({result.Code}). {Kept} Check that the app is installed there, then try again.",
        { Status: 404 } => $"That conversation or message isn't there any more. {Kept} Ask for the card again.",
        _ => $"Teams refused this ({result.Code}). {Kept} Try again; if it stays so, ask whoever runs OutcomeBot.",
    };

    /// <summary>After two tries nobody knows whether it is there; a third could say it three times.</summary>
    public static Never Unsure { get; } = new($"Teams failed twice while I sent this, so it may be there or not. {Kept} Look, and press Try again if it isn't.");

    private static TimeSpan Wait(TimeSpan wait) => wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait > s_longest ? s_longest : wait;
}
