using System.Collections.Immutable;
using System.Text.Json;

namespace OutcomeBot.Load.Servers;

/// <summary>What a call to the Web API says, as far as anybody here asks.</summary>
internal sealed record ApiCall
{
    public string Channel { get; private set; } = "";

    public string? Message { get; private set; }

    public string? Thread { get; private set; }

    public string Text { get; private set; } = "";

    public string? Trigger { get; private set; }

    public string? Callback { get; private set; }

    public string Metadata { get; private set; } = "";

    /// <summary>The mark that the bot puts on its messages, as JSON.</summary>
    public string? Mark { get; private set; }

    public ImmutableArray<string> Presses { get; private set; } = [];

    public static ApiCall Of(ReadOnlySpan<byte> json)
    {
        var call = new ApiCall();
        var presses = ImmutableArray.CreateBuilder<string>();
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            if (reader.ValueTextEquals("action_id"u8)) presses.Add(Next(ref reader));
            else if (reader.CurrentDepth == 1) call.TakeField(ref reader);
            else if (reader.CurrentDepth == 2 && reader.ValueTextEquals("callback_id"u8)) call.Callback = Next(ref reader);
            else if (reader.CurrentDepth == 2 && reader.ValueTextEquals("private_metadata"u8)) call.Metadata = Next(ref reader);
        }

        call.Presses = presses.ToImmutable();
        return call;
    }

    private void TakeField(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("channel"u8)) Channel = Next(ref reader);
        else if (reader.ValueTextEquals("ts"u8)) Message = Next(ref reader);
        else if (reader.ValueTextEquals("thread_ts"u8)) Thread = Next(ref reader);
        else if (reader.ValueTextEquals("text"u8)) Text = Next(ref reader);
        else if (reader.ValueTextEquals("trigger_id"u8)) Trigger = Next(ref reader);
        else if (reader.ValueTextEquals("metadata"u8)) Mark = Object(ref reader);
    }

    private static string Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString() ?? "" : "";
    }

    private static string? Object(ref Utf8JsonReader reader)
    {
        reader.Read();
        return JsonElement.TryParseValue(ref reader, out var value) && value is { ValueKind: JsonValueKind.Object } found ? found.GetRawText() : null;
    }
}
