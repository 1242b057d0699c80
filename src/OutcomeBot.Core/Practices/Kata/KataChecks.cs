using System.Collections.Immutable;
using OutcomeBot.Core.Language;
using Phrasebook = OutcomeBot.Core.Practices.Kata.KataChecksWords;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>A question that is worth asking the author, and never more than a question: the text stands if they keep it.</summary>
/// <param name="Name">The check's name for people.</param>
/// <param name="Explanation">A sentence about these very words.</param>
/// <param name="Question">The question that helps to reword.</param>
public sealed record Check(string Name, string Explanation, string Question);

/// <summary>
/// Reads what was written under each heading of the storyboard as a coach would. It asks and blocks nothing, so it would rather
/// miss something than nag; it reads English, and leaves other languages in peace.
/// </summary>
public static class KataChecks
{
    private const int Most = 3;

    /// <summary>The questions that this text sets off, the weightiest first; none for a good one.</summary>
    public static ImmutableArray<Check> Of(PartKind kind, string text, TargetCondition? aim = null)
    {
        var reading = new Reading(text, Token.Spoken(text));
        var found = kind switch
        {
            PartKind.Target => OfTarget(reading, aim?.Goal is not null),
            PartKind.Actual => OfActual(reading),
            PartKind.Obstacle => OfObstacle(reading, aim),
            PartKind.Step => OfStep(reading),
            PartKind.Expect => OfExpectation(reading),
            PartKind.Happened => OfOutcome(reading),
            PartKind.Learned => OfLearning(reading),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return [.. found.Take(Most)];
    }

    private static IEnumerable<Check> OfTarget(Reading reading, bool hasGoal)
    {
        if (reading.First(Phrasebook.Doing) is { } doing)
            yield return new("A task", $"\"{doing}\" says what to do, and a target condition says how it is when that's done.", "How does the work go on that day, seen from outside?");
        if (reading.Find(Phrasebook.Need) is { } need) yield return Solution(need);
        else if (reading.Find(Phrasebook.Solution) is { } solution) yield return Solution(solution);
        if (reading.Find(Phrasebook.Negation) is { } negation)
            yield return new("A negation", $"\"{negation}\" says what isn't there any more.", "What is there instead?");
        if (!reading.HasDigit && reading.Find(Phrasebook.Vague) is { } vague) yield return Vague(vague);
        else if (!reading.HasDigit && !hasGoal)
            yield return new("Not measurable", "There's no number in it, and no metric on it.", "How would two people agree that it's reached?");
    }

    private static IEnumerable<Check> OfActual(Reading reading)
    {
        if (reading.Find(Phrasebook.Hearsay) is { } hearsay)
            yield return new("Hearsay", $"\"{hearsay}\" is what somebody believes.", "What do the numbers say, or who could go and look?");
        if (reading.Find(Phrasebook.Threshold) is { } threshold) yield return Threshold(threshold);
        else if (!reading.HasDigit)
            yield return new("No number", "The actual condition is told in data, and there's no number here.", "What did somebody count or measure, and when?");
    }

    private static IEnumerable<Check> OfObstacle(Reading reading, TargetCondition? aim)
    {
        var reason = ObstacleWords.Reason(reading.Text);
        if (reading.Find(Phrasebook.Need) is { } need) yield return Solution(need);
        if (reading.Find(Phrasebook.Lack) is { } lack)
            yield return new("A missing solution", $"\"{lack}\" names something that isn't there. Lack of training is no obstacle; that some do the work in different ways is one.", "What happens in the work because of it?");
        else if (Wording.IsFragment(reason))
            yield return new("The test", $"Read it aloud: {Test(aim, reason)}", "Does that make a sentence? What happens there?");
        if (reading.Find(Phrasebook.Threshold) is { } threshold) yield return Threshold(threshold);
        if (reading.Find(Phrasebook.Vague) is { } vague && !reading.HasDigit) yield return Vague(vague);
        if (Wording.Split(reason) is [var first, var second, ..])
            yield return new("Several obstacles", $"\"{Typed.Clip(first, 60)}\" and \"{Typed.Clip(second, 60)}\" can be overcome one without the other.", "Which one is it? The other can be parked beside it.");
    }

    private static IEnumerable<Check> OfStep(Reading reading)
    {
        if (reading.Find(Phrasebook.Idle) is { } idle)
            yield return new("Nothing to see", $"\"{idle}\" can go on for weeks.", "What will you do or look at, with whom, by when?");
        if (Wording.Split(reading.Text) is [var first, var second, ..])
            yield return new("Several steps", $"\"{Typed.Clip(first, 60)}\" and \"{Typed.Clip(second, 60)}\" at once can't tell you which one did it.", "Which one comes first?");
    }

    private static IEnumerable<Check> OfExpectation(Reading reading)
    {
        if (reading.Find(Phrasebook.Past) is { } past)
            yield return new("A result", $"\"{past}\" tells what happened, and this hasn't been tried yet.", "What do you expect to see when it has?");
        if (reading.Find(Phrasebook.Hedge) is { } hedge)
            yield return new("Hedged", $"\"{hedge}\" can't be wrong, and only what can be wrong teaches.", "What will you see if you're right?");
        if (!reading.HasDigit && reading.Find(Phrasebook.Vague) is { } vague) yield return Vague(vague);
        else if (!reading.HasDigit && reading.Find(Phrasebook.Comparison) is null)
            yield return new("Hard to check", "There's no number or comparison in it.", "What would somebody count or see, and how much of it?");
    }

    private static IEnumerable<Check> OfOutcome(Reading reading)
    {
        if (reading.Find(Phrasebook.Reading) is { } interpretation)
            yield return new("An interpretation", $"\"{interpretation}\" explains or judges. Here belong only facts; what they mean comes under what you learned.", "What would a camera have seen?");
        if (reading.Find(Phrasebook.Hearsay) is { } hearsay)
            yield return new("Hearsay", $"\"{hearsay}\" is what somebody believes.", "What did somebody see or count?");
    }

    private static IEnumerable<Check> OfLearning(Reading reading)
    {
        if (reading.Find(Phrasebook.Hollow) is { } hollow && reading.Tokens.Length <= 6)
            yield return new("Nothing new", $"\"{hollow}\" doesn't say what you know now that you didn't know before.", "What surprised you, and if nothing did, what does that tell about the next step?");
    }

    private static string Test(TargetCondition? aim, string reason) => StoryboardReading.Test(aim, new Obstacle("o", reason, new Chat.Person("", ""), default));

    private static Check Solution(string found) =>
        new("A solution", $"\"{found}\" hints at a solution that is wanted already.", "What happens today that makes you want it?");

    private static Check Vague(string found) => new("Vague word", $"\"{found}\" can be read in two ways.", "What would somebody see or count, and compared with what?");

    private static Check Threshold(string found) =>
        new("The knowledge threshold", $"\"{found}\" marks where knowing ends and guessing begins. That's a good place to be.", "What is the next small experiment that would tell?");

    private sealed record Reading(string Text, ImmutableArray<Token> Tokens)
    {
        public bool HasDigit => Text.AsSpan().ContainsAnyInRange('0', '9');

        public string? Find(Phrases phrases) => phrases.In(Tokens) is { } match ? Quoted(match) : null;

        /// <summary>The phrase when the text begins with it.</summary>
        public string? First(Phrases phrases) => phrases.In(Tokens) is { Start: 0 } match ? Quoted(match) : null;

        private string Quoted(Match match) => Typed.Clip(Text[Tokens[match.Start].Start..Tokens[match.End - 1].End], 60);
    }
}
