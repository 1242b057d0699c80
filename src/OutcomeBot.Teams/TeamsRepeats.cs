using System.Collections.Concurrent;
using System.Text.Json;

namespace OutcomeBot.Teams;

/// <summary>
/// The keys of what people press. Teams sends a press again under the same id when no answer came in time, and later under a
/// new one (botbuilder-dotnet#5005). So a press that is the last one of this person on this card, said again within moments,
/// bears the key of the first: it meets its own effects and does nothing.
/// </summary>
internal sealed class TeamsRepeats(TimeProvider time)
{
    private const int Most = 20_000;

    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(string Conversation, string Person, string Card), Last> _last = new();

    /// <summary>The delivery key of a press.</summary>
    public string KeyOf(TeamsActivity activity, JsonElement? data)
    {
        // Only a hash of it is kept: it may be a ballot.
        var (own, said, now) = (activity.Key(), TeamsActivity.KeyOf(Said(data)), time.GetUtcNow());
        if (_last.Count >= Most) _last.Clear();
        return _last.AddOrUpdate(
            (activity.Conversation, activity.Person ?? "", activity.ReplyTo ?? ""),
            _ => new Last(said, own, now),
            (_, last) => last.Said == said && now - last.At < s_window ? last : new Last(said, own, now)).Key;
    }

    /// <summary>What was pressed and filled in, as one text that doesn't depend on the order of the members.</summary>
    public static string Said(JsonElement? data) => string.Join('\n', data.Members()
        .Where(member => member.Name != TeamsData.Form)
        .OrderBy(member => member.Name, StringComparer.Ordinal)
        .Select(member => $"{member.Name}={member.Value.GetRawText()}"));

    private sealed record Last(string Said, string Key, DateTimeOffset At);
}
