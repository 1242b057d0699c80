using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Web.LocalChat;

/// <summary>Reads what a browser sent for a form: only the fields that were asked, cleaned, and no longer than they may be.</summary>
public static class FormReader
{
    private const int LongestChoice = 200;
    private const int MostChoices = 100;

    /// <summary>The answers; a text that is too long is passed on one character longer than allowed, so that the rules can say so.</summary>
    public static FormValues Read(Form form, IReadOnlyDictionary<string, string[]> sent, IReadOnlyDictionary<string, string> files) =>
        new(form.Fields.ToImmutableDictionary(field => field.Name, field => Answers(field, sent.GetValueOrDefault(field.Name) ?? [], files)), []);

    private static ImmutableArray<string> Answers(Field field, string[] sent, IReadOnlyDictionary<string, string> files) => field switch
    {
        FileField => files.TryGetValue(field.Name, out var text) ? [text] : [],
        TextField text => [.. sent.Take(1).Select(answer => Bounded(LocalText.Clean(answer), text.Longest + 1))],
        _ => [.. sent.Take(MostChoices).Select(answer => Bounded(LocalText.Clean(answer), LongestChoice)).Where(answer => answer.Length > 0)],
    };

    private static string Bounded(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
