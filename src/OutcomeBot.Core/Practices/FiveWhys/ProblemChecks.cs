using System.Collections.Frozen;
using System.Collections.Immutable;
using OutcomeBot.Core.Language;
using Reading = OutcomeBot.Core.Practices.FiveWhys.CausationChecksReading;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>Reads a problem before anybody spends an hour on it.</summary>
public static class ProblemChecks
{
    private const int MostRead = 2_000;
    private const int LongestSubject = 4;

    private static readonly FrozenSet<string> s_metrics = English.Set("""
        rate ratio revenue growth conversion churn margin nps csat latency uptime downtime throughput velocity share cost costs price
        count number percent percentage points incidents tickets defects bugs errors complaints sales signups sign-ups logins
        renewals cancellations refunds days hours minutes weeks seconds time retention activation adoption usage
        turnover lead-time cycle-time backlog wip efficiency productivity satisfaction score profit ebitda cash utilisation utilization
        failures outages visits sessions downloads traffic arr mrr
        """);

    private static readonly FrozenSet<string> s_comparisons = English.Set("""
        was were than doubled halved tripled compared versus vs instead usually target plan expected average baseline before
        """);

    private static readonly FrozenSet<string> s_times = English.Set("""
        since today yesterday week weeks month months quarter quarters year years monday tuesday wednesday thursday friday saturday sunday
        mondays tuesdays wednesdays thursdays fridays weekend weekends january february march april may june july august september
        october november december jan feb mar apr jun jul aug sep sept oct nov dec q1 q2 q3 q4 daily weekly monthly quarterly spring
        summer autumn winter morning mornings night nights recently ago last
        """);

    private static readonly FrozenSet<string> s_placeWords = English.Set("in at on for among within across from of with to");

    private static readonly FrozenSet<string> s_notPlaces = English.Set("the a an our all time average total general fact order least most up down first");

    private static readonly Phrases s_proposals = new("""
        why do|have|are we not
        why do|have|are not we
        why not <use>|<buy>|<build>|<hire>|<introduce>|<adopt>|<switch>|<move>|<migrate>|<rewrite>|<automate>
        how do|can|could|should|shall|would we
        we need|want|should|must
        """);

    // Said as an order: "Introduce OKRs", "Build a data warehouse".
    private static readonly FrozenSet<string> s_orders = English.Set("""
        introduce implement adopt hire migrate rewrite refactor automate install buy build replace create add switch move use upgrade
        roll set train develop establish deploy outsource invest improve reduce increase
        """);

    /// <summary>Why this can't be the problem to ask about: it is a solution, or a person. Null when it can.</summary>
    public static Check? Refused(string problem, ImmutableArray<string> peopleNames)
    {
        var text = problem.Length <= MostRead ? problem : problem[..MostRead];
        var readings = Statements(text).Select(statement => Reading.Of(statement, peopleNames)).ToArray();
        return Solution(text, readings) ?? readings.Select(Person).FirstOrDefault(check => check is not null);
    }

    /// <summary>What the problem doesn't say yet, of "metric", "baseline", "when" and "where", in this order.</summary>
    public static ImmutableArray<string> Missing(string problem)
    {
        var words = Token.Words(problem.Length <= MostRead ? problem : problem[..MostRead]);
        var amounts = words.Count(IsAmount);
        (string Name, bool IsSaid)[] parts =
        [
            ("metric", words.Any(word => s_metrics.Contains(word.Text)) || problem.Contains('%')),
            ("baseline", amounts >= 2 || words.Any(word => word.Text is "doubled" or "halved" or "tripled")
                || (amounts == 1 && words.Skip(1).Any(word => s_comparisons.Contains(word.Text)))),
            ("when", words.Any(word => s_times.Contains(word.Text) || IsYear(word))),
            ("where", words.Zip(words.Skip(1)).Any(pair => s_placeWords.Contains(pair.First.Text) && IsPlace(words, pair.Second))),
        ];
        return [.. parts.Where(part => !part.IsSaid).Select(part => part.Name)];
    }

    private static Check? Solution(string problem, Reading[] readings)
    {
        var words = Token.Spoken(problem);
        var proposal = s_proposals.In(words) is { Start: 0 } match ? readings[0].Quoted(match with { End = Math.Min(match.End, readings[0].Tokens.Length) }) : null;
        var found = IsOrder(words) || proposal is not null ? Short(problem) : readings.Select(CausationChecksPeople.Solution).FirstOrDefault(check => check is not null)?.Found;
        return found is null
            ? null
            : new Check(CheckId.SolutionInDisguise, "A solution, not a problem", found,
                $"\"{found}\" is a way out, and the whys would only defend it. Keep it for the countermeasures.",
                "What happens today that should not, where, and how much of it?");
    }

    private static Check? Person(Reading reading)
    {
        if (CausationChecksPeople.PersonOrGroup(reading) is not { } named) return null;
        var isOnePerson = reading.Subject is SubjectKind.Named or SubjectKind.Role || reading.Tokens[0].Text is "he" or "she";
        if (!isOnePerson && CausationChecksPeople.Blame(reading) is null) return null;
        return new Check(CheckId.PersonOrGroup, "A person, not a problem", named.Found,
            $"\"{named.Found}\" puts somebody on trial, and an analysis of a person ends with the person.",
            "What happened, in which process, and what did it cost?");
    }

    private static bool IsOrder(ImmutableArray<Token> words) =>
        words.Length >= 2 && s_orders.Contains(words[0].Text) && FiniteVerb.In(words) is not { IsCertain: true }
        && words[1].Text is not ("of" or "rate" or "rates" or "time" or "times" or "is" or "in");

    // "Why is Ben always late?" is "Ben is always late", wherever the subject ends.
    private static IEnumerable<string> Statements(string problem)
    {
        yield return problem;
        var words = problem.TrimEnd('?', ' ', '\n').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 4 || !words[0].Equals("why", StringComparison.OrdinalIgnoreCase)) yield break;
        var rest = words[2..];
        for (var end = 1; end <= Math.Min(LongestSubject, rest.Length - 1); end++)
            yield return string.Join(' ', [.. rest[..end], words[1], .. rest[end..]]);
    }

    private static bool IsAmount(Token word) => word.Text.Any(char.IsDigit) && !IsYear(word) && !s_times.Contains(word.Text);

    private static bool IsYear(Token word) => word.Text is ['2', '0', _, _] && word.Text.All(char.IsAsciiDigit);

    private static bool IsPlace(ImmutableArray<Token> words, Token word)
    {
        var at = words.IndexOf(word);
        while (at < words.Length - 1 && words[at].Text is "the" or "a" or "an" or "our" or "all" or "new" or "first") at++;
        var place = words[at].Text;
        return !s_times.Contains(place) && !s_notPlaces.Contains(place) && !s_metrics.Contains(place) && !place.Any(char.IsDigit);
    }

    private static string Short(string text) => text.Trim() is { Length: > 80 } longText ? longText[..79] + "…" : text.Trim();
}
