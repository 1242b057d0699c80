using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>The chain, read backwards with THEREFORE, and the question whether each step holds.</summary>
internal static class ReadBackCards
{
    public static Card Of(Subject subject, WhyTree tree)
    {
        var asked = ReadBack.Unheld(tree).Take(ReadBack.AtOnce).ToImmutableArray();
        var left = ReadBack.Unheld(tree).Length - asked.Length;
        return new Card(asked.Length == 0 ? "Every step holds" : "Does each step hold?",
        [
            .. Chains(tree, asked),
            .. asked.Length == 0 ? Ending(subject, tree) : Asking(subject, tree, asked, left),
        ]);
    }

    /// <summary>The links a press is about: a fingerprint of their wording, and the causes.</summary>
    public static string Argument(WhyTree tree, ImmutableArray<Cause> links)
    {
        var ids = links.Select(cause => cause.Id).ToImmutableArray();
        return $"{ReadBack.Fingerprint(tree, ids)}:{string.Join('.', ids)}";
    }

    /// <summary>What such a press says, read back.</summary>
    public static (string Fingerprint, ImmutableArray<string> Causes) Parse(string? argument) =>
        argument?.Split(':') is [var fingerprint, var ids] ? (fingerprint, [.. ids.Split('.')]) : ("", []);

    private static IEnumerable<Block> Asking(Subject subject, WhyTree tree, ImmutableArray<Cause> asked, int left)
    {
        if (left > 0) yield return new Aside($"{FiveWhysCards.Count(left, "more step comes", "more steps come")} after these: press Read back again.");
        var argument = Argument(tree, asked);
        yield return new Buttons(
            new Button(asked.Length == 1 ? "Yes, it holds" : "Yes, each holds", subject.Press(PressVerb.Holds, argument), ButtonKind.Primary),
            new Button(asked.Length == 1 ? "It doesn't hold" : "Answer step by step", subject.Press(PressVerb.Steps, argument)));
        yield return new Aside("Anybody can say. A step that doesn't hold becomes contested; nothing is lost.");
    }

    private static IEnumerable<Block> Ending(Subject subject, WhyTree tree) =>
    [
        new Aside($"Somebody has said yes to every step. {tree.Facilitator} can conclude."),
        new Buttons(new Button("Conclude", subject.Press(PressVerb.Conclude), ButtonKind.Primary)),
    ];

    /// <summary>Every chain that has a step to ask about; all of them when there is none.</summary>
    private static IEnumerable<Prose> Chains(WhyTree tree, ImmutableArray<Cause> asked)
    {
        var number = 0;
        foreach (var chain in ReadBack.Of(tree))
            if (asked.Length == 0 || chain.Causes.Any(cause => asked.Contains(cause)))
                yield return new Prose(Chain(tree, chain, asked, ref number));
    }

    private static Words Chain(WhyTree tree, Chain chain, ImmutableArray<Cause> asked, ref int number)
    {
        Words words = Wording.Sentence(chain.Causes[0].Text);
        foreach (var cause in chain.Causes)
        {
            var mark = asked.Contains(cause) ? $" ({++number})" : "";
            words += Words.Of(new Plain($"{mark} "), new Strong("THEREFORE"), new Plain($" {Effect(tree, cause)}."));
        }

        return words;
    }

    private static string Effect(WhyTree tree, Cause cause) =>
        Wording.Clause(tree.Find(cause.Parent)?.Text ?? ProblemWords.Statement(tree.Problem));
}
