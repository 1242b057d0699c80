using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace OutcomeBot.Teams;

/// <summary>A part of a card, what it says as plain text, and how many letters it weighs. What stays is kept when a card must be folded.</summary>
internal sealed record TeamsPart(CardElement Element, string Plain, int Letters, bool Stays = false)
{
    public static TeamsPart Of(CardElement element, string plain, bool stays = false) =>
        new(element, plain, Encoding.UTF8.GetCharCount(JsonSerializer.SerializeToUtf8Bytes(element, TeamsJson.Wire.CardElement)) + 1, stays);

    /// <summary>How many lines a reader misses without it.</summary>
    public int Lines => Plain.Count(letter => letter == '\n') + 1;
}

/// <summary>Parts into messages, within what Teams takes.</summary>
internal static class TeamsPacking
{
    /// <summary>As many groups as it takes, in order.</summary>
    public static IReadOnlyList<ImmutableArray<TeamsPart>> Split(IEnumerable<TeamsPart> parts)
    {
        var groups = new List<ImmutableArray<TeamsPart>.Builder> { ImmutableArray.CreateBuilder<TeamsPart>() };
        var letters = 0;
        foreach (var part in parts)
        {
            if (letters + part.Letters > TeamsLimits.MessageLetters && groups[^1].Count > 0)
            {
                groups.Add(ImmutableArray.CreateBuilder<TeamsPart>());
                letters = 0;
            }

            groups[^1].Add(part);
            letters += part.Letters;
        }

        return [.. groups.Select(group => group.ToImmutable())];
    }

    /// <summary>One group: first what must stay, then what stands first; a line says how much is missing and where it is.</summary>
    public static ImmutableArray<TeamsPart> Folded(ImmutableArray<TeamsPart> parts)
    {
        const int room = TeamsLimits.MessageLetters;
        if (parts.Sum(part => part.Letters) <= room) return parts;
        var staying = Kept(parts, part => part.Stays, room / 2);
        var first = Kept(parts, part => !part.Stays, room - 500 - staying.Sum(index => parts[index].Letters));
        var missing = Enumerable.Range(0, parts.Length).Where(index => !staying.Contains(index) && !first.Contains(index)).ToList();
        var note = Note(missing.Sum(index => parts[index].Lines));
        return [.. Enumerable.Range(0, parts.Length).SelectMany(index => index == missing[0] ? [note] : missing.Contains(index) ? [] : (TeamsPart[])[parts[index]])];
    }

    /// <summary>The places of those parts that fit, from the front until one does not.</summary>
    private static HashSet<int> Kept(ImmutableArray<TeamsPart> parts, Func<TeamsPart, bool> isWanted, int letters)
    {
        var (kept, used) = (new HashSet<int>(), 0);
        for (var index = 0; index < parts.Length; index++)
        {
            if (!isWanted(parts[index])) continue;
            if (used + parts[index].Letters > letters) break;
            used += parts[index].Letters;
            kept.Add(index);
        }

        return kept;
    }

    private static TeamsPart Note(int lines)
    {
        var text = lines == 1
            ? "One more line doesn't fit into a Teams message. Nothing is lost: Export has all of it."
            : $"{lines.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} more lines don't fit into a Teams message. Nothing is lost: Export has all of them.";
        return TeamsPart.Of(new TextElement([new TextRun(text) { IsSubtle = true, Size = "Small" }]), text);
    }
}
