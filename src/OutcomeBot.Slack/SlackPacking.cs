using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>A block, what it says as plain text, and how many letters Slack counts in it. What stays is kept when a card must be folded.</summary>
internal sealed record SlackPart(SlackBlock Block, string Plain, int Letters, bool Stays = false)
{
    public static SlackPart Of(SlackBlock block, params ImmutableArray<SlackText> texts) =>
        new(block, string.Join('\n', texts.Select(text => Said(text))), texts.Sum(text => text.Text.Length));

    /// <summary>How many lines a reader misses without it.</summary>
    public int Lines => Plain.Count(letter => letter == '\n') + 1;

    private static string Said(SlackText text) => text is MarkupText ? SlackNotice.Plain(text.Text) : text.Text;
}

/// <summary>Blocks into messages and views, within what Slack takes.</summary>
internal static class SlackPacking
{
    /// <summary>As many messages as it takes; the first one's notification says as much as Slack takes. Slack allows one table and two charts a message.</summary>
    public static IReadOnlyList<SlackMessage> Messages(string all, IEnumerable<SlackPart> parts)
    {
        var messages = new List<List<SlackPart>> { new() };
        foreach (var part in parts)
        {
            if (!Takes(messages[^1], part)) messages.Add([]);
            messages[^1].Add(part);
        }
        return [Written(all, messages[0]), .. messages.Skip(1).Select(rest => Written(string.Join('\n', rest.Select(part => part.Plain)), rest))];
    }

    /// <summary>One message.</summary>
    public static SlackMessage Message(string all, IEnumerable<SlackPart> parts) =>
        Written(all, Folded([.. parts], SlackLimits.MessageBlocks, SlackLimits.MessageLetters));

    /// <summary>The blocks of one view.</summary>
    public static ImmutableArray<SlackBlock> View(IEnumerable<SlackPart> parts) =>
        [.. Folded([.. parts], SlackLimits.ViewBlocks, SlackLimits.ViewLetters).Select(part => part.Block)];

    /// <summary>Things in order, in groups of so many things and letters.</summary>
    public static IEnumerable<IReadOnlyList<T>> Groups<T>(IEnumerable<T> things, int count, int letters, Func<T, int> lettersOf)
    {
        var group = new List<T>();
        foreach (var thing in things)
        {
            if (group.Count == count || (group.Count > 0 && group.Sum(lettersOf) + lettersOf(thing) > letters))
            {
                yield return group;
                group = [];
            }
            group.Add(thing);
        }
        if (group.Count > 0) yield return group;
    }

    private static bool Takes(List<SlackPart> message, SlackPart part) =>
        message.Count < SlackLimits.MessageBlocks
        && message.Sum(other => other.Letters) + part.Letters <= SlackLimits.MessageLetters
        && message.Count(other => other.Block.GetType() == part.Block.GetType()) < Most(part.Block);

    private static int Most(SlackBlock block) => block switch { TableBlock => SlackLimits.Tables, ChartBlock => SlackLimits.Charts, _ => int.MaxValue };

    private static SlackMessage Written(string plain, List<SlackPart> parts) =>
        new(SlackNotice.Of(plain), [.. parts.Select(part => part.Block)]);

    /// <summary>First what must stay, then what stands first; a line says how much is missing and where it is.</summary>
    private static List<SlackPart> Folded(ImmutableArray<SlackPart> parts, int blocks, int letters)
    {
        var kept = Kept(parts, _ => true, blocks, letters);
        if (kept.Count == parts.Length) return [.. parts];

        var staying = Kept(parts, part => part.Stays, blocks - 2, letters / 2);
        var (freeBlocks, freeLetters) = (blocks - 1 - staying.Count, letters - 200 - staying.Sum(index => parts[index].Letters));
        var first = Kept(parts, part => !part.Stays, freeBlocks, freeLetters);
        var missing = Enumerable.Range(0, parts.Length).Where(index => !staying.Contains(index) && !first.Contains(index)).ToList();
        var note = Note(missing.Sum(index => parts[index].Lines));
        return [.. Enumerable.Range(0, parts.Length).SelectMany(index => index == missing[0] ? [note] : missing.Contains(index) ? [] : (SlackPart[])[parts[index]])];
    }

    /// <summary>The places of those parts that fit, from the front until one does not.</summary>
    private static HashSet<int> Kept(ImmutableArray<SlackPart> parts, Func<SlackPart, bool> isWanted, int blocks, int letters)
    {
        var (kept, used) = (new HashSet<int>(), 0);
        for (var index = 0; index < parts.Length; index++)
        {
            if (!isWanted(parts[index])) continue;
            var alike = kept.Count(other => parts[other].Block.GetType() == parts[index].Block.GetType());
            if (kept.Count == blocks || used + parts[index].Letters > letters || alike >= Most(parts[index].Block)) break;
            used += parts[index].Letters;
            kept.Add(index);
        }
        return kept;
    }

    private static SlackPart Note(int lines)
    {
        var text = new PlainText(lines == 1
            ? "One more line doesn't fit into a Slack message. Nothing is lost: Export has all of it."
            : $"{lines.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} more lines don't fit into a Slack message. Nothing is lost: Export has all of them.");
        return SlackPart.Of(new ContextBlock([text]), text);
    }
}
