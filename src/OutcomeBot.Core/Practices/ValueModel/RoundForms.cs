using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>The forms that open, extend and close a round.</summary>
internal static class RoundForms
{
    /// <summary>What an empty form would want: it finds what is wrong before anybody types.</summary>
    public static OpenRound Probe(WeightingSession session, Scene scene, Method method) =>
        new(method, "1", new DeadlineDraft("1h", null, "", scene.Zone), Electorate.Anybody) { NorthStar = OpeningRules.TopOf(session)?.NorthStar ?? "", TopBusiness = OpeningRules.TopOf(session)?.TopBusiness ?? "" };

    public static Form Open(Scene scene, WeightingSession session)
    {
        var top = OpeningRules.TopOf(session);
        return new Form("Vote on weights", "Open the vote", scene.Subject.Press(PressVerb.Open),
            (Words)$"{Wordings.Count(session.Weighable.Length, "factor", "factors")}: {string.Join(", ", session.Weighable.Select(candidate => candidate.Name))}. Their wording is frozen from now on, and so is how it's voted.",
            [
                new ChoiceField("method", "How do people weigh?", Methods(session), nameof(Method.PointAllocation)),
                .. Common(scene, session),
                new TextField("north", "North Star Metric: value delivered", MetricName.Longest, TextSize.Line, top?.NorthStar ?? Last(session)?.NorthStar ?? "") { Hint = "What customers get, such as active-fleets", Answering = top is null ? Answering.Required : Answering.Optional },
                new TextField("business", "Top Business Metric: value captured", MetricName.Longest, TextSize.Line, top?.TopBusiness ?? Last(session)?.TopBusiness ?? "") { Hint = "What the business gets back, such as revenue-growth", Answering = top is null ? Answering.Required : Answering.Optional },
                new TextField("reason", "Why these two?", Limits.Note) { Hint = "Needed when they change: voters decide on it.", Answering = Answering.Optional },
            ]);
    }

    public static Form Cut(Scene scene, WeightingSession session) => new(
        "Cut by a ranked vote", "Open the ranked vote", scene.Subject.Press(PressVerb.Cut),
        $"Everybody puts the candidates in order. The best {session.VitalFewLimit} stay, the others are kept with the reason.",
        [.. Common(scene, session)]);

    public static Form Extend(Scene scene) => new(
        "More time", "Give more time", scene.Subject.Press(PressVerb.Extend), "Ballots stay sealed, and count.", [.. When(scene)]);

    /// <summary>Asked once more before it acts, with what it would do; the right is checked again then.</summary>
    public static Form Close(Subject subject, WeightingSession session, Round round)
    {
        var (voted, voters) = (round.Ballots.Count, session.Voters.Count());
        var needed = round.Quorum.Of(voters);
        return new Form("Close the round", "Close it now", subject.Press(PressVerb.Close),
            voted >= needed
                ? $"{voted} of {voters} have voted, {Wordings.Count(needed, "is", "are")} needed. It's revealed at once, and nobody can vote in it after that."
                : $"{voted} of {voters} have voted, {Wordings.Count(needed, "is", "are")} needed. It stays sealed: you can give it more time, or close it as not valid.",
            []);
    }

    public static Form Void(Subject subject) => new(
        "Close as not valid", "Close as not valid", subject.Press(PressVerb.Void), "No ballot is opened, now or later.",
        [new TextField("reason", "Why?", Limits.Note)]);

    private static IEnumerable<Field> Common(Scene scene, WeightingSession session) =>
    [
        new TextField("quorum", "How many votes make it valid?", 10, TextSize.Line, "60%") { Hint = $"A number, or a share of the voters. {Wordings.Count(session.Voters.Count(), "takes", "take")} part so far." },
        .. When(scene),
        new ChoiceField("who", "Who may vote?", [new(nameof(Electorate.Anybody), "Anybody in this channel"), new(nameof(Electorate.Named), "Only who takes part now, and whom I add")], nameof(Electorate.Anybody)),
    ];

    private static IEnumerable<Field> When(Scene scene) =>
    [
        new ChoiceField("span", "When does it close?", Deadline.Options, "1d"),
        new DateField("date", "Or on this date") { Answering = Answering.Optional },
        new TextField("time", "At this time", 5) { Answering = Answering.Optional, Hint = $"17:00, by the clock of {scene.State.Open?.Zone ?? scene.Zone}" },
    ];

    private static ImmutableArray<Option> Methods(WeightingSession session) =>
    [
        new(nameof(Method.PointAllocation), "100 points over the factors"),
        .. session.Weighable.Length <= Limits.MostCompared ? [new Option(nameof(Method.Pairwise), "Compare each with each other one")] : ImmutableArray<Option>.Empty,
        new(nameof(Method.RankOrder), "Put them in order"),
    ];

    private static TopMetrics? Last(WeightingSession session) => session.Rounds.LastOrDefault(past => past.Round.Top is not null)?.Round.Top;
}
