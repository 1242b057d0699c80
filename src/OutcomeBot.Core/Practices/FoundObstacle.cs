using System.Text.Json;

namespace OutcomeBot.Core.Practices;

/// <summary>An obstacle that another practice found, handed to whoever works on obstacles: what it is, and where it was found.</summary>
/// <param name="Text">The obstacle, in the words of those who found it.</param>
/// <param name="Title">What it was found by, as people call it: the question that was asked, the chart that was read.</param>
public sealed record FoundObstacle(string Text, string Title)
{
    /// <summary>The address that takes one.</summary>
    public const string Address = "kata/obstacle";

    /// <summary>The page it was found on, written <c>practice/id</c>; null when that is the page that hands it over.</summary>
    public string? From { get; init; }

    /// <summary>The obstacle as the text of a hand-over.</summary>
    public string ToText() => JsonSerializer.Serialize(this, CoreJson.Stored.FoundObstacle);

    /// <summary>Reads the text of a hand-over; null when it holds none.</summary>
    public static FoundObstacle? Of(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, CoreJson.Stored.FoundObstacle) is { Text: not null, Title: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
