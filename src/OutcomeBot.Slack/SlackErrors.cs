using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>What Slack's refusals mean for a letter: later, or never and what a person can do.</summary>
internal static class SlackErrors
{
    private const string Kept = "What you said is saved.";

    /// <summary>Slack normally says how long; this is for when it doesn't.</summary>
    private static readonly TimeSpan s_limited = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_broken = TimeSpan.FromSeconds(5);

    /// <summary>A wait longer than this is taken for a mistake and tried sooner.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    /// <summary>What became of a letter whose call ended so.</summary>
    public static Sending Sending(SlackResult result, string method) => result.Outcome switch
    {
        SlackOutcome.Limited => new Later(Wait(result.RetryAfter ?? s_limited), method == "chat.postMessage" ? Reach.Channel : Reach.Kind, $"Slack asks to wait with {method}."),
        SlackOutcome.Broken => new Later(Wait(result.RetryAfter ?? s_broken), Reach.Channel, $"Slack failed at {method}: {result.Error}."),
        SlackOutcome.Unreachable => new Later(s_broken, Reach.Tenant, $"Slack can't be reached: {result.Error}."),
        SlackOutcome.Refused when result.Error is "hash_conflict" => new Later(TimeSpan.FromSeconds(1), Reach.Channel, "The page changed meanwhile."),
        SlackOutcome.Refused => new Never(Sentence(result.Error)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The message can't be changed any more, so it is said anew.</summary>
    public static bool IsGone(SlackResult result) =>
        result is { Outcome: SlackOutcome.Refused, Error: "message_not_found" or "cant_update_message" or "edit_window_closed" };

    /// <summary>Whether the conversation that a call was for is not there any more: for one with a person alone, Slack says why when it is opened again.</summary>
    public static bool IsAboutConversation(SlackResult result) =>
        result is { Outcome: SlackOutcome.Refused, Error: "is_archived" or "channel_not_found" or "not_in_channel" or "user_disabled" };

    /// <summary>What a refusal tells about the channel; null when it is about something else.</summary>
    public static ChannelState? Closed(SlackResult result) => result switch
    {
        { Outcome: SlackOutcome.Refused, Error: "is_archived" } => ChannelState.Archived,
        { Outcome: SlackOutcome.Refused, Error: "not_in_channel" } => ChannelState.Left,
        _ => null,
    };

    /// <summary>Slack refused the token, not the call.</summary>
    public static bool IsAboutToken(SlackResult result) =>
        result is { Outcome: SlackOutcome.Refused, Error: "account_inactive" or "token_revoked" or "token_expired" or "invalid_auth" };

    /// <summary>Slack refused what the message is made of, and posted nothing.</summary>
    public static bool IsAboutBlocks(SlackResult result) => result is { Outcome: SlackOutcome.Refused, Error: "invalid_blocks" or "invalid_blocks_format" };

    /// <summary>Why nothing is sent to a channel that stands so, and what to do.</summary>
    public static string Sentence(ChannelState state) => state switch
    {
        ChannelState.Archived => Sentence("is_archived"),
        ChannelState.Left => Sentence("not_in_channel"),
        ChannelState.Deleted => $"That channel was deleted, so I can't post there. {Kept} Go on in another channel.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What happened and what to do, for people.</summary>
    public static string Sentence(string error) => error switch
    {
        "not_in_channel" or "channel_not_found" => $"I can't post there because I'm not in that channel. {Kept} Type /invite @OutcomeBot there, then try again.",
        "is_archived" => $"That channel is archived, so I can't post there. {Kept} Unarchive it, then try again, or go on in another channel.",
        "restricted_action" or "restricted_action_read_only_channel" or "ekm_access_denied" => $"A workspace setting doesn't let me post in that channel. {Kept} Ask a workspace admin to allow OutcomeBot there, or go on in another channel.",
        "restricted_action_thread_only_channel" or "restricted_action_non_threadable_channel" => $"That channel allows only one way of posting, and this is the other. {Kept} Start in another channel.",
        "team_access_not_granted" => $"OutcomeBot isn't switched on for this workspace. {Kept} Ask an organisation admin to add it to the workspace.",
        "account_inactive" or "token_revoked" or "app_uninstalled" => $"OutcomeBot was removed from this workspace, so Slack accepts nothing from it. {Kept} Install it again; where its token stands in the settings, set the new Slack:BotToken there.",
        "not_installed" => $"OutcomeBot isn't installed in this workspace. {Kept} Ask a workspace admin to install it again, then try again.",
        "invalid_auth" or "not_authed" or "token_expired" or "not_allowed_token_type" => $"Slack doesn't accept OutcomeBot's token any more. {Kept} Ask a workspace admin to install it again; where its token stands in the settings, whoever runs OutcomeBot sets a valid Slack:BotToken.",
        "missing_scope" or "no_permission" => $"OutcomeBot lacks a right that it needs for this. {Kept} Ask a workspace admin to reinstall it with the rights in its manifest.",
        "expired_trigger_id" or "trigger_expired" or "invalid_trigger_id" or "exchanged_trigger_id" or "trigger_exchanged" => "The form took too long to open, and Slack gave up on it. Nothing is lost: press the button or type the command again.",
        "push_limit_reached" => "Three forms are open on top of each other, which is all that Slack allows. Close one, then try again.",
        "not_found" or "view_not_found" => "That form is closed already. Open it again to go on.",
        "user_not_found" or "users_not_found" or "user_not_visible" or "user_disabled" => $"Slack doesn't know that person here any more. {Kept} Choose somebody else.",
        "cannot_dm_bot" or "user_not_in_channel" => $"I can't write to that person here. {Kept} Ask them to join the channel, or choose somebody else.",
        "message_not_found" or "cant_update_message" or "edit_window_closed" or "thread_not_found" => $"The message was deleted or can't be changed any more. {Kept} Ask for the card again with /outcome.",
        "invalid_blocks" or "invalid_blocks_format" or "msg_blocks_too_long" or "msg_too_long" or "invalid_arguments" or "no_text" => $"Slack refused the form of my message; that is a fault of mine. {Kept} Export shows all of it; please report this to whoever runs OutcomeBot ({error}).",
        _ => $"Slack refused this ({error}). {Kept} Try again; if it stays so, ask whoever runs OutcomeBot.",
    };

    private static TimeSpan Wait(TimeSpan wait) =>
        wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait > s_longest ? s_longest : wait;
}
