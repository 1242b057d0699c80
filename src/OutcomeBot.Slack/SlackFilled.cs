using System.Collections.Immutable;
using System.Text.Json;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>Filled forms: each field's block holds one input, whose answer depends on its kind.</summary>
internal static class SlackFilled
{
    public static SlackRead Read(SlackAct act, SlackPeople people)
    {
        var view = act.Root.At("view");
        if (!Press.TryParse(view.Text("callback_id"), out var press)) return new NotForUs("a form that is not ours");

        var answers = view.At("state").At("values").Members()
            .SelectMany(block => ((JsonElement?)block.Value).Members(), (block, input) => (Field: block.Name, Input: (JsonElement?)input.Value))
            .ToList();
        var texts = answers.GroupBy(answer => answer.Field).ToImmutableDictionary(group => group.Key, group => group.SelectMany(answer => Texts(answer.Input)).ToImmutableArray());
        var chosen = answers.Select(answer => answer.Input.Id("selected_user")).OfType<string>().Distinct();
        return new ForInbox(new Filled(press, new FormValues(texts, [.. chosen.Select(id => people.Met(act.Tenant, id, null))]))
        {
            Delivery = act.Key,
            Place = Place(view.Text("private_metadata"), act),
            By = act.By,
            At = act.At,
            Door = OpenDoor.FieldErrors | OpenDoor.Form,
        })
        {
            Trigger = act.Trigger,
            Fields = [.. answers.Select(answer => answer.Field).Distinct()],
            Channels = [.. answers.Where(answer => answer.Input.Text("type") == "conversations_select").Select(answer => answer.Field).Distinct()],
            Files = [.. answers.SelectMany(answer => Files(answer.Field, answer.Input))],
        };
    }

    private static IEnumerable<string> Texts(JsonElement? input) => input.Text("type") switch
    {
        "checkboxes" or "multi_static_select" => input.At("selected_options").Items().Select(option => option.Text("value")).OfType<string>(),
        "static_select" or "radio_buttons" => Given(input.At("selected_option").Text("value")),
        "datepicker" => Given(input.Text("selected_date")),
        "users_select" => Given(input.Id("selected_user")),
        "conversations_select" => Given(input.Id("selected_conversation")),
        "file_input" => [],
        _ => Given(input.Text("value")),
    };

    private static IEnumerable<string> Given(string? text) => text is null ? [] : [SlackTyped.ReadField(text)];

    private static IEnumerable<SlackFile> Files(string field, JsonElement? input) => input.At("files").Items()
        .Select(file => (Name: file.Text("name") ?? "file", Url: file.Text("url_private_download") ?? file.Text("url_private")))
        .Where(file => file.Url is not null)
        .Select(file => new SlackFile(field, file.Name, file.Url!));

    /// <summary>The place that we wrote into the form, when it is one of this workspace; otherwise the person's own.</summary>
    private static Place Place(string? metadata, SlackAct act)
    {
        var own = new Place(act.Tenant, act.By.Id);
        if (metadata is not { Length: > 0 and <= SlackLimits.PrivateMetadata } || metadata[0] != '{') return own;
        try
        {
            return JsonSerializer.Deserialize(metadata, SlackJson.Wire.MetadataPlace) is { } asked && IsOurs(asked, act)
                ? new Place(new Tenant(asked.Tenant), asked.Channel, asked.Thread)
                : own;
        }
        catch (JsonException)
        {
            return own;
        }
    }

    /// <summary>
    /// Only this app can have written it and Slack signed it, yet it must name a workspace of this request. Organisations that
    /// installed the app as a whole name themselves instead of the workspace the form was asked in.
    /// </summary>
    private static bool IsOurs(MetadataPlace asked, SlackAct act)
    {
        var isWhole = ((JsonElement?)act.Root).Says("is_enterprise_install") || act.Root.At("team") is null;
        var isNamed = asked.Tenant is { Length: <= 70 } tenant && tenant.StartsWith(SlackPlatform.DoorName + ":", StringComparison.Ordinal) && SlackIds.IsId(tenant[(SlackPlatform.DoorName.Length + 1)..]);
        return isNamed && (isWhole || asked.Tenant == act.Tenant.Id)
            && SlackIds.IsId(asked.Channel) && (asked.Thread is null || SlackIds.IsStamp(asked.Thread));
    }
}
