using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;

namespace OutcomeBot.Web.LocalChat;

/// <summary>What a typed line asks for, when it is addressed to the bot.</summary>
public abstract record Addressed;

/// <summary>A line that starts with a slash: not shown to others.</summary>
public sealed record Slash(string Word, string Rest) : Addressed;

/// <summary>A line that names the bot: others see it.</summary>
public sealed record Mention(string Word, string Rest) : Addressed;

/// <summary>A slash that nobody here knows.</summary>
public sealed record UnknownSlash(string Sentence) : Addressed;

/// <summary>Reads typed lines for commands, and knows what can be suggested while typing.</summary>
public sealed partial class Commands(PracticeBook book)
{
    /// <summary>The bot's name in the local chat.</summary>
    public const string Bot = "OutcomeBot";

    /// <summary>What can be typed after the bot's name, in the order of the catalog.</summary>
    public ImmutableArray<Suggestion> Suggestions { get; } =
        [new("", "", "Where this room stands, and the next sensible step"), .. book.ByWord.Values.SelectMany(practice => practice.Usages).Select(Suggestion.Of)];

    /// <summary>How a line addresses the bot; null when it does not.</summary>
    public Addressed? Read(string text)
    {
        if (OutcomeSlash().Match(text) is { Success: true } slash) return Split(slash.Groups[1].Value, (word, rest) => new Slash(word, rest));
        if (ShortSlash().Match(text) is { Success: true } shorter) return ReadShort(shorter.Groups[1].Value, text);
        return BotMention().Match(text) is { Success: true } mention ? Split(text[(mention.Index + mention.Length)..], (word, rest) => new Mention(word, rest)) : null;
    }

    private Addressed ReadShort(string first, string text) =>
        book.Of(Lower(first)) is not null
            ? Split(text[1..], (word, rest) => new Slash(word, rest))
            : new UnknownSlash($"/{first} isn't known here. Commands start with /outcome, such as /outcome why; /outcome alone shows where this room stands.");

    private static Addressed Split(string text, Func<string, string, Addressed> make)
    {
        var trimmed = text.Trim();
        var end = trimmed.AsSpan().IndexOfAny(" \n\t");
        return end < 0 ? make(Lower(trimmed), "") : make(Lower(trimmed[..end]), trimmed[end..].Trim());
    }

    private static string Lower(string word) => word.ToLowerInvariant();

    [GeneratedRegex(@"\A/outcome(?:\s+([\s\S]*))?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OutcomeSlash();

    [GeneratedRegex(@"\A/([A-Za-z][A-Za-z-]{0,23})(?=\s|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex ShortSlash();

    [GeneratedRegex(@"(?<=\A|\s)@OutcomeBot(?![A-Za-z0-9])[:,]?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BotMention();
}

/// <summary>A command as it is suggested: the words that are typed as they stand, an example of what follows, and its meaning.</summary>
public sealed partial record Suggestion(string Text, string Example, string Meaning)
{
    /// <summary>The suggestion of a usage: its small words are the command, the rest is the example.</summary>
    public static Suggestion Of(Usage usage)
    {
        var stem = Stem().Match(usage.Text).Value.TrimEnd();
        return new Suggestion(stem, usage.Text[stem.Length..].TrimStart(), usage.Meaning);
    }

    [GeneratedRegex(@"\A([a-z][a-z-]*(\s+|\z))*", RegexOptions.CultureInvariant)]
    private static partial Regex Stem();
}
