using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using OutcomeBot.Doors.Tests.Teams;

namespace OutcomeBot.House.Tests.Teams;

/// <summary>People in Teams: what they type, press and fill in reaches the bot as Teams would send it, with a token.</summary>
internal sealed class TeamsDriver(Uri bot, TestIssuer issuer, MadeConnector connector, TimeProvider? clock = null) : IDisposable
{
    public const string General = "19:general@thread.tacv2";

    private static long s_next = 1_770_000_000_000;

    private readonly HttpClient _http = new() { BaseAddress = bot, Timeout = TimeSpan.FromSeconds(30) };

    public HttpClient Http => _http;

    public static string Fresh() => Interlocked.Increment(ref s_next).ToString(CultureInfo.InvariantCulture);

    /// <summary><c>@OutcomeBot text</c> as a new post in a channel.</summary>
    public Task<JsonObject?> MentionAsync(string user, string text, string channel = General)
    {
        var id = Fresh();
        return SendAsync(Mention(Activity(user, $"{channel};messageid={id}", "message", id), text));
    }

    /// <summary><c>@OutcomeBot text</c> in the thread of a card.</summary>
    public Task<JsonObject?> MentionUnderAsync(string user, TeamsPost card, string text) =>
        SendAsync(Mention(Activity(user, Thread(card), "message", Fresh()), text));

    /// <summary>A line to the bot alone.</summary>
    public Task<JsonObject?> SayAsync(string user, string text)
    {
        var activity = Activity(user, Alone(user), "message", Fresh());
        activity["text"] = text;
        return SendAsync(activity);
    }

    /// <summary>A line in the thread of a card, which reaches the bot where it may read every message.</summary>
    public Task<JsonObject?> TypeAsync(string user, TeamsPost card, string text, string? id = null)
    {
        var activity = Activity(user, Thread(card), "message", id ?? Fresh());
        activity["text"] = text;
        return SendAsync(activity);
    }

    /// <summary>Presses a button by its words; the answer is what Teams shows at once.</summary>
    public Task<JsonObject?> PressAsync(string user, TeamsPost card, string title, string? id = null) =>
        ActAsync(user, card, card.Action(title) ?? throw new InvalidOperationException($"No button says '{title}': {string.Join(", ", TeamsPost.Actions(card.Card).Select(action => action["title"]))}."), id);

    /// <summary>Sends an action of a card as a client would.</summary>
    public Task<JsonObject?> ActAsync(string user, TeamsPost card, JsonObject action, string? id = null, params (string Field, string Value)[] values)
    {
        var data = Filled(card.Card, action["data"]!.DeepClone().AsObject(), values);
        var isDialog = data["msteams"]?["type"]?.ToString() == "task/fetch";
        var isExecute = action["type"]!.ToString() == "Action.Execute";
        var activity = Activity(user, Thread(card), isDialog || isExecute ? "invoke" : "message", id ?? "f:" + Fresh());
        activity["replyToId"] = card.Id;
        if (isDialog || isExecute) activity["name"] = isDialog ? "task/fetch" : "adaptiveCard/action";
        activity["value"] = isDialog ? new JsonObject { ["data"] = data }
            : isExecute ? new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = action["verb"]!.ToString(), ["data"] = data }, ["trigger"] = "manual" }
            : data;
        return SendAsync(activity);
    }

    /// <summary>Presses a button that opens a dialog; what is in the dialog.</summary>
    public async Task<JsonObject> OpenAsync(string user, TeamsPost card, string title) =>
        DialogOf(await PressAsync(user, card, title)) ?? throw new InvalidOperationException($"'{title}' opened nothing.");

    /// <summary>Fills a dialog and sends it; the next dialog, or null when it closes.</summary>
    public async Task<JsonObject?> FillAsync(string user, TeamsPost card, JsonObject dialog, params (string Field, string Value)[] values) =>
        await SubmitAsync(user, card, dialog, TeamsPost.Actions(dialog).Last(), null, values);

    /// <summary>Presses a button in a dialog.</summary>
    public async Task<JsonObject?> SubmitAsync(string user, TeamsPost card, JsonObject dialog, JsonObject action, string? id = null, params (string Field, string Value)[] values)
    {
        var activity = Activity(user, Thread(card), "invoke", id ?? "f:" + Fresh());
        activity["name"] = "task/submit";
        activity["value"] = new JsonObject { ["data"] = Filled(dialog, action["data"]!.DeepClone().AsObject(), values) };
        return await SendAsync(activity);
    }

    /// <summary>The card in a dialog's answer; null when it shows none.</summary>
    public static JsonObject? DialogOf(JsonObject? answer) => answer?["task"]?["value"] is JsonObject value ? value["card"]!["content"]!.AsObject() : null;

    /// <summary>Waits for a message of the bot that this holds for.</summary>
    public async Task<TeamsPost> PostAsync(Func<TeamsPost, bool> isIt, string what)
    {
        await UntilAsync(() => connector.Posts.Any(isIt), what);
        return connector.Posts.Last(isIt);
    }

    public Task<TeamsPost> CardAsync(string words) => PostAsync(post => post.Text.Contains(words, StringComparison.Ordinal), $"a card that says '{words}'");

    /// <summary>Waits until a card says this.</summary>
    public async Task<TeamsPost> UntilSaysAsync(TeamsPost card, string words)
    {
        await UntilAsync(() => connector.Post(card).Text.Contains(words, StringComparison.Ordinal), $"a card that says '{words}'");
        return connector.Post(card);
    }

    /// <summary>Waits until a card has this button.</summary>
    public async Task<TeamsPost> UntilHasAsync(TeamsPost card, string title)
    {
        await UntilAsync(() => connector.Post(card).Action(title) is not null, $"the button '{title}'");
        return connector.Post(card);
    }

    /// <summary>Waits until something is so; in vain, it tells what stands in the conversations instead.</summary>
    public async Task UntilAsync(Func<bool> isSo, string what)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!isSo())
        {
            if (limit.IsCancellationRequested) throw new TimeoutException($"Waited in vain for {what}. There is:\n{string.Join("\n---\n", connector.Posts.Select(post => $"{post.Conversation} {post.Id}\n{post.Text}"))}");
            await Task.Delay(10);
        }
    }

    /// <summary>An activity of a person, without what it is about.</summary>
    public JsonObject Activity(string user, string conversation, string type, string id)
    {
        var isAlone = conversation.StartsWith("a:", StringComparison.Ordinal);
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TestIssuer.Tenant } };
        if (!isAlone) data["team"] = new JsonObject { ["id"] = General, ["name"] = "Delivery" };
        return new JsonObject
        {
            ["type"] = type, ["id"] = id, ["channelId"] = "msteams", ["serviceUrl"] = connector.ServiceUrl, ["localTimezone"] = "Europe/Vienna",
            ["from"] = new JsonObject { ["id"] = "29:" + user, ["aadObjectId"] = user, ["name"] = char.ToUpperInvariant(user[0]) + user[1..] },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "OutcomeBot" },
            ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = isAlone ? "personal" : "channel", ["isGroup"] = !isAlone, ["tenantId"] = TestIssuer.Tenant },
            ["channelData"] = data,
        };
    }

    public static JsonObject Mention(JsonObject activity, string text)
    {
        activity["text"] = $"<at>OutcomeBot</at> {text}";
        activity["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = "<at>OutcomeBot</at>", ["mentioned"] = new JsonObject { ["id"] = "28:bot" } });
        return activity;
    }

    public async Task<JsonObject?> SendAsync(JsonObject activity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Add("Authorization", "Bearer " + issuer.Token(connector.ServiceUrl, (clock ?? TimeProvider.System).GetUtcNow()));
        using var response = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync();
        return text.Length == 0 ? null : JsonNode.Parse(text)!.AsObject();
    }

    public static string Alone(string user) => "a:alone-29:" + user;

    public void Dispose() => _http.Dispose();

    /// <summary>The conversation with the thread that a card stands in or begins.</summary>
    public static string Thread(TeamsPost card) =>
        card.Conversation.StartsWith("a:", StringComparison.Ordinal) || card.Conversation.Contains(';', StringComparison.Ordinal) ? card.Conversation : $"{card.Conversation};messageid={card.Id}";

    /// <summary>What a client sends: the action's own data and every input, as it was given or as it stood there.</summary>
    private static JsonObject Filled(JsonObject card, JsonObject data, (string Field, string Value)[] values)
    {
        if (data["_fields"] is null) return data;
        foreach (var input in TeamsPost.Objects(card).Where(found => found["type"]?.ToString().StartsWith("Input.", StringComparison.Ordinal) == true))
            data[input["id"]!.ToString()] = values.FirstOrDefault(value => value.Field == input["id"]!.ToString()).Value ?? input["value"]?.ToString() ?? "";
        return data;
    }
}
