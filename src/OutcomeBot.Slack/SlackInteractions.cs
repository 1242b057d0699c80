using System.Text.Json;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>Buttons, shortcuts and filled forms.</summary>
internal sealed class SlackInteractions(SlackPeople people)
{
    /// <summary>The shortcut in the menu of a message.</summary>
    public const string AboutMessage = "five_whys_from_message";

    /// <summary>The shortcut that is there everywhere.</summary>
    public const string Anew = "five_whys";

    public SlackRead Read(JsonElement root, Instant at, ReadOnlyMemory<byte> body)
    {
        var type = root.Text("type");
        if (type == "block_suggestion") return new OptionsWanted();
        var user = root.At("user");
        if (SlackOrigin.OfInteraction(root) is not { } origin || user.Id("id") is not { } id) return new NotForUs("an interaction without workspace or user");

        var tenant = origin.Tenant;
        var trigger = root.Text("trigger_id") is { Length: > 0 and <= 200 } given ? given : null;
        var by = people.Met(tenant, id, user.Text("username") ?? user.Text("name"));
        var act = new SlackAct(root, tenant, by, at, trigger, "act:" + (trigger ?? SlackReader.KeyOf(body)));
        return origin.Of(type switch
        {
            "block_actions" => Button(act),
            "message_action" => OnMessage(act),
            "shortcut" => Anywhere(act),
            "view_submission" => SlackFilled.Read(act, people),
            _ => new NotForUs(SlackIds.IsId(type) ? type : "an interaction without a name"),
        });
    }

    private static SlackRead Button(SlackAct act)
    {
        var action = act.Root.At("actions").Items().Cast<JsonElement?>().FirstOrDefault();
        if (action.Text("type") is "plain_text_input" && SlackBudget.Read(act.Tenant, act.Root) is { } typed) return typed;
        if (action.Text("type") is not "button" || !Press.TryParse(action.Text("action_id"), out var press)) return new NotForUs("an action that is no press");
        return act.Pressed(press, Place(act));
    }

    /// <summary>A card that stands in a channel is itself the thread; a note to one person is none. Pages without channel are the person's own.</summary>
    private static Place Place(SlackAct act)
    {
        var container = act.Root.At("container");
        if ((container.Id("channel_id") ?? act.Root.At("channel").Id("id")) is not { } channel) return new Place(act.Tenant, act.By.Id);
        var own = container.Says("is_ephemeral") ? null : container.Stamp("message_ts");
        return new Place(act.Tenant, channel, container.Stamp("thread_ts") ?? own);
    }

    private SlackRead OnMessage(SlackAct act)
    {
        var message = act.Root.At("message");
        if (act.Root.Text("callback_id") is not AboutMessage || act.Root.At("channel").Id("id") is not { } channel) return new NotForUs("an unknown message shortcut");
        var about = SlackTyped.Read(message.Text("text") ?? "", id => people.NameOf(act.Tenant, id));
        var thread = message.Stamp("thread_ts") ?? message.Stamp("ts") ?? act.Root.Stamp("message_ts");
        return act.Pressed(new Press("why", null, "about"), new Place(act.Tenant, channel, thread), about);
    }

    private static SlackRead Anywhere(SlackAct act) => act.Root.Text("callback_id") is Anew
        ? act.Pressed(new Press("why", null, "new"), new Place(act.Tenant, act.By.Id))
        : new NotForUs("an unknown shortcut");
}

/// <summary>An interaction with what is the same in all of them.</summary>
internal sealed record SlackAct(JsonElement Root, Tenant Tenant, Person By, Instant At, string? Trigger, string Key)
{
    /// <summary>Somebody pressed something.</summary>
    public ForInbox Pressed(Press press, Place place, string? about = null) => new(new Pressed(press, about)
    {
        Delivery = Key,
        Place = place,
        By = By,
        At = At,
        Door = Trigger is null ? OpenDoor.None : OpenDoor.Form,
        ReturnAddress = Root.Text("response_url"),
    })
    { Trigger = Trigger };
}
