using System.Text.Json;

namespace OutcomeBot.Core.Practices;

/// <summary>A number that is in danger, handed to whoever asks why: the question ready to be asked, with its facts filled in.</summary>
/// <param name="Question">The question, ready to be asked.</param>
/// <param name="Metric">The metric by its name.</param>
/// <param name="Baseline">What it was and what it is, with unit and periods.</param>
/// <param name="When">The period of the newest value.</param>
/// <param name="Source">Where the newest value is from.</param>
public sealed record Concern(string Question, string Metric, string Baseline, string When, string Source)
{
    /// <summary>The address that takes one.</summary>
    public const string Address = "why/metric";

    /// <summary>The concern as the text of a hand-over.</summary>
    public string ToText() => JsonSerializer.Serialize(this, CoreJson.Stored.Concern);

    /// <summary>Reads the text of a hand-over; null when it holds none.</summary>
    public static Concern? Of(string text) => CoreJson.Read(text, CoreJson.Stored.Concern);
}
