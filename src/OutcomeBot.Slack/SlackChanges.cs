using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>
/// Messages that were changed or deleted. Slack reports much more under these names: its own link previews, our own
/// updates, reply counts; only what a person did to words of theirs is told.
/// </summary>
internal static class SlackChanges
{
    public static SlackRead Changed(SlackHappening happened, SlackPeople people)
    {
        var (now, before) = (happened.Node.At("message"), happened.Node.At("previous_message"));
        if (happened.IsByBot(now) || happened.IsByBot(before)) return new NotForUs("message_changed by a bot");
        if (now.Text("subtype") == "tombstone") return Gone(happened, people, now.Stamp("ts"), now.Stamp("thread_ts"));
        if (now.Text("text") is not { } text || now.At("edited") is not { } edited || text == before.Text("text")) return new NotForUs("message_changed without new words");
        if (happened.Channel is not { } channel || (now.Stamp("ts") ?? before.Stamp("ts")) is not { } stamp || (((System.Text.Json.JsonElement?)edited).Id("user") ?? now.Id("user")) is not { } user)
            return new NotForUs("message_changed without channel, time or user");

        var raw = happened.Bot is { } bot && SlackTyped.Mentions(text, bot) ? SlackTyped.WithoutMention(text, bot) : text;
        return new ForInbox(new Edited(SlackTyped.Read(raw, id => people.NameOf(happened.Tenant, id)), stamp)
        {
            Delivery = happened.Key,
            Place = new Place(happened.Tenant, channel, now.Stamp("thread_ts") ?? before.Stamp("thread_ts")),
            By = people.Met(happened.Tenant, user, null),
            At = happened.At,
        });
    }

    public static SlackRead Deleted(SlackHappening happened, SlackPeople people)
    {
        var before = happened.Node.At("previous_message");
        return happened.IsByBot(before)
            ? new NotForUs("message_deleted of a bot")
            : Gone(happened, people, happened.Node.Stamp("deleted_ts") ?? before.Stamp("ts"), before.Stamp("thread_ts"));
    }

    /// <summary>Slack does not say who deleted it; it is told as its author's doing.</summary>
    private static SlackRead Gone(SlackHappening happened, SlackPeople people, string? stamp, string? thread)
    {
        if (happened.Channel is not { } channel || stamp is null || happened.Node.At("previous_message").Id("user") is not { } user)
            return new NotForUs("a deleted message without channel, time or author");
        return new ForInbox(new Removed(stamp)
        {
            Delivery = happened.Key,
            Place = new Place(happened.Tenant, channel, thread),
            By = people.Met(happened.Tenant, user, null),
            At = happened.At,
        });
    }
}
