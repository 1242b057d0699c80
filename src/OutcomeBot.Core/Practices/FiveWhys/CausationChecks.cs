using System.Collections.Immutable;
using System.Globalization;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>
/// Reads a cause as an experienced colleague would, and says what is worth asking about it. It asks the author and blocks nothing,
/// so it would rather miss something than nag; it reads English, and leaves other languages in peace.
/// </summary>
public static class CausationChecks
{
    private const int MostWords = 30;
    private const int MostRead = 10_000;
    private const double RestatesFrom = 0.6;
    private const double SaidFrom = 0.75;

    private static readonly ImmutableArray<Func<CausationChecksReading, Check?>> s_ofWords =
    [
        CausationChecksPeople.PersonOrGroup,
        CausationChecksPeople.Blame,
        CausationChecksRules.HumanError,
        CausationChecksRules.RuleBroken,
        CausationChecksRules.NotDoing,
        CausationChecksPeople.Solution,
        CausationChecksRules.Vague,
    ];

    /// <summary>The checks that this answer sets off, at most one of each, the weightiest first; none for a good cause.</summary>
    public static ImmutableArray<Check> Of(string answer, CheckContext context)
    {
        var read = Wording.WithoutOpening((answer.Length <= MostRead ? answer : answer[..MostRead]).TrimStart());
        var reading = CausationChecksReading.Of(read, context.PeopleNames);
        var found = s_ofWords.Select(check => check(reading)).OfType<Check>().ToList();
        found.RemoveAll(check => check.Id == CheckId.NotDoingNeedsDuty && found.Any(IsWeightier));
        found.RemoveAll(check => check.Id == CheckId.VagueWord && found.Any(other => IsSaidIn(other, check)));
        if (found.Count == 0 && CausationChecksRules.CauseAndEffect(reading) is { } link) found.Add(link);
        found.AddRange(InTree(read, context));
        found.AddRange(OfShape(read));
        return [.. found];
    }

    // A slip, a broken rule or a judgement is the better question about the same words.
    private static bool IsWeightier(Check check) =>
        check.Id is CheckId.HumanErrorNeedsCause or CheckId.RuleBrokenNeedsCause or CheckId.PersonOrGroup;

    private static bool IsSaidIn(Check judgement, Check vague) =>
        judgement.Id is CheckId.PersonOrGroup or CheckId.SolutionInDisguise && judgement.Found.Contains(vague.Found, StringComparison.Ordinal);

    private static IEnumerable<Check> InTree(string answer, CheckContext context)
    {
        var stems = Stems.Of(answer);
        if (Restates(stems, Stems.Of(context.Parent)))
        {
            yield return new Check(CheckId.RestatesParent, "Says the same again", Short(context.Parent),
                $"This says much the same as \"{Short(context.Parent)}\", in other words.", "What comes before it, and brings it about?");
            yield break;
        }
        var others = context.Others.IsDefault ? [] : context.Others;
        if (others.FirstOrDefault(other => Stems.Likeness(stems, Stems.Of(other)) >= SaidFrom) is { } said)
        {
            yield return new Check(CheckId.SaidElsewhere, "Said elsewhere", Short(said),
                $"\"{Short(said)}\" already stands in another branch. If one cause feeds both, that is worth knowing.",
                "Is it the same cause, or what is different here?");
        }
    }

    private static bool Restates(ImmutableArray<string> answer, ImmutableArray<string> parent) =>
        Stems.Likeness(answer, parent) >= RestatesFrom || (answer.Length >= 2 && answer.All(parent.Contains));

    private static IEnumerable<Check> OfShape(string answer)
    {
        var causes = Wording.Split(answer);
        if (causes.Length > 1)
        {
            yield return new Check(CheckId.SeveralCauses, "Several causes", Short(causes[1]),
                $"\"{Short(causes[0])}\" and \"{Short(causes[1])}\" look like causes of their own; each has its own why.",
                "Shall I put them side by side?");
        }
        var words = Token.Words(answer).Length;
        if (words > MostWords)
        {
            yield return new Check(CheckId.TooLong, "Long answer", words.ToString(CultureInfo.InvariantCulture) + " words",
                $"With {words.ToString(CultureInfo.InvariantCulture)} words there is more than one step in here, and the next person has to guess which one to ask about.",
                "Which part leads straight to the step above?");
        }
    }

    private static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= 80) return line;
        var end = line.LastIndexOf(' ', 79);
        return (end > 0 ? line[..end] : line[..78].TrimEnd('\uD83C', '\uD83D', '\uD83E')) + "…";
    }
}
