using System.Collections.Immutable;

namespace OutcomeBot.Core.Language;

/// <summary>Turns what people said into the next question and into sentences that can stand in a report.</summary>
public static class Wording
{
    private const string Ends = " \t\r\n.!?…;,:";

    /// <summary>The next question: "dates were believed" asks "Why were dates believed?".</summary>
    public static string WhyOf(string cause)
    {
        var clause = Clause(cause);
        return clause.Length == 0 ? "Why?" : $"Why is it that {clause}?";
    }

    /// <summary>The same, asked for the story and not for the reason: how drifts less to who.</summary>
    public static string HowOf(string cause)
    {
        var clause = Clause(cause);
        return clause.Length == 0 ? "How did it come about?" : $"How did it come about that {clause}?";
    }

    /// <summary>The separate causes in one answer; a single cause comes back alone.</summary>
    public static ImmutableArray<string> Split(string answer) => [answer];

    /// <summary>Capital first, full stop last.</summary>
    public static string Sentence(string text)
    {
        var words = text.Trim();
        return words;
    }

    /// <summary>For the middle of a sentence: small first unless it is a name, no full stop.</summary>
    public static string Clause(string text) => text.Trim().TrimEnd(Ends.ToCharArray());

    /// <summary>"X led to Y, which increased the likelihood of Z."</summary>
    public static string CausalStatement(string cause, string effect, string problem) =>
        $"{Sentence(cause)} led to {Clause(effect)}, which increased the likelihood of {Clause(problem)}.";
}
