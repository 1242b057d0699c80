using System.Collections.Immutable;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>Yes and no to links that were read back.</summary>
internal static class ReadBackRules
{
    private static readonly Refusal s_changed = new("The tree has changed since this was read back, so nothing was noted. Press Read back for the wording of now.");

    public static Decision Of(WhyTree tree, HoldLinks hold) => Living(tree, hold.Causes) switch
    {
        _ when ReadBack.Fingerprint(tree, hold.Causes) != hold.Fingerprint => s_changed,
        { Length: var found } when found < hold.Causes.Length => s_changed,
        var causes when causes.Where(cause => cause.Held is null).ToImmutableArray() is { Length: > 0 } unheld =>
            new LinksHeld([.. unheld.Select(cause => cause.Id)]) { By = hold.By, At = hold.At },
        _ => new Refusal("Somebody has said yes to these already."),
    };

    public static Decision Of(WhyTree tree, DoubtLinks doubt) => (Living(tree, doubt.Causes), Typed.Line(doubt.Missing)) switch
    {
        ({ Length: 0 }, _) => AnswerRules.Gone,
        (_, { Length: 0 }) => new Refusal("Say what's missing between the two, so that somebody can mend it.", "missing"),
        (_, { Length: > Limits.Note }) => new Refusal($"Keep it under {Limits.Note} characters.", "missing"),
        var (causes, missing) => new LinksDoubted([.. causes.Select(cause => cause.Id)], missing) { By = doubt.By, At = doubt.At },
    };

    private static ImmutableArray<Cause> Living(WhyTree tree, ImmutableArray<string> ids) =>
        [.. tree.Causes.Where(cause => ids.Contains(cause.Id) && tree.IsAlive(cause))];
}
