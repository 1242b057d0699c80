using OutcomeBot.Core.Language;
using Reading = OutcomeBot.Core.Practices.FiveWhys.CausationChecksReading;
using Words = OutcomeBot.Core.Practices.FiveWhys.CausationChecksWords;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>Who is named where a cause should be: the guilty, a group, or the one who should have bought something.</summary>
internal static class CausationChecksPeople
{
    private const int LongestName = 4;

    /// <summary>A word that looks for the guilty.</summary>
    public static Check? Blame(Reading reading) => reading.Find(Words.Blame) is { } match
        ? new Check(CheckId.BlameWord, "Blame", reading.Quoted(match),
            $"\"{reading.Quoted(match)}\" looks for who, and people stop talking when they hear it.",
            "What would a careful person have needed to do it differently?")
        : null;

    /// <summary>A person or a group stands where the cause should be.</summary>
    public static Check? PersonOrGroup(Reading reading)
    {
        if (Judged(reading) is not { } match || reading.HasReasonAfter(match)) return null;
        var who = reading.Subject is SubjectKind.Group || IsCrowd(reading) ? "a group" : "a person";
        var found = reading.QuotedFromStart(match);
        return new Check(CheckId.PersonOrGroup, "Person or group", found,
            $"\"{found}\" names {who}, not a cause.", "What in the process lets it happen?");
    }

    /// <summary>A solution that somebody has in mind, told as what is missing.</summary>
    public static Check? Solution(Reading reading)
    {
        if ((reading.Find(Words.MissingFavourite) ?? reading.Find(Words.Wishes) ?? Needed(reading)) is not { } match) return null;
        var found = reading.Quoted(match);
        return new Check(CheckId.SolutionInDisguise, "Solution in disguise", found,
            $"\"{found}\" already has a solution in it. It may be the right one; keep it for the countermeasures.",
            "What goes wrong today without it?");
    }

    private static Match? Judged(Reading reading)
    {
        if (!reading.IsAboutPeople) return Belonging(reading);
        if (reading.VerbAt is not { } verb) return reading.Tokens.Length <= LongestName ? new Match(0, reading.Tokens.Length) : null;
        var judged = IsBeing(reading, verb) ? After(reading, Words.Judgement, verb + 1) : null;
        judged ??= After(reading, Words.JudgementVerbs, reading.Tokens[verb - 1].Text is "never" ? verb - 1 : verb);
        if (judged is null && reading.Subject is SubjectKind.Named)
            judged = reading.Find(Words.HumanError) ?? reading.Find(Words.RuleBroken) ?? reading.Find(Words.Blame);
        return judged ?? Belonging(reading);
    }

    // The judgement stands right after the verb: "is far too slow", and not "is told when the build is slow".
    private static Match? After(Reading reading, Phrases judgement, int from)
    {
        var at = FiniteVerb.IsAuxiliary(reading.Tokens[Math.Min(from, reading.Tokens.Length - 1)].Text) ? from + 1 : from;
        while (at < reading.Tokens.Length && IsDegree(reading.Tokens[at].Text)) at++;
        var match = judgement.In(reading.Tokens, from);
        return match is { } found && found.Start >= from && found.Start <= at ? found : null;
    }

    private static Match? Belonging(Reading reading)
    {
        for (var at = 1; at < reading.Tokens.Length; at++)
        {
            var owner = reading.Tokens[at - 1].Text;
            var isOwned = owner.EndsWith("'s", StringComparison.Ordinal) || owner.EndsWith("s'", StringComparison.Ordinal);
            if (isOwned && Words.Belongings.Contains(reading.Tokens[at].Text)) return new Match(at - 1, at + 1);
        }
        return null;
    }

    private static Match? Needed(Reading reading)
    {
        if (!reading.IsAboutPeople || reading.Find(Words.Need) is not { } need || need.Start != reading.VerbAt) return null;
        var after = reading.Tokens.Skip(need.End).ToArray();
        if (after.Length == 0) return null;
        var isStep = after[0].Text != "to" && after.Any(token => Words.StepOfWork.Contains(token.Text) || char.IsDigit(token.Text[0]));
        return isStep ? null : new Match(Math.Max(0, need.Start - 1), Math.Min(need.End + 3, reading.Tokens.Length));
    }

    private static bool IsBeing(Reading reading, int verb) => Verbs.Read(reading.Tokens[verb].Text)?.Base == "be"
        || reading.Tokens.Skip(verb + 1).Take(2).Any(token => token.Text is "been" or "be");

    private static bool IsDegree(string word) => word is "too" or "so" or "very" or "just" or "simply" or "always" or "much" or "far" or "often"
        or "really" or "quite" or "rather" or "a" or "the" or "bit" or "all" or "been" or "be" or "usually" or "still" or "again" or "such" or "way";

    private static bool IsCrowd(Reading reading) =>
        reading.Subject is SubjectKind.Role or SubjectKind.Pronoun && reading.Tokens.Take(reading.VerbAt ?? reading.Tokens.Length)
            .Any(token => token.Text is "we" or "they" || (token.Text.EndsWith('s') && Words.Roles.Contains(token.Text)));
}
