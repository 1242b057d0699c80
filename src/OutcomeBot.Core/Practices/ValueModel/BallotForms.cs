using System.Collections.Immutable;
using System.Globalization;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>The ballot as a form, filled with the voter's own last one. Nobody else's is ever near it.</summary>
internal static class BallotForms
{
    private static readonly (int Times, string Words)[] s_scale = [(9, "extremely more"), (7, "very much more"), (5, "much more"), (3, "somewhat more")];

    public static Form Of(Scene scene, WeightingSession session, Round round)
    {
        var mine = scene.MyBallot is { Abstains: false } ballot ? ballot : null;
        return new Form("Your ballot", mine is null ? "Seal my vote" : "Change my vote", scene.Subject.Press(PressVerb.Vote), Intro(round),
        [
            .. FieldsFor(round, mine),
            .. round.Top is { } top ? [Top(round, top, mine)] : ImmutableArray<Field>.Empty,
            .. round.IsCut ? ImmutableArray<Field>.Empty : [SessionForms.Group(session.SeatOf(scene.By)?.Group ?? "")],
        ])
        {
            Budget = round.Method == Method.PointAllocation ? new Budget(Hundred.Total, "points", FieldsOf(round)) : null,
        };
    }

    /// <summary>The names of the fields that hold a ballot's numbers, in their order.</summary>
    public static ImmutableArray<string> FieldsOf(Round round) => round.Method switch
    {
        Method.PointAllocation => [.. round.Factors.Select((_, at) => BallotFields.Point(at))],
        Method.Pairwise => [.. BallotRules.Pairs(round.Factors.Length).Select((_, at) => BallotFields.Pair(at))],
        Method.RankOrder => [.. round.Factors.Select((_, at) => BallotFields.Place(at))],
        Method.RankedCut => [.. Enumerable.Range(0, Math.Min(round.Factors.Length, Limits.MostFactors)).Select(BallotFields.Place)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Whether the number at this place may be left out: only the first choice of a ranked vote has to be made.</summary>
    public static bool MayBeEmpty(Round round, int at) => round.IsCut && at > 0;

    private static string Intro(Round round) => round.Method switch
    {
        Method.PointAllocation => "Imagine everything at its worst level. Which one would you bring to its best first? Give it the most of your 100 points, and the others in proportion.",
        Method.Pairwise => "Which step from worst to best is worth more, and how much? You can change it until the round closes.",
        Method.RankOrder => "Imagine everything at its worst level. Which one would you bring to its best first, which next?",
        Method.RankedCut => "Put the candidates in order, as many as you like. Those that you leave out stand behind the others.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<Field> FieldsFor(Round round, Ballot? mine) => round.Method switch
    {
        Method.PointAllocation => round.Factors.Select((factor, at) => new TextField(BallotFields.Point(at), Typed.Clip(factor.Name, 70), 3, TextSize.Line, Number(mine, at)) { Hint = Typed.Clip(Swing(factor), 140) }),
        Method.Pairwise =>
        [
            .. BallotRules.Pairs(round.Factors.Length).Select((pair, at) => new ChoiceField(BallotFields.Pair(at), Typed.Clip($"{round.Factors[pair.First].Name} or {round.Factors[pair.Second].Name}?", 70), Scale(round, pair), mine is null ? null : Number(mine, at))),
            new SeveralField(BallotFields.Meant, "If they contradict each other", [new("yes", "Keep my comparisons as they are")], []) { Answering = Answering.Optional },
        ],
        _ => FieldsOf(round).Select((name, at) => new ChoiceField(name, $"{Wordings.Ordinal(at + 1)}", Places(round), mine is not null && at < mine.Numbers.Length ? Number(mine, at) : null)
        {
            Answering = MayBeEmpty(round, at) ? Answering.Optional : Answering.Required,
        }),
    };

    private static ChoiceField Top(Round round, TopMetrics top, Ballot? mine) => new(
        BallotFields.Top, Typed.Clip($"North Star {top.NorthStar}, Top Business Metric {top.TopBusiness}?", 140),
        [new("yes", "I'm for it"), new("no", "I'm against it")], mine?.ForTop switch { true => "yes", false => "no", null => null })
    {
        Hint = round.TopReason is { } reason ? Typed.Clip(reason, 140) : "What customers get, and what the business gets back",
    };

    private static string Swing(ValueFactor factor) => $"{Wordings.Levels(factor)} · {factor.Meaning}";

    private static ImmutableArray<Option> Scale(Round round, (int First, int Second) pair)
    {
        var (first, second) = (Typed.Clip(round.Factors[pair.First].Name, 40), Typed.Clip(round.Factors[pair.Second].Name, 40));
        return
        [
            .. s_scale.Select(step => new Option(Text(step.Times), $"{first}: {step.Words} ({step.Times})")),
            new Option("1", "Both the same (1)"),
            .. s_scale.Reverse().Select(step => new Option(Text(-step.Times), $"{second}: {step.Words} ({step.Times})")),
        ];
    }

    private static ImmutableArray<Option> Places(Round round) => [.. round.Factors.Select((factor, at) => new Option(Text(at), Typed.Clip($"{factor.Name} ({Wordings.Levels(factor)})", 74)))];

    private static string Number(Ballot? mine, int at) => mine is null ? "" : Text(mine.Numbers[at]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
