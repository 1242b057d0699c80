using System.Text.Json;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>Events: mentions, what is typed in threads, and the few others that concern the bot.</summary>
internal sealed class SlackEvents(SlackPeople people, SlackInstallations installations, SlackIdentity identity)
{
    public SlackRead Read(JsonElement root, Instant at, ReadOnlyMemory<byte> body) => root.Text("type") switch
    {
        "url_verification" => new Challenge(root.Text("challenge") ?? ""),
        "app_rate_limited" => new EventsLimited(root.Id("team_id") ?? "unknown"),
        "event_callback" => AccessChanged.Read(root) ?? Inner(root, at, body),
        var other => new NotForUs(Named("envelope", other)),
    };

    private SlackRead Inner(JsonElement root, Instant at, ReadOnlyMemory<byte> body)
    {
        var (inner, authorization) = (root.At("event"), root.At("authorizations").Items().Cast<JsonElement?>().FirstOrDefault());
        if (inner is not { } happened || SlackOrigin.OfEvent(root, authorization) is not { } origin) return new NotForUs("an event without workspace");

        var type = happened.Text("type");
        var installation = installations.Known(origin.Tenant);
        var bot = (authorization.Says("is_bot") ? authorization.Id("user_id") : null) ?? installation?.BotUser;
        if (bot is null && type is "message" or "app_mention" or "member_joined_channel" && (installation is null || identity.MayBeLearned)) return new IdentityWanted(origin.Tenant, origin.Organisation);

        var key = root.Text("event_id") is { Length: > 0 and <= 200 } id ? "ev:" + id : "ev:" + SlackReader.KeyOf(body);
        var moment = happened.Moment("event_ts") ?? root.Moment("event_time");
        var read = Read(new SlackHappening(happened, origin.Tenant, bot, at, key) { HappenedAt = moment, IsInSharedChannel = ((JsonElement?)root).Says("is_ext_shared_channel") }, type);
        return origin.Of(read is ForInbox found ? found with { HappenedAt = moment } : read);
    }

    private SlackRead Read(SlackHappening happened, string? type) => type switch
    {
        "app_mention" => Mention(happened),
        "message" => Message(happened),
        "app_home_opened" => HomeOpened(happened),
        "member_joined_channel" => Joined(happened),
        "link_shared" => LinksShared.Read(happened) ?? (SlackRead)new NotForUs("link_shared without a link, or without its place"),
        "user_change" => Changed(happened),
        "channel_id_changed" => Moved(happened),
        "channel_archive" or "group_archive" => Stands(happened, ChannelState.Archived),
        "channel_deleted" or "group_deleted" => Stands(happened, ChannelState.Deleted),
        "channel_left" or "group_left" => Stands(happened, ChannelState.Left),
        "channel_unarchive" or "group_unarchive" => Stands(happened, ChannelState.Open),
        _ => new NotForUs(Named("event", type)),
    };

    private SlackRead Mention(SlackHappening happened)
    {
        if (happened.IsByBot(happened.Node)) return new NotForUs("app_mention by a bot");
        if (happened.Channel is not { } channel || happened.Stamp is not { } stamp || happened.Node.Id("user") is not { } user)
            return new NotForUs("app_mention without channel, time or user");

        var (line, thread) = (Typed(happened, SlackTyped.WithoutMention(happened.Node.Text("text") ?? "", happened.Bot)), happened.Node.Stamp("thread_ts"));
        var (word, rest) = SlackTyped.Command(line);
        return new ForInbox(new Said(word, rest, stamp)
        {
            Delivery = happened.Key,
            Place = new Place(happened.Tenant, channel, thread ?? stamp),
            By = people.Met(happened.Tenant, user, null),
            At = happened.At,
        })
        { Line = thread is null ? null : line };
    }

    private SlackRead Message(SlackHappening happened) => happened.Node.Text("subtype") switch
    {
        null or "" or "thread_broadcast" or "file_share" => Typed(happened),
        "message_changed" => SlackChanges.Changed(happened, people),
        "message_deleted" => SlackChanges.Deleted(happened, people),
        var other => new NotForUs(Named("message", other)),
    };

    private SlackRead Typed(SlackHappening happened)
    {
        var raw = happened.Node.Text("text");
        if (happened.IsByBot(happened.Node)) return new NotForUs("message by a bot");
        if (happened.Channel is not { } channel || happened.Stamp is not { } stamp || happened.Node.Id("user") is not { } user || string.IsNullOrWhiteSpace(raw))
            return new NotForUs("message without channel, time, user or text");

        var (isDirect, thread) = (happened.Node.Text("channel_type") == "im", happened.Node.Stamp("thread_ts"));
        if (!isDirect && happened.Bot is { } bot && SlackTyped.Mentions(raw, bot)) return new NotForUs("message with a mention, which comes as app_mention too");
        if (thread is null && !isDirect) return new NotForUs("message outside threads");

        var text = Typed(happened, isDirect ? WithoutOwnMention(raw, happened.Bot) : raw);
        var (word, rest) = SlackTyped.Command(text);
        Incoming incoming = thread is null
            ? new Said(word, rest, stamp) { Delivery = happened.Key, Place = new Place(happened.Tenant, channel), By = people.Met(happened.Tenant, user, null), At = happened.At }
            : new Heard(text, stamp) { Delivery = happened.Key, Place = new Place(happened.Tenant, channel, thread), By = people.Met(happened.Tenant, user, null), At = happened.At };
        return new ForInbox(incoming);
    }

    private static string WithoutOwnMention(string text, string? bot) =>
        bot is not null && SlackTyped.Mentions(text, bot) ? SlackTyped.WithoutMention(text, bot) : text;

    private string Typed(SlackHappening happened, string raw) => SlackTyped.Read(raw, id => people.NameOf(happened.Tenant, id));

    private SlackRead HomeOpened(SlackHappening happened)
    {
        if (happened.Node.Text("tab") is not "home" || happened.Node.Id("user") is not { } user) return new NotForUs("app_home_opened elsewhere");
        return new ForInbox(new HomeOpened
        {
            Delivery = happened.Key,
            Place = new Place(happened.Tenant, happened.Channel ?? user),
            By = people.Met(happened.Tenant, user, null),
            At = happened.At,
        });
    }

    private SlackRead Joined(SlackHappening happened)
    {
        if (happened.Bot is null || happened.Node.Id("user") != happened.Bot || happened.Channel is not { } channel) return new NotForUs("member_joined_channel by somebody else");
        return new ForInbox(new Invited
        {
            Delivery = happened.Key,
            Place = new Place(happened.Tenant, channel),
            By = people.Met(happened.Tenant, happened.Node.Id("inviter") ?? happened.Bot, null),
            At = happened.At,
        });
    }

    private static SlackRead Moved(SlackHappening happened) =>
        happened.Node.Id("old_channel_id") is { } from && happened.Node.Id("new_channel_id") is { } to
            ? new ChannelMoved(happened.Tenant, from, to)
            : new NotForUs("channel_id_changed without both ids");

    private static SlackRead Stands(SlackHappening happened, ChannelState state) => happened.Channel is { } channel
        ? new ChannelStands(happened.Tenant, channel, state, happened.HappenedAt)
        : new NotForUs($"a channel that is {state}, without its id");

    /// <summary>A new name or zone, an account that was switched off, or one that is in use: Slack doesn't say which of them changed.</summary>
    private SlackRead Changed(SlackHappening happened)
    {
        var user = happened.Node.At("user");
        if (user.Id("id") is not { } id) return new NotForUs("user_change without a user");
        people.Learn(happened.Tenant, id, user);
        var (place, by, at) = (new Place(happened.Tenant, id), people.Met(happened.Tenant, id, null), happened.HappenedAt ?? happened.At);
        return user.At("deleted")?.ValueKind switch
        {
            JsonValueKind.True => new ForInbox(new Departed { Delivery = happened.Key, Place = place, By = by, At = at }),
            JsonValueKind.False => new ForInbox(new Returned { Delivery = happened.Key, Place = place, By = by, At = at }),
            _ => new NotForUs("user_change that doesn't say whether the account is in use"),
        };
    }

    /// <summary>Names go into the log; only what has the shape of a name does.</summary>
    private static string Named(string kind, string? name) => SlackIds.IsId(name) ? $"{kind} {name}" : $"{kind} without a name";
}
