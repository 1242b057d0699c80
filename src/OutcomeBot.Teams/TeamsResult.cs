using System.Text.Json;

namespace OutcomeBot.Teams;

/// <summary>How a call to Teams ended.</summary>
internal enum TeamsOutcome
{
    /// <summary>Done.</summary>
    Fine,

    /// <summary>Teams says no, and why.</summary>
    Refused,

    /// <summary>Not now, and certainly not done: wait.</summary>
    Limited,

    /// <summary>Teams failed, or gave no answer; the call may have worked all the same.</summary>
    Unknown,

    /// <summary>The call never left: no token was to be had, or no way there.</summary>
    Unsent,
}

/// <summary>What Teams answered: how it ended, its code, and how long it asks to wait.</summary>
internal sealed record TeamsResult(TeamsOutcome Outcome, string Code = "", int Status = 0, TimeSpan? RetryAfter = null, JsonElement? Body = null)
{
    public bool IsFine => Outcome == TeamsOutcome.Fine;

    /// <summary>The id of the message or conversation that was made.</summary>
    public string? Id => Body.Id("id");

    /// <summary>Reads an answer. A 412 is asked to be tried again and is certainly not done; after 5xx nobody knows.</summary>
    public static TeamsResult Of(int status, TimeSpan? retryAfter, ReadOnlySpan<byte> json)
    {
        var body = Parsed(json);
        var code = body.At("error").Text("code") is { Length: > 0 and <= 80 } named && named.All(char.IsAsciiLetterOrDigit) ? named : $"http_{status}";
        return status switch
        {
            >= 200 and < 300 => new TeamsResult(TeamsOutcome.Fine, Status: status, Body: body),
            412 or 429 => new TeamsResult(TeamsOutcome.Limited, code, status, retryAfter),
            408 or >= 500 => new TeamsResult(TeamsOutcome.Unknown, code, status, retryAfter),
            _ => new TeamsResult(TeamsOutcome.Refused, code, status),
        };
    }

    private static JsonElement? Parsed(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            return json.IsEmpty ? null : JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
