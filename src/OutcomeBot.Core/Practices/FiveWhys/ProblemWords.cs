using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>A problem as a question and as a statement: people type either.</summary>
internal static class ProblemWords
{
    public static bool IsQuestion(string statement) =>
        statement.EndsWith('?') || statement.StartsWith("why ", StringComparison.OrdinalIgnoreCase) || statement.StartsWith("how come ", StringComparison.OrdinalIgnoreCase);

    /// <summary>The first why.</summary>
    public static string Question(Problem problem) => IsQuestion(problem.Statement)
        ? Capital(problem.Statement.TrimEnd('?', ' ', '.')) + "?"
        : Wording.WhyOf(problem.Statement);

    /// <summary>What is wrong, as a statement: "Why is growth declining?" says that growth is declining. A question that can't be turned safely is quoted.</summary>
    public static string Statement(Problem problem) => problem.Statement switch
    {
        var text when !IsQuestion(text) => text,
        var text when text.StartsWith("why ", StringComparison.OrdinalIgnoreCase) && Language.Question.Statement(text) is { } stated => Capital(stated),
        var text => $"that answers \"{Capital(text)}\"",
    };

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
