using System.Globalization;
using System.Text.Json;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>What stands in a channel or thread since a letter was written: read only after a crash or a broken call.</summary>
internal sealed class SlackHistory(SlackClient client)
{
    /// <summary>The clocks of two machines differ a little.</summary>
    private const int Slack = 5;

    private const int Most = 100;

    /// <summary>The messages there since the letter's turn.</summary>
    public async Task<(SlackResult Result, IReadOnlyList<JsonElement> Messages)> SinceAsync(Letter letter, string channel, CancellationToken cancellationToken)
    {
        var thread = letter.Place.Thread;
        List<KeyValuePair<string, string>> fields =
        [
            new("channel", channel),
            new("oldest", (letter.Parcel.At.ToUnixTimeSeconds() - Slack).ToString(CultureInfo.InvariantCulture) + ".000000"),
            new("limit", Most.ToString(CultureInfo.InvariantCulture)),
            new("include_all_metadata", "true"),
        ];
        if (thread is not null) fields.Add(new("ts", thread));
        var result = await client.AskAsync(letter.Place.Tenant, thread is null ? "conversations.history" : "conversations.replies", fields, cancellationToken);
        return (result, [.. result.Body.At("messages").Items()]);
    }

    /// <summary>Those that bear this parcel's mark: which part of it, and its time stamp.</summary>
    public static IEnumerable<(int Part, string Stamp)> Parts(IEnumerable<JsonElement> messages, string parcel) =>
        from message in messages
        let mark = message.At("metadata")
        let payload = mark.At("event_payload")
        where mark.Text("event_type") == MessageMark.Event && payload.Text("parcel") == parcel
        let stamp = message.Stamp("ts")
        where stamp is not null && payload.At("part") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out _)
        select (payload.At("part")!.Value.GetInt32(), stamp);

    /// <summary>Whether a message bears a file of this name: uploads carry no mark.</summary>
    public static bool HasFile(IEnumerable<JsonElement> messages, string name) =>
        messages.Any(message => message.At("files").Items().Any(file => file.Text("name") == name || file.Text("title") == name));
}
