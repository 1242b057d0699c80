namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>Whether to ask once more, and why.</summary>
public sealed record StopAdvice(StopVerdict Verdict, string Sentence);

/// <summary>What the stop rule says.</summary>
public enum StopVerdict
{
    GoOn,
    MayStop,
    Stop,
}

/// <summary>
/// When a chain is long enough: three to nine deep, at a cause that something shows, that is no person, and that the team can change.
/// Five is a guide and no rule.
/// </summary>
public static class StopRule
{
    /// <summary>The advice for a cause; the reach is known only once somebody has said it.</summary>
    public static StopAdvice Of(WhyTree tree, Cause cause, Reach? reach = null) => tree.Depth(cause) switch
    {
        >= Limits.Deep => new(StopVerdict.Stop, $"Stop here: {Limits.Deep} whys are as many as a chain carries. Go on in a new analysis if you must."),
        var deep and < Limits.EnoughDeep => new(StopVerdict.GoOn, $"Ask on: this is {Whys(deep)} deep, and causes that a team can change are usually {Limits.EnoughDeep} to {Limits.Deep} whys down."),
        _ when NamesPeople(tree, cause) => new(StopVerdict.GoOn, "Ask on: this ends at a person or a group. What in the process let it happen?"),
        _ when cause.Standing == Standing.Contested => new(StopVerdict.GoOn, "Settle it first: somebody contests this."),
        _ when cause.Standing == Standing.Proposed => new(StopVerdict.GoOn, "Attach evidence first: nothing shows yet that it's so."),
        _ when reach == Reach.Outside => new(StopVerdict.GoOn, "Ask on: this is outside your reach. What on your side lets it in?"),
        var deep => new(StopVerdict.MayStop, $"You may stop here: {Whys(deep)} deep, and evidence supports it. Can you change it? Then it's a root cause."),
    };

    private static string Whys(int deep) => deep == 1 ? "one why" : $"{deep} whys";

    private static bool NamesPeople(WhyTree tree, Cause cause) =>
        Checking.Alone(tree, cause).Any(check => check.Id is CheckId.PersonOrGroup);
}
