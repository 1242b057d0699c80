using System.Text.Json;

namespace OutcomeBot.Slack;

/// <summary>How a call to Slack ended.</summary>
internal enum SlackOutcome
{
    /// <summary>Done.</summary>
    Fine,

    /// <summary>Slack says no, and why.</summary>
    Refused,

    /// <summary>Too many calls: wait.</summary>
    Limited,

    /// <summary>Slack failed; the call may have worked all the same.</summary>
    Broken,

    /// <summary>No answer in time or no way there; the call may have worked all the same.</summary>
    Unreachable,
}

/// <summary>What Slack answered.</summary>
internal sealed record SlackResult(SlackOutcome Outcome, string Error = "", TimeSpan? RetryAfter = null, JsonElement? Body = null)
{
    public bool IsFine => Outcome == SlackOutcome.Fine;

    /// <summary>Whether it may have been done although no success was reported.</summary>
    public bool IsUncertain => Outcome is SlackOutcome.Broken or SlackOutcome.Unreachable;

    /// <summary>Reads an answer of the Web API.</summary>
    public static SlackResult Of(int status, TimeSpan? retryAfter, ReadOnlySpan<byte> json)
    {
        if (status == 429) return new SlackResult(SlackOutcome.Limited, "ratelimited", retryAfter);
        if (Parsed(json) is not { ValueKind: JsonValueKind.Object } body) return new SlackResult(SlackOutcome.Broken, $"http_{status}", retryAfter);
        if (((JsonElement?)body).Says("ok")) return new SlackResult(SlackOutcome.Fine, Body: body);
        return body.Text("error") switch
        {
            "ratelimited" or "rate_limited" => new SlackResult(SlackOutcome.Limited, "ratelimited", retryAfter),
            "internal_error" or "fatal_error" or "request_timeout" or "service_unavailable" or "team_added_to_org" => new SlackResult(SlackOutcome.Broken, body.Text("error")!, retryAfter),
            { Length: > 0 } error when SlackIds.IsId(error) => new SlackResult(status >= 500 ? SlackOutcome.Broken : SlackOutcome.Refused, error, retryAfter, body),
            _ => new SlackResult(SlackOutcome.Broken, $"http_{status}", retryAfter),
        };
    }

    private static JsonElement? Parsed(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
