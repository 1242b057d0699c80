using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using OutcomeBot.Core.Chat;
using OutcomeBot.House.Tests.Slack;
using OutcomeBot.PlainDoor;
using OutcomeBot.Web.Hosting;

namespace OutcomeBot.House.Tests.Parity;

/// <summary>The channel behind the fourth door, which the product knows nothing of.</summary>
internal sealed class PlainChannel(BareHouse house, MovedClock clock) : Channel(clock), IDisposable
{
    private const string Token = "a-word-of-the-stories";
    private const string General = "general";

    private readonly HttpClient _http = new() { BaseAddress = house.Address, DefaultRequestHeaders = { { "Authorization", "Bearer " + Token } } };
    private readonly ConcurrentQueue<(string Who, string Text)> _answers = new();
    private int _next;

    public override Tenant Tenant { get; } = new("plain:home");

    protected override IServiceProvider Services => house.Services;

    public static async Task<Channel> StartAsync(MovedClock clock) =>
        new PlainChannel(await BareHouse.StartAsync(clock, new Door(PlainServices.AddPlain, PlainServices.MapPlain), $"--{PlainServices.Token}", Token, "--Pages:PublicUrl", "https://bot.example.com"), clock);

    public override async Task<IReadOnlyList<Seen>> SeenAsync() => [.. (await ReadAsync(General)).Where(message => message["onlyTo"] is null).Select(SeenOf)];

    public override async Task<IReadOnlyList<string>> NotesAsync(string who) =>
    [
        .. _answers.Where(answer => answer.Who == who).Select(answer => answer.Text),
        .. (await ReadAsync(General)).Where(message => message["onlyTo"]?.ToString() == who).Concat(await ReadAsync(who)).Select(message => message["text"]!.ToString()),
    ];

    public override Task SayAsync(string who, string text) => SendAsync(who, new JsonObject { ["command"] = text });

    public override Task SayUnderAsync(string who, Seen under, string text) => SendAsync(who, new JsonObject { ["command"] = text, ["thread"] = under.Thread ?? under.Id });

    public override async Task<string> TypeAsync(string who, Seen under, string text)
    {
        var line = Fresh();
        await SendAsync(who, new JsonObject { ["line"] = text, ["thread"] = under.Thread ?? under.Id }, line);
        return line;
    }

    public override Task EditAsync(string who, Seen under, string line, string text) => SendAsync(who, new JsonObject { ["edited"] = line, ["line"] = text, ["thread"] = under.Thread ?? under.Id });

    public override Task RemoveAsync(string who, Seen under, string line) => SendAsync(who, new JsonObject { ["removed"] = line, ["thread"] = under.Thread ?? under.Id });

    public override Task PressAsync(string who, Seen on, string label) => PressedAsync(who, on, label);

    public override async Task<IReadOnlyList<string>> FillAsync(string who, Seen on, string label, params (string Field, string Value)[] values)
    {
        var form = (await PressedAsync(who, on, label))["form"] ?? throw new InvalidOperationException($"'{label}' opened no form.");
        var fields = form["fields"]!.DeepClone().AsObject();
        foreach (var (field, value) in values) fields[field] = new JsonArray([.. value.Split(',').Select(one => (JsonNode)one)]);
        var answer = await SendAsync(who, new JsonObject { ["press"] = form["press"]!.ToString(), ["fields"] = fields, ["thread"] = on.Thread ?? on.Id });
        return [.. answer["wrong"]!.AsObject().Select(pair => pair.Value!.ToString())];
    }

    public override async Task<string?> HomeAsync(string who)
    {
        await SendAsync(who, new JsonObject { ["home"] = true });
        await SlackDriver.UntilAsync(async () => (await ReadAsync(who)).Any(message => message["id"]!.ToString() == "home"), "the home page");
        return (await ReadAsync(who)).Single(message => message["id"]!.ToString() == "home")["text"]!.ToString();
    }

    public override string Named(string who) => $"@{who}={Name(who)}";

    public override ValueTask DisposeAsync()
    {
        Dispose();
        return house.DisposeAsync();
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonObject> PressedAsync(string who, Seen on, string label)
    {
        var message = (await ReadAsync(General)).Single(message => message["id"]!.ToString() == on.Id);
        return await SendAsync(who, new JsonObject { ["press"] = message["buttons"]![label]!.ToString(), ["thread"] = on.Thread ?? on.Id });
    }

    private async Task<JsonObject> SendAsync(string who, JsonObject call, string? delivery = null)
    {
        (call["delivery"], call["who"], call["name"]) = (delivery ?? Fresh(), who, Name(who));
        using var response = await _http.PostAsJsonAsync($"/plain/home/{General}", call);
        response.EnsureSuccessStatusCode();
        var answer = (await response.Content.ReadFromJsonAsync<JsonObject>())!; // A door answers every call.
        foreach (var note in answer["notes"]!.AsArray()) _answers.Enqueue((who, note!.ToString()));
        return answer;
    }

    private async Task<IReadOnlyList<JsonObject>> ReadAsync(string channel) => [.. (await _http.GetFromJsonAsync<JsonArray>($"/plain/home/{channel}"))!.Select(message => message!.AsObject())];

    private string Fresh() => "plain-" + Interlocked.Increment(ref _next);

    private static string Name(string who) => char.ToUpperInvariant(who[0]) + who[1..];

    private static Seen SeenOf(JsonObject message) => new(
        message["id"]!.ToString(),
        message["thread"]?.ToString(),
        message["text"]!.ToString(),
        [.. message["buttons"]!.AsObject().Select(button => button.Key)],
        message["pictures"]!.GetValue<int>(),
        [.. message["files"]!.AsArray().Select(file => file!.ToString())]);
}
