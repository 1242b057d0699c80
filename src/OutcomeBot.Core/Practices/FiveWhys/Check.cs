using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>Which check it is. The first five are the five rules of causation (US Veterans Affairs and FAA).</summary>
public enum CheckId
{
    CauseAndEffect,
    VagueWord,
    HumanErrorNeedsCause,
    RuleBrokenNeedsCause,
    NotDoingNeedsDuty,
    BlameWord,
    RestatesParent,
    SolutionInDisguise,
    PersonOrGroup,
    SeveralCauses,
    SaidElsewhere,
    TooLong,
}

/// <summary>
/// A question that is worth asking the author of a cause, and never more than a question: the answer stands if they keep it.
/// Said together: the explanation, the question, and "You can keep it as it is."
/// </summary>
/// <param name="Name">The check's name for people.</param>
/// <param name="Found">The words that set it off, as they were typed.</param>
/// <param name="Explanation">One or two sentences to the author, about these very words.</param>
/// <param name="Question">The question that helps to reword.</param>
public sealed record Check(CheckId Id, string Name, string Found, string Explanation, string Question);

/// <summary>What a cause is held against.</summary>
/// <param name="Parent">What the answer is to explain: the cause above it, or the problem.</param>
/// <param name="Problem">The problem that the analysis began with.</param>
/// <param name="Others">The other causes in the tree.</param>
/// <param name="PeopleNames">Names of the people who take part.</param>
public sealed record CheckContext(
    string Parent, string Problem, ImmutableArray<string> Others, ImmutableArray<string> PeopleNames);
