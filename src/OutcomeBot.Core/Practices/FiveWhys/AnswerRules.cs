using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>How the tree grows: answers, splits, rewordings, and which why comes next.</summary>
internal static class AnswerRules
{
    /// <summary>The cause that somebody acted on has been taken back meanwhile.</summary>
    public static Refusal Gone { get; } = new("That answer isn't on the tree any more. The card shows what is.");

    public static Decision Of(WhyTree tree, Answer answer) => (tree.Find(answer.Parent), Typed.Line(answer.Text)) switch
    {
        (null, _) when answer.Parent is not null => Gone,
        _ when tree.Causes.Length >= Limits.Causes =>
            new Refusal($"This tree holds {Limits.Causes} answers, which is as many as anybody can read. Start a new analysis from the cause that matters most."),
        ({ } parent, _) when !tree.IsAlive(parent) => Refuted(tree, parent),
        ({ } parent, _) when tree.WaitsFor(parent) is { } waiting => Waiting(waiting),
        ({ } parent, _) when tree.Depth(parent) >= Limits.Deep =>
            new Refusal($"That's {Limits.Deep} whys deep, and deeper chains stop convincing people. Start a new analysis from this cause, or answer higher up."),
        var (_, text) when WrongText(text, "answer") is { } refusal => refusal,
        var (_, text) when tree.ChildrenOf(answer.Parent).FirstOrDefault(cause => Same(cause.Text, text)) is { } twin =>
            new Refusal($"{twin.By.Name} has said that already ({tree.Mark(twin.Id)}). Attach evidence to it, or say what's different.", "answer"),
        var (_, text) => new Answered($"c{tree.Numbered + 1}", answer.Parent, text, answer.Message, answer.Seen) { By = answer.By, At = answer.At },
    };

    public static Decision Of(WhyTree tree, SplitUp split) => tree.Find(split.Cause) switch
    {
        null => Gone,
        { IsRefuted: true } cause => Refuted(tree, cause),
        var cause when !tree.MayReword(cause, split.By) => NotYours(tree, cause, "split"),
        var cause when Wording.Split(cause.Text) is { Length: > 1 } parts =>
            tree.Causes.Length + parts.Length - 1 > Limits.Causes
                ? new Refusal($"This tree holds {Limits.Causes} answers at most, so there's no room for the parts.")
                : new CauseSplit(cause.Id, Typed.Line(parts[0]), [.. parts.Skip(1).Select((part, index) => new NewCause($"c{tree.Numbered + 1 + index}", Typed.Line(part)))])
                {
                    By = split.By,
                    At = split.At,
                },
        _ => new Refusal("This reads as one cause. Reword it, and add the other one with Another cause."),
    };

    public static Decision Of(WhyTree tree, Reword reword) => (tree.Find(reword.Cause), Typed.Line(reword.Text)) switch
    {
        (null, _) => Gone,
        var (cause, _) when !tree.MayReword(cause, reword.By) => NotYours(tree, cause, "reword"),
        var (_, text) when WrongText(text, "text") is { } refusal => refusal,
        var (cause, text) when cause.Text == text => new Refusal("That's how it reads already.", "text"),
        var (cause, text) => new Reworded(cause.Id, text, reword.Seen) { By = reword.By, At = reword.At },
    };

    public static Decision Of(WhyTree tree, Withdraw withdraw) => tree.Find(withdraw.Cause) switch
    {
        null => Gone,
        var cause when !tree.MayReword(cause, withdraw.By) => NotYours(tree, cause, "take back"),
        var cause => new Withdrawn(cause.Id) { By = withdraw.By, At = withdraw.At },
    };

    public static Decision Of(WhyTree tree, AskNext next) => tree.Find(next.Cause) switch
    {
        null when next.Cause is not null => Gone,
        { } cause when !tree.IsAlive(cause) => Refuted(tree, cause),
        { } cause when tree.WaitsFor(cause) is { } waiting => Waiting(waiting),
        { } cause when tree.Depth(cause) >= Limits.Deep =>
            new Refusal($"That's {Limits.Deep} whys deep, and deeper chains stop convincing people. Start a new analysis from this cause, or conclude here."),
        _ when tree.Focus == next.Cause => Decision.Of(),
        _ => new FocusMoved(next.Cause) { By = next.By, At = next.At },
    };

    public static Decision Of(WhyTree tree, SetGate gate) => tree.Find(gate.Cause) switch
    {
        null when gate.Cause is not null => Gone,
        _ when tree.ChildrenOf(gate.Cause).Count(cause => !cause.IsRefuted) < 2 =>
            new Refusal("That has fewer than two causes, so there's nothing to join. Add another cause first.", "cause"),
        _ when tree.GateOf(gate.Cause) == gate.Gate => new Refusal("That's how it stands already.", "gate"),
        _ => new GateSet(gate.Cause, gate.Gate) { By = gate.By, At = gate.At },
    };

    public static Decision Of(WhyTree tree, Categorise file) => tree.Find(file.Cause) switch
    {
        null => Gone,
        _ when !file.Known.Contains(file.Category) => new Refusal("Choose one of the categories in the list. The list can be changed with why categories.", "category"),
        var cause => new Categorised(cause.Id, file.Category) { By = file.By, At = file.At },
    };

    /// <summary>Why nobody goes on below a cause that is being looked at.</summary>
    public static Refusal Waiting(Cause cause) => new(
        $"{cause.GoAndSee?.Owner.Name} has gone to look at \"{Typed.Clip(cause.Text, 80)}\" and reports by {Chat.CardText.Of(cause.GoAndSee?.Due ?? default)}. "
        + "This branch waits until then; go on with another one.");

    public static Refusal Refuted(WhyTree tree, Cause cause)
    {
        var refuted = tree.Path(cause).First(step => step.IsRefuted);
        return new Refusal($"\"{Typed.Clip(refuted.Text, 80)}\" was refuted by {refuted.Judged?.By.Name}, so this branch is closed. {tree.Facilitator.Name} can restore it.");
    }

    private static Refusal? WrongText(string text, string field) => text.Length switch
    {
        0 => new Refusal("Say the cause in a few words.", field),
        > Limits.Answer => new Refusal($"Your answer has {text.Length} characters; {Limits.Answer} fit. Say one cause; the details make good evidence.", field),
        _ => null,
    };

    private static Refusal NotYours(WhyTree tree, Cause cause, string verb) =>
        new($"{cause.By.Name} wrote this, so only {cause.By.Name} and the facilitator, {tree.Facilitator.Name}, can {verb} it. You can contest it or add another cause.");

    private static bool Same(string one, string other) => string.Equals(one.TrimEnd('.', ' '), other.TrimEnd('.', ' '), StringComparison.OrdinalIgnoreCase);
}
