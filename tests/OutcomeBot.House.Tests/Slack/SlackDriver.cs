using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace OutcomeBot.House.Tests.Slack;

/// <summary>People in a Slack workspace: what they type, press and fill in reaches the bot as Slack would send it, signed or over a socket.</summary>
internal sealed class SlackDriver(Uri bot, SlackWorkspace workspace, TimeProvider? clock = null, string team = SlackDriver.Team, Way way = Way.Requests) : IDisposable
{
    public const string Secret = "a-signing-secret-of-the-stories";
    public const string Team = "T0STORY";

    private static int s_next;

    private readonly HttpClient _http = new() { BaseAddress = bot, Timeout = TimeSpan.FromSeconds(30) };

    public SlackWorkspace Workspace => workspace;

    public static string Fresh() => Interlocked.Increment(ref s_next).ToString("D8", CultureInfo.InvariantCulture);

    /// <summary><c>/outcome text</c>; what comes back is said to this person alone.</summary>
    public Task<JsonObject?> CommandAsync(string user, string text, string channel = "C0GENERAL", string? trigger = null) =>
        SendAsync("/slack/commands", Form(
            ("team_id", team), ("channel_id", channel), ("user_id", user), ("user_name", Name(user)), ("command", "/outcome"), ("text", text),
            ("response_url", $"{workspace.ReturnUrl}/{user}"), ("trigger_id", trigger ?? $"trigger.{Fresh()}")));

    /// <summary>A line in the thread under a card.</summary>
    public Task<JsonObject?> TypeAsync(string user, SlackPost card, string text, string? eventId = null, string? stamp = null) => EventAsync(new JsonObject
    {
        ["type"] = "message",
        ["channel"] = card.Channel,
        ["channel_type"] = "channel",
        ["user"] = user,
        ["text"] = text,
        ["ts"] = stamp ?? $"1770000000.{Fresh()[2..]}",
        ["thread_ts"] = card.Thread ?? card.Stamp,
    }, eventId);

    /// <summary>A line that names the bot, in the thread under a card.</summary>
    public Task<JsonObject?> MentionAsync(string user, SlackPost card, string text) => EventAsync(new JsonObject
    {
        ["type"] = "app_mention",
        ["channel"] = card.Channel,
        ["user"] = user,
        ["text"] = $"<@UBOT00001> {text}",
        ["ts"] = $"1770000000.{Fresh()[2..]}",
        ["thread_ts"] = card.Thread ?? card.Stamp,
    });

    /// <summary>Opens the app's home, and waits for it.</summary>
    public async Task<JsonObject> HomeAsync(string user)
    {
        var before = workspace.Of("views.publish").Count();
        await EventAsync(new JsonObject { ["type"] = "app_home_opened", ["user"] = user, ["channel"] = "D" + user, ["tab"] = "home", ["event_ts"] = $"1770000000.{Fresh()[2..]}" });
        await UntilAsync(() => workspace.Of("views.publish").Count() > before, "the home of " + user);
        return workspace.Of("views.publish").Last(call => call["user_id"]!.ToString() == user);
    }

    /// <summary>Presses a button on the app's home.</summary>
    public Task<JsonObject?> PressAtHomeAsync(string user, string action) => InteractAsync(new JsonObject
    {
        ["type"] = "block_actions",
        ["team"] = new JsonObject { ["id"] = Team },
        ["user"] = new JsonObject { ["id"] = user, ["name"] = Name(user) },
        ["trigger_id"] = $"trigger.{Fresh()}",
        ["container"] = new JsonObject { ["type"] = "view", ["view_id"] = "VHOME" },
        ["view"] = new JsonObject { ["id"] = "VHOME", ["type"] = "home", ["app_installed_team_id"] = Team },
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = action, ["block_id"] = "b", ["action_ts"] = Fresh() }),
    });

    public Task<JsonObject?> EventAsync(JsonObject inner, string? eventId = null, bool isShared = false) => SendAsync("/slack/events", new JsonObject
    {
        ["type"] = "event_callback",
        ["team_id"] = team,
        ["api_app_id"] = "A0STORY",
        ["event_id"] = eventId ?? $"Ev{Fresh()}",
        ["event_time"] = (clock ?? TimeProvider.System).GetUtcNow().ToUnixTimeSeconds(),
        ["is_ext_shared_channel"] = isShared,
        ["authorizations"] = new JsonArray(new JsonObject { ["team_id"] = team, ["user_id"] = "UBOT00001", ["is_bot"] = true }),
        ["event"] = inner,
    }.ToJsonString(), "application/json");

    /// <summary>Presses a button by its label.</summary>
    public Task<JsonObject?> PressAsync(string user, SlackPost card, string label) =>
        ActAsync(user, card, card.Button(label) ?? throw new InvalidOperationException($"No button says '{label}': {string.Join(", ", card.Buttons.Select(button => button.Label))}."));

    public Task<JsonObject?> ActAsync(string user, SlackPost card, string action) => InteractAsync(new JsonObject
    {
        ["type"] = "block_actions",
        ["team"] = new JsonObject { ["id"] = team },
        ["user"] = new JsonObject { ["id"] = user, ["name"] = Name(user) },
        ["trigger_id"] = $"trigger.{Fresh()}",
        ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = card.Stamp, ["channel_id"] = card.Channel, ["thread_ts"] = card.Thread },
        ["channel"] = new JsonObject { ["id"] = card.Channel },
        ["response_url"] = $"{workspace.ReturnUrl}/{user}",
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = action, ["block_id"] = "b", ["action_ts"] = Fresh() }),
    });

    /// <summary>Presses a button that opens a form, and waits for the form.</summary>
    public async Task<JsonObject> OpenAsync(string user, SlackPost card, string label)
    {
        var before = workspace.Of("views.open").Count();
        await PressAsync(user, card, label);
        await UntilAsync(() => workspace.Of("views.open").Count() > before, $"the form behind '{label}'");
        return workspace.Of("views.open").Last()["view"]!.AsObject();
    }

    /// <summary>Fills a form in and sends it; the answer holds the errors at its fields, if any.</summary>
    public Task<JsonObject?> FillAsync(string user, JsonObject view, params (string Field, string Value)[] values)
    {
        var state = new JsonObject();
        foreach (var block in view["blocks"]!.AsArray().OfType<JsonObject>().Where(block => block["type"]?.ToString() == "input"))
        {
            var name = block["block_id"]!.ToString();
            var element = block["element"]!.AsObject();
            var filled = Value(element, values.FirstOrDefault(value => value.Field == name).Value);
            filled["type"] = element["type"]!.ToString();
            state[name] = new JsonObject { [element["action_id"]!.ToString()] = filled };
        }

        return InteractAsync(new JsonObject
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = team },
            ["user"] = new JsonObject { ["id"] = user, ["name"] = Name(user) },
            ["trigger_id"] = $"trigger.{Fresh()}",
            ["view"] = new JsonObject
            {
                ["id"] = "V" + Fresh(),
                ["hash"] = Fresh(),
                ["type"] = "modal",
                ["callback_id"] = view["callback_id"]!.ToString(),
                ["private_metadata"] = view["private_metadata"]!.ToString(),
                ["state"] = new JsonObject { ["values"] = state },
            },
        });
    }

    public Task<JsonObject?> InteractAsync(JsonObject payload) => SendAsync("/slack/interactions", Form(("payload", payload.ToJsonString())));

    /// <summary>Waits for a message of the bot that this holds for.</summary>
    public async Task<SlackPost> PostAsync(Func<SlackPost, bool> isIt, string what)
    {
        await UntilAsync(() => workspace.Posts.Any(isIt), what);
        return workspace.Posts.Last(isIt);
    }

    /// <summary>Waits until a card says this.</summary>
    public async Task<SlackPost> UntilSaysAsync(SlackPost card, string words)
    {
        await UntilAsync(() => workspace.Post(card).Text.Contains(words, StringComparison.Ordinal), $"a card that says '{words}'; it says:\n{workspace.Post(card).Text}");
        return workspace.Post(card);
    }

    public static Task UntilAsync(Func<bool> isSo, string what) => UntilAsync(() => Task.FromResult(isSo()), what);

    public static async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await isSo())
        {
            if (limit.IsCancellationRequested) throw new TimeoutException("Waited in vain for " + what);
            await Task.Delay(10);
        }
    }

    public void Dispose() => _http.Dispose();

    private Task<JsonObject?> SendAsync(string path, string body, string contentType = "application/x-www-form-urlencoded") =>
        way == Way.Sockets ? OverSocketAsync(path, body) : RequestAsync(path, body, contentType);

    /// <summary>In an envelope on the newest socket; what comes back is its acknowledgement.</summary>
    private async Task<JsonObject?> OverSocketAsync(string path, string body)
    {
        await UntilAsync(() => workspace.Sockets.Open.Count > 0, "a socket");
        var fields = QueryHelpers.ParseQuery(body);
        var (type, payload) = path switch
        {
            "/slack/events" => ("events_api", body),
            "/slack/interactions" => ("interactive", fields["payload"].ToString()),
            _ => ("slash_commands", new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value.ToString()))).ToJsonString()),
        };
        var (socket, envelope) = (workspace.Sockets.Open[^1], $"envelope-{Fresh()}");
        await socket.SendAsync(envelope, type, payload, takesAnswer: type != "events_api");
        await UntilAsync(() => socket.Of(envelope) is not null, $"the acknowledgement of {type}");
        return socket.Of(envelope)!["payload"] as JsonObject;
    }

    private async Task<JsonObject?> RequestAsync(string path, string body, string contentType)
    {
        var stamp = (clock ?? TimeProvider.System).GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, contentType) };
        request.Headers.Add("X-Slack-Request-Timestamp", stamp);
        request.Headers.Add("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"v0:{stamp}:{body}"))));
        using var response = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync();
        return text.Length == 0 ? null : JsonNode.Parse(text)!.AsObject();
    }

    private static string Form(params (string Key, string Value)[] fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));

    private static string Name(string user) => user[1..].ToLowerInvariant();

    private static JsonObject Value(JsonObject element, string? value) => element["type"]!.ToString() switch
    {
        "plain_text_input" => new JsonObject { ["value"] = value ?? element["initial_value"]?.ToString() },
        "static_select" => new JsonObject { ["selected_option"] = (value is null ? null : new JsonObject { ["value"] = value }) ?? element["initial_option"]?.DeepClone() },
        "checkboxes" or "multi_static_select" => new JsonObject { ["selected_options"] = value is null ? element["initial_options"]?.DeepClone() ?? new JsonArray() : new JsonArray([.. value.Split(',').Select(one => new JsonObject { ["value"] = one })]) },
        "datepicker" => new JsonObject { ["selected_date"] = value ?? element["initial_date"]?.ToString() },
        "users_select" => new JsonObject { ["selected_user"] = value ?? element["initial_user"]?.ToString() },
        "conversations_select" => new JsonObject { ["selected_conversation"] = value },
        _ => [],
    };
}
