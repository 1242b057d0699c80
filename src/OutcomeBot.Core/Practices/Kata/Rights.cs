using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>Who may do what, as data: the rules say no in these words, and "who can review this?" is answered from them.</summary>
public static class Rights
{
    /// <summary>What can be done, the words people use for it, and who may.</summary>
    public static ImmutableArray<Right<Holder>> All { get; } =
    [
        new("park an obstacle", Holder.Anybody, ["park", "obstacle", "add an obstacle"]),
        new("plan a step", Holder.Anybody, ["plan", "step", "experiment"]),
        new("begin a coaching cycle", Holder.Anybody, ["coach", "coaching", "cycle"]),
        new("see the log", Holder.Anybody, ["log", "statistics", "see"]),
        new("set the target condition", Holder.Leads, ["target", "target condition", "set"]),
        new("review the target condition", Holder.Leads, ["review", "met", "missed", "abandon"]),
        new("choose the obstacle to work on", Holder.Leads, ["choose", "active", "activate", "work on"]),
        new("call an obstacle overcome", Holder.Leads, ["overcome"]),
        new("reword the challenge", Holder.Leads, ["challenge"]),
        new("name the learner and the coaches", Holder.Leads, ["name", "role", "roles", "hand over", "second coach"]),
        new("end this storyboard", Holder.Leads, ["end", "close", "finish", "stop"]),
        new("reopen it", Holder.Leads, ["reopen", "open again"]),
        new("answer the five questions", Holder.Learner, ["answer", "questions"]),
        new("write the prediction of a step", Holder.Doer, ["predict", "prediction", "expect"]),
        new("start a step", Holder.Doer, ["start", "begin"]),
        new("say what happened and what was learned", Holder.Doer, ["happened", "learned", "learn", "observe", "saw"]),
        new("give a step up", Holder.Doer, ["give up", "drop"]),
        new("reword a text", Holder.Author, ["reword", "change", "edit"]),
        new("undo the last step", Holder.LastAuthor, ["undo"]),
    ];

    /// <summary>The refusal for somebody who doesn't lead here: it names who does, and a way on.</summary>
    public static Refusal OnlyLeads(this Storyboard board, string what) =>
        new($"Only the learner and the coaches can {what}: {Names(board)}. Ask for it in the thread; after {Limits.QuietDays} silent days anybody can take over as learner.");

    public static Refusal OnlyDoer(this Storyboard board, Experiment experiment, string what) =>
        new($"Only whoever does this step can {what}: {(experiment.Owner is { } owner && !owner.Is(board.Learner) ? $"{owner.Name}, or the learner, {board.Learner.Name}" : board.Learner.Name)}.");

    /// <summary>The right that a question such as "who can review this?" asks about; null when it names none.</summary>
    public static Right<Holder>? AskedAbout(string question) => AskedRights.In(All, question);

    /// <summary>Who may do it here, in a sentence.</summary>
    public static Words Answer(Storyboard board, Right<Holder> right) => right.Holder switch
    {
        Holder.Anybody => (Words)$"Anybody in this channel can {right.Name}.",
        Holder.Leads => $"The learner and the coaches can {right.Name}: {People(board)}. After {Limits.QuietDays} days without a word from {board.Learner}, anybody can take over as learner.",
        Holder.Learner => $"{board.Learner} can {right.Name}: the learner does that, and nobody else's answer would teach them.",
        Holder.Doer => $"Whoever owns the step can {right.Name}, and so can the learner, {board.Learner}.",
        Holder.Author => $"Whoever wrote it can {right.Name}, and so can the learner, {board.Learner}. A prediction is locked when its step starts.",
        Holder.LastAuthor => $"Only whoever took the last step can undo it: that was {board.Last.By}.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Names(Storyboard board) => string.Join(", ", Leading(board).Select(person => person.Name));

    private static Words People(Storyboard board)
    {
        var spans = new List<Span>();
        foreach (var person in Leading(board))
        {
            if (spans.Count > 0) spans.Add(new Plain(", "));
            spans.Add(new Who(person));
        }

        return Words.Of(spans);
    }

    private static IEnumerable<Person> Leading(Storyboard board) => new[] { board.Learner, board.Coach, board.SecondCoach }.OfType<Person>();
}

/// <summary>Who holds a right.</summary>
public enum Holder
{
    Anybody,
    Leads,
    Learner,
    Doer,
    Author,
    LastAuthor,
}
