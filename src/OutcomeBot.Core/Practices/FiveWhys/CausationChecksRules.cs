using System.Collections.Immutable;
using OutcomeBot.Core.Language;
using Reading = OutcomeBot.Core.Practices.FiveWhys.CausationChecksReading;
using Words = OutcomeBot.Core.Practices.FiveWhys.CausationChecksWords;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>The five rules of causation (VA National Center for Patient Safety; FAA), as questions.</summary>
internal static class CausationChecksRules
{
    private const int LongestFragment = 3;

    private const int FarthestDigit = 6;

    /// <summary>Rule 1: show the link between cause and effect.</summary>
    public static Check? CauseAndEffect(Reading reading)
    {
        if (reading.Find(Words.NoAnswer) is { } noAnswer)
            return LinkMissing(reading.Quoted(noAnswer), $"\"{reading.Quoted(noAnswer)}\" leaves the step open, and that is an honest start.",
                "What did you see or hear, or who could go and look?");
        var isFragment = reading.Tokens.Length is > 0 and <= LongestFragment && Wording.IsFragment(reading.Answer);
        return isFragment && !reading.IsAboutPeople
            ? LinkMissing(reading.Answer.Trim(), $"\"{reading.Answer.Trim()}\" names a subject, and doesn't say yet what happens.",
                "What does it do that leads to the step above?")
            : null;
    }

    /// <summary>Rule 2: no negative or vague descriptors.</summary>
    public static Check? Vague(Reading reading)
    {
        if ((reading.Find(Words.Vague) ?? TooMuch(reading)) is not { } match) return null;
        var found = reading.Quoted(match);
        return new Check(CheckId.VagueWord, "Vague word", found,
            $"\"{found}\" gives a verdict, and two people can read it in two ways.",
            "What would somebody see or count, and compared with what?");
    }

    /// <summary>Rule 3: a human error has a preceding cause.</summary>
    public static Check? HumanError(Reading reading)
    {
        if (reading.Subject == SubjectKind.Thing && !IsPassive(reading) && reading.Find(Words.HumanError) is { } slip && IsVerb(reading, slip)) return null;
        return reading.Find(Words.HumanError) is { } match && !reading.HasReason(match)
            ? new Check(CheckId.HumanErrorNeedsCause, "Human error", reading.Quoted(match),
                $"\"{reading.Quoted(match)}\": that can happen to anybody on a busy day, and it will happen again.",
                "What made this slip easy to make, or hard to notice?")
            : null;
    }

    /// <summary>Rule 4: a broken rule has a preceding cause.</summary>
    public static Check? RuleBroken(Reading reading)
    {
        if (reading.Find(Words.RuleBroken) is not { } match || reading.HasReason(match)) return null;
        if (reading.Subject == SubjectKind.Thing && reading.VerbAt == match.Start && !IsPassive(reading)) return null;
        return new Check(CheckId.RuleBrokenNeedsCause, "Rule broken", reading.Quoted(match),
            $"\"{reading.Quoted(match)}\" tells that a rule was broken. People mostly break a rule when it is in the way of the work.",
            "What made going around it the easier or the only way?");
    }

    /// <summary>Rule 5: not acting is a cause only where there was a duty to act.</summary>
    public static Check? NotDoing(Reading reading)
    {
        if (Undone(reading) is not { } match || reading.HasReason(match) || reading.Tokens.Any(token => Words.SaysDuty.Contains(token.Text))) return null;
        var found = reading.Quoted(match);
        return new Check(CheckId.NotDoingNeedsDuty, "Not doing", found,
            $"\"{found}\": not doing something is a cause only if it was somebody's job.",
            "Whose job was it, and what would have reminded them?");
    }

    private static Match? Undone(Reading reading)
    {
        var isNobody = reading.Subject == SubjectKind.Nobody && reading.VerbAt is not null;
        for (var at = 0; at < reading.Tokens.Length; at++)
        {
            var word = reading.Tokens[at].Text;
            var isFailing = word is "failed" or "fails" or "neglected" or "neglects" or "omitted" && Next(reading, at) == "to" && reading.IsAboutPeople;
            var isNot = word is "not" or "never" && (reading.IsAboutPeople || isNobody || WasPassive(reading, at));
            var isNoOne = isNobody && at == reading.VerbAt;
            if ((isFailing || isNot || isNoOne) && DutyWithin(reading, isNoOne ? at : at + 1) is { } end)
                return new Match(isNoOne ? 0 : Math.Max(0, at - 1), end);
        }
        return null;
    }

    private static int? DutyWithin(Reading reading, int from)
    {
        for (var at = from; at < Math.Min(from + 3, reading.Tokens.Length); at++)
            if (Verbs.Read(reading.Tokens[at].Text) is { } verb && Words.Duties.Contains(verb.Base)) return at + 1;
        return null;
    }

    // "was never tested": an act that somebody left out, whoever it was.
    private static bool WasPassive(Reading reading, int notAt) =>
        notAt > 0 && reading.Tokens[notAt - 1].Text is "is" or "are" or "was" or "were"
        && DutyWithin(reading, notAt + 1) is { } end && Verbs.Read(reading.Tokens[end - 1].Text)!.Is(Forms.Participle);

    // "too slow" says nothing; "too slow to run before a merge" and "too slow: 40 minutes" do.
    private static Match? TooMuch(Reading reading)
    {
        for (var at = 0; at + 1 < reading.Tokens.Length; at++)
        {
            if (reading.Tokens[at].Text != "too" || reading.Tokens[at + 1].Text is "few" || reading.IsAboutPeople) continue;
            var after = reading.Tokens.Skip(at + 2).Take(FarthestDigit);
            if (reading.Answer.AsSpan().ContainsAnyInRange('0', '9') || after.Any(token => token.Text is "to" or "for" or "because" or "when")) continue;
            return new Match(at, at + 2);
        }
        return null;
    }

    private static bool IsPassive(Reading reading) =>
        reading.VerbAt is { } at && Verbs.Read(reading.Tokens[at].Text)?.Base == "be";

    private static bool IsVerb(Reading reading, Match match) => reading.VerbAt == match.Start;

    private static string Next(Reading reading, int at) => at + 1 < reading.Tokens.Length ? reading.Tokens[at + 1].Text : "";

    private static Check LinkMissing(string found, string explanation, string question) =>
        new(CheckId.CauseAndEffect, "Cause and effect", Short(found), explanation, question);

    private static string Short(string text) => text.Length <= 80 ? text : text[..79] + "…";
}
