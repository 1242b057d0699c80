using NodaTime;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>What is up to the facilitator, and the last step, which is up to whoever took it.</summary>
internal static class FacilitatorRules
{
    public static Decision Of(WhyTree tree, Undo undo) => tree.Last switch
    {
        { Before: null } last => new Refusal($"There's nothing to undo: {last.By.Name} {last.What}, and that stays."),
        var last when !last.By.Is(undo.By) => new Refusal($"The last step was {last.By.Name}'s ({last.What}), so only {last.By.Name} can undo it."),
        _ => new Undone { By = undo.By, At = undo.At },
    };

    public static Decision Of(WhyTree tree, Abandon abandon) => Reason(tree, abandon, abandon.Reason, "abandon this", "Say in the thread why you'd stop.") switch
    {
        Refusal refusal => refusal,
        _ => new WasAbandoned(Typed.Line(abandon.Reason)) { By = abandon.By, At = abandon.At },
    };

    public static Decision Of(WhyTree tree, Reopen reopen) => Reason(tree, reopen, reopen.Reason, "reopen this", "Say in the thread what's new.") switch
    {
        Refusal refusal => refusal,
        _ => new Reopened(Typed.Line(reopen.Reason)) { By = reopen.By, At = reopen.At },
    };

    public static Decision Of(WhyTree tree, ChangeFacilitator change) => change.To switch
    {
        null => new Refusal("Choose who takes over.", "to"),
        var to when tree.IsFacilitator(to) => new Refusal($"{to.Name} is the facilitator already.", "to"),
        var to when tree.IsFacilitator(change.By) || (to.Is(change.By) && IsSilent(tree, change.At)) =>
            new FacilitatorChanged(to) { By = change.By, At = change.At },
        _ => tree.OnlyFacilitator("hand the role over", $"After {Limits.QuietDays} days without a word from {tree.Facilitator.Name}, anybody can take it."),
    };

    /// <summary>Whether the facilitator has been silent for so long that anybody may take over.</summary>
    public static bool IsSilent(WhyTree tree, Instant at) => at - tree.FacilitatorActedAt >= Duration.FromDays(Limits.QuietDays);

    private static Refusal? Reason(WhyTree tree, Command command, string reason, string what, string instead) => Typed.Line(reason) switch
    {
        _ when !tree.IsFacilitator(command.By) => tree.OnlyFacilitator(what, instead),
        { Length: 0 } => new Refusal("Say why: the reason stays on the card.", "reason"),
        { Length: > Limits.Note } => new Refusal($"Keep the reason under {Limits.Note} characters.", "reason"),
        _ => null,
    };
}
