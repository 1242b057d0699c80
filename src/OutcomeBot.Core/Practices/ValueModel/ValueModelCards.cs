using System.Collections.Immutable;
using System.Globalization;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>The value model as a card, state by state. No card is made from what is in a ballot before its round has closed.</summary>
public static class ValueModelCards
{
    private const int TitleLength = 140;
    private const int Names = 25;

    public static Card Of(Subject subject, ValueModelState state) => state switch
    {
        Unstarted => new Card("No value model yet", new Prose("Start one with the word model and what the weights are for.")),
        Collecting(var session) => CollectingCard(subject, session),
        Choosing(var session) => ChoosingCard(subject, session),
        Voting(var session, var round) => VotingCard(subject, session, round),
        BelowQuorum below => BelowQuorumCard(subject, below),
        Revealed(var session) => RevealedCard(subject, session),
        Agreed(var session, var model) => AgreedCard(subject, session, model),
        Dropped dropped => new Card(Title("Given up", dropped.Session), new Prose($"{dropped.By} gave this up, {dropped.At}: {dropped.Reason}")),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Value model 2: Lead time 40, Renewal rate 35, Support load 25</summary>
    public static string Name(AgreedModel model) => $"Value model {model.Version.ToString(CultureInfo.InvariantCulture)}: {Weights(model.Factors)}";

    /// <summary>Lead time 40, Renewal rate 35, Support load 25</summary>
    public static string Weights(IEnumerable<WeighedFactor> factors) => string.Join(", ", factors.Select(weighed => $"{weighed.Factor.Name} {weighed.Weight.ToString(CultureInfo.InvariantCulture)}"));

    private static Card CollectingCard(Subject subject, WeightingSession session) => new(Title("What makes it valuable", session),
    [
        new Prose("Propose factors, each with the metric that measures it. Nobody sees the others' until all are shown, so nobody is led by the first."),
        Head(session, new Fact("Proposed so far", Proposed(session))),
        new Buttons(
            new Button("Propose a factor", subject.Press(PressVerb.Propose), ButtonKind.Primary),
            new Button("Take part", subject.Press(PressVerb.Join)),
            new Button("Proposals", subject.Press(PressVerb.Proposals), About: "yours, or all for whoever leads"),
            new Button("More", subject.Press(PressVerb.More))),
        LastStep(session),
    ]);

    private static Card ChoosingCard(Subject subject, WeightingSession session)
    {
        var isTooMany = session.Weighable.Length > session.VitalFewLimit;
        return new Card(Title("These are the candidates", session),
        [
            Head(session),
            .. FactorCards.Candidates(session),
            .. isTooMany ? [new Prose($"{session.Weighable.Length} are more than the {session.VitalFewLimit} that people can weigh and keep apart. A ranked vote finds the vital few.")] : ImmutableArray<Block>.Empty,
            .. Ended(session),
            new Buttons(
                isTooMany ? new Button("Cut by a ranked vote", subject.Press(PressVerb.Cut), ButtonKind.Primary) : new Button("Vote on weights", subject.Press(PressVerb.Open), ButtonKind.Primary),
                new Button("Propose a factor", subject.Press(PressVerb.Propose)),
                new Button("Take part", subject.Press(PressVerb.Join)),
                new Button("More", subject.Press(PressVerb.More))),
            LastStep(session),
        ]);
    }

    private static Card VotingCard(Subject subject, WeightingSession session, Round round)
    {
        var (voted, rest) = (session.Roll.Where(seat => round.HasVoted(seat.Who)).ToImmutableArray(), session.Voters.Where(seat => !round.HasVoted(seat.Who)).ToImmutableArray());
        return new Card(Title($"{voted.Length} of {voted.Length + rest.Length} have voted", session),
        [
            new Facts(
            [
                new Fact(Wordings.Round(round), Wordings.Of(round.Method)),
                new Fact("Closes", (Words)$"{round.ClosesAt}"),
                new Fact("Valid with", Wordings.Of(round.Quorum, session.Voters.Count())),
                .. round.Top is { } top ? [new Fact("Also decided", $"North Star Metric {top.NorthStar}, Top Business Metric {top.TopBusiness}")] : ImmutableArray<Fact>.Empty,
            ]),
            FactorCards.Frozen(round),
            new Facts(
            [
                new Fact("Voted", voted.IsEmpty ? "nobody yet" : Wordings.People(voted.Select(seat => seat.Who), Names)),
                .. rest.IsEmpty ? ImmutableArray<Fact>.Empty : [new Fact("Still to vote", Wordings.People(rest.Select(seat => seat.Who), Names))],
                .. Watching(session),
            ]),
            new Buttons(
                new Button("Vote", subject.Press(PressVerb.Vote), ButtonKind.Primary, About: Wordings.Round(round)),
                new Button("Abstain", subject.Press(PressVerb.Abstain), About: Wordings.Round(round)),
                new Button("Close", subject.Press(PressVerb.Close), About: Wordings.Round(round)),
                new Button("More", subject.Press(PressVerb.More))),
            new Aside($"Sealed: nobody sees a weight before it closes, not even {session.Owner}. You can change your vote until then."),
        ]);
    }

    private static Card BelowQuorumCard(Subject subject, BelowQuorum below)
    {
        var (session, round) = (below.Session, below.Round);
        return new Card(Title($"{Wordings.Round(round)} closed without its quorum", session),
        [
            new Prose($"{round.Ballots.Count} of {session.Voters.Count()} voted; {Wordings.Of(round.Quorum, session.Voters.Count())} make it valid. The ballots are still sealed."),
            new Buttons(
                new Button("Give more time", subject.Press(PressVerb.Extend), ButtonKind.Primary),
                new Button("Close as not valid", subject.Press(PressVerb.Void)),
                new Button("More", subject.Press(PressVerb.More))),
            new Aside($"It closed {below.ClosedAt}. {session.Names()} can do either."),
        ]);
    }

    private static Card RevealedCard(Subject subject, WeightingSession session) => new(Title("Revealed", session),
    [
        .. RevealCards.Blocks(session),
        .. Ended(session),
        new Buttons(
            new Button("Agree on these", subject.Press(PressVerb.Agree), ButtonKind.Primary),
            new Button("Vote again", subject.Press(PressVerb.Open), About: $"round {session.NextOrdinal(Method.PointAllocation)}"),
            new Button("Show my weights", subject.Press(PressVerb.Consent), About: "with your name"),
            new Button("More", subject.Press(PressVerb.More))),
        LastStep(session),
    ]);

    private static Card AgreedCard(Subject subject, WeightingSession session, AgreedModel model) => new(Typed.Clip(Name(model), TitleLength),
    [
        .. model.SupersededBy is null ? ImmutableArray<Block>.Empty : [new Prose("A newer version is in force. This one stays readable.")],
        new Prose($"{"For":strong} {session.Question} · {model.Rationale}"),
        new Table("Weights out of 100, and the levels they go between", [new Column("Factor"), new Column("Weight", ColumnKind.Number), new Column("Worst → best")],
            [.. model.Factors.Select(weighed => ImmutableArray.Create<Words>(weighed.Factor.Name, weighed.Weight.ToString(CultureInfo.InvariantCulture), Wordings.Levels(weighed.Factor)))]),
        new Facts(
            new Fact("North Star Metric", model.Top.NorthStar),
            new Fact("Top Business Metric", model.Top.TopBusiness),
            new Fact("In force since", (Words)$"{model.EffectiveFrom}"),
            new Fact("Review", (Words)$"{model.ReviewBy}")),
        .. ScoreCards.Used(model),
        new Buttons(
        [
            .. model.SupersededBy is null ? [new Button("Score an initiative", subject.Press(PressVerb.Score), ButtonKind.Primary)] : ImmutableArray<Button>.Empty,
            .. model.Initiatives.IsEmpty ? ImmutableArray<Button>.Empty : [new Button("All scores", subject.Press(PressVerb.Scores))],
            new Button("More", subject.Press(PressVerb.More)),
        ]),
        new Aside($"Agreed by {model.By}, {model.At}, after {Wordings.Count(session.Rounds.Count(past => past.End is WeightsRevealed), "round", "rounds")}. Weights are the mean of all ballots, brought to 100 by the largest remainder."),
    ]);

    private static Facts Head(WeightingSession session, params IEnumerable<Fact> more) => new(
    [
        new Fact("Leads", session.Deputy is { } deputy ? (Words)$"{session.Owner}, or {deputy} when away" : $"{session.Owner}"),
        new Fact("Takes part", Wordings.People(session.Voters.Select(seat => seat.Who), Names)),
        .. Watching(session),
        .. OpeningRules.TopOf(session) is { } top ? [new Fact("Top metrics", $"{top.NorthStar} delivered, {top.TopBusiness} captured")] : ImmutableArray<Fact>.Empty,
        .. more,
    ]);

    private static IEnumerable<Fact> Watching(WeightingSession session)
    {
        var (observers, away) = (session.Roll.Where(seat => seat.Part == Part.Observer).ToArray(), session.Roll.Where(seat => seat is { Part: Part.Voter, IsAway: true }).ToArray());
        if (observers.Length > 0) yield return new Fact("Watches", Wordings.People(observers.Select(seat => seat.Who), Names));
        if (away.Length > 0) yield return new Fact("Away", Wordings.People(away.Select(seat => seat.Who), Names));
    }

    /// <summary>How many, from how many: not what, and not from whom.</summary>
    private static string Proposed(WeightingSession session) => session.Candidates.IsEmpty ? "nothing yet"
        : $"{Wordings.Count(session.Candidates.Length, "factor", "factors")} by {Wordings.Count(session.Candidates.SelectMany(candidate => candidate.ProposedBy).DistinctBy(person => person.Id).Count(), "person", "people")}";

    private static IEnumerable<Block> Ended(WeightingSession session) => session.Rounds is [.., { End: NotValid no } past]
        ? [new Aside($"{Wordings.Round(past.Round)} was closed as not valid by {no.By}: {no.Reason}")]
        : [];

    private static string Title(string what, WeightingSession session) => Typed.Clip($"{what}: {session.Question}", TitleLength);

    private static Aside LastStep(WeightingSession session) => new($"{session.Last.By} {session.Last.What}, {session.Last.At}");
}
