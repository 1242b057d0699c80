using System.Text.Json;

namespace OutcomeBot.Core.Practices;

/// <summary>A page that another one led to or came from: told back over <c>practice/id/linked</c>, so that both keep the link.</summary>
/// <param name="Practice">The word of its practice.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">One line for people.</param>
/// <param name="About">What of the page it is about, such as a cause; null for the whole.</param>
public sealed record Linked(string Practice, string Id, string Title, string? About = null)
{
    /// <summary>The verb of the address that takes one.</summary>
    public const string Verb = "linked";

    /// <summary>The link as the text of a hand-over.</summary>
    public string ToText() => JsonSerializer.Serialize(this, CoreJson.Stored.Linked);

    /// <summary>Reads the text of a hand-over; null when it holds none.</summary>
    public static Linked? Of(string text) => CoreJson.Read(text, CoreJson.Stored.Linked);
}
