using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>Who may do what, as data: the rules ask it, and so does "who can conclude this?".</summary>
public static class Rights
{
    /// <summary>What can be done, the words people use for it, and who may.</summary>
    public static ImmutableArray<Right<Holder>> All { get; } =
    [
        new("answer", Holder.Anybody, ["answer", "reply", "add a cause"]),
        new("attach evidence", Holder.Anybody, ["evidence", "support", "attach"]),
        new("contest an answer", Holder.Anybody, ["contest", "doubt", "challenge"]),
        new("read back", Holder.Anybody, ["read back", "read"]),
        new("add a countermeasure", Holder.Anybody, ["countermeasure", "fix", "action"]),
        new("amend a conclusion", Holder.Anybody, ["amend"]),
        new("export", Holder.Anybody, ["export", "picture"]),
        new("reword an answer", Holder.AuthorOrFacilitator, ["reword", "change", "edit", "split"]),
        new("take an answer back", Holder.AuthorOrFacilitator, ["take back", "withdraw", "delete", "remove"]),
        new("undo the last step", Holder.LastAuthor, ["undo"]),
        new("say what was seen", Holder.OwnerOrFacilitator, ["saw", "finding", "go and see"]),
        new("refute an answer", Holder.Facilitator, ["refute", "rule out", "reject"]),
        new("restore a refuted answer", Holder.Facilitator, ["restore"]),
        new("conclude", Holder.Facilitator, ["conclude", "close", "finish", "end"]),
        new("abandon", Holder.Facilitator, ["abandon", "cancel", "stop"]),
        new("reopen", Holder.Facilitator, ["reopen", "open again"]),
        new("hand over", Holder.Facilitator, ["hand over", "hand it over", "handover"]),
    ];

    public static bool IsFacilitator(this WhyTree tree, Person person) => tree.Facilitator.Is(person);

    public static bool MayReword(this WhyTree tree, Cause cause, Person person) => cause.By.Is(person) || tree.IsFacilitator(person);

    /// <summary>The refusal for somebody who is not the facilitator: it names who is, and a way on.</summary>
    public static Refusal OnlyFacilitator(this WhyTree tree, string what, string instead) =>
        new($"Only the facilitator can {what}, and that's {tree.Facilitator.Name}. {instead}");

    /// <summary>The right that a question such as "who can close this?" asks about; null when it names none.</summary>
    public static Right<Holder>? AskedAbout(string question) => AskedRights.In(All, question);

    /// <summary>Who may do it here, in a sentence.</summary>
    public static Words Answer(WhyTree tree, Right<Holder> right) => right.Holder switch
    {
        Holder.Anybody => (Words)$"Anybody in this channel can {right.Name}.",
        Holder.AuthorOrFacilitator => $"Whoever wrote it can {right.Name}, and so can the facilitator, {tree.Facilitator}.",
        Holder.LastAuthor => $"Only whoever took the last step can undo it: that was {tree.Last.By}.",
        Holder.OwnerOrFacilitator => $"Whoever went to look can {right.Name}, and so can the facilitator, {tree.Facilitator}.",
        Holder.Facilitator => $"{tree.Facilitator} can {right.Name}: the facilitator does that. {tree.Facilitator} can hand the role over, and after {Limits.QuietDays} days of silence anybody can take it.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>Who holds a right.</summary>
public enum Holder
{
    Anybody,
    AuthorOrFacilitator,
    LastAuthor,
    OwnerOrFacilitator,
    Facilitator,
}
