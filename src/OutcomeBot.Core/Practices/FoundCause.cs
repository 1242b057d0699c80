using System.Text.Json;

namespace OutcomeBot.Core.Practices;

/// <summary>A root cause, handed on to be overcome as an obstacle.</summary>
/// <param name="Cause">Its id where it was found; told back with the link.</param>
/// <param name="Text">The cause in the words of those who found it.</param>
/// <param name="Question">The question that it answers.</param>
/// <param name="Metric">The metric that is to move, as it was named; null when none was.</param>
public sealed record FoundCause(string Cause, string Text, string Question, string? Metric)
{
    /// <summary>The address that takes one.</summary>
    public const string Address = "kata/obstacle";

    /// <summary>The cause as the text of a hand-over.</summary>
    public string ToText() => JsonSerializer.Serialize(this, CoreJson.Stored.FoundCause);

    /// <summary>Reads the text of a hand-over; null when it holds none.</summary>
    public static FoundCause? Of(string text) => CoreJson.Read(text, CoreJson.Stored.FoundCause);
}
