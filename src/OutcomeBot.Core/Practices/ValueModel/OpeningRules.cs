using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>When a round may open, and how it is held from then on.</summary>
internal static class OpeningRules
{
    public static Decision Of(WeightingSession session, OpenRound open)
    {
        ImmutableArray<ValueFactor> factors = [.. session.Weighable.Select(candidate => candidate.Frozen())];
        return (Factors(session, open, factors), QuorumOf(open.Quorum), Deadline.Of(open.Deadline, open.At), Top(session, open)) switch
        {
            _ when !session.Leads(open.By) => session.OnlyLeads("open a round"),
            ({ } refusal, _, _, _) => refusal,
            _ when session.Rounds.Length >= Limits.Rounds => new Refusal($"{Limits.Rounds} rounds have been held. Agree, or begin anew."),
            (_, null, _, _) => new Refusal("Write how many votes make it valid: a number such as 5, or a share such as 60%.", "quorum"),
            (_, _, (null, { } refusal), _) => refusal,
            (_, _, _, { Refusal: { } refusal }) => refusal,
            (_, { } quorum, ({ } closesAt, _), var top) => new RoundOpened(new Round
            {
                Number = session.Rounds.Length + 1,
                Ordinal = session.NextOrdinal(open.Method),
                Method = open.Method,
                Factors = factors,
                OpenedAt = open.At,
                ClosesAt = closesAt,
                Zone = open.Deadline.Zone,
                Quorum = quorum,
                Electorate = open.Electorate,
                Top = top.Proposed,
                TopReason = top.Proposed is null ? null : Typed.LineOrNull(Typed.Clip(open.TopReason, Limits.Note)),
            }) { By = open.By, At = open.At },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The top metrics that hold now: those of the last round that carried them, else those of the model before.</summary>
    public static TopMetrics? TopOf(WeightingSession session) =>
        session.Rounds.LastOrDefault(past => past is { Round.Top: not null, End: WeightsRevealed { Top.IsCarried: true } })?.Round.Top ?? session.Earlier?.Top;

    private static Refusal? Factors(WeightingSession session, OpenRound open, ImmutableArray<ValueFactor> factors) => (open.Method, factors.Length) switch
    {
        (_, < Limits.LeastFactors) => new($"A vote needs at least {Limits.LeastFactors} factors that a metric measures between a worst and a best level. {Aside(session)}"),
        (Method.RankedCut, > Limits.MostRanked) => new($"{factors.Length} candidates are more than anybody can rank; {Limits.MostRanked} can be. Merge some, or set some aside with a reason."),
        (Method.RankedCut, var count) when count <= session.VitalFewLimit => new($"{count} candidates are within the limit of {session.VitalFewLimit}, so there's nothing to cut. Open the vote on their weights."),
        (Method.RankedCut, _) => null,
        (_, var count) when count > session.VitalFewLimit => new($"{count} factors are more than the {session.VitalFewLimit} that people can weigh and keep apart: with each one more, all weights say less. Cut them by a ranked vote first."),
        (Method.Pairwise, > Limits.MostCompared) => new($"{factors.Length} factors need {factors.Length * (factors.Length - 1) / 2} comparisons, more than people answer with care. Allocate points instead, or cut to {Limits.MostCompared}.", "method"),
        _ => null,
    };

    private static string Aside(WeightingSession session) => session.Candidates.Where(candidate => candidate is { Standing: Standing.InPlay, IsMeasurable: false }).Select(candidate => candidate.Name).ToArray() is { Length: > 0 } names
        ? $"Kept aside until something measures them: {string.Join(", ", names)}."
        : "Propose more of them.";

    private static Quorum? QuorumOf(string typed)
    {
        var text = Typed.Line(typed).Replace(" ", "", StringComparison.Ordinal);
        var isShare = text.EndsWith('%');
        return int.TryParse(text.TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= (isShare ? 100 : Limits.Voters)
            ? new Quorum(isShare ? null : number, isShare ? number : null)
            : null;
    }

    /// <summary>Both or none, and no change without a reason: they change by a vote only, and a first version needs them.</summary>
    private static (TopMetrics? Proposed, Refusal? Refusal) Top(WeightingSession session, OpenRound open)
    {
        if (open.Method == Method.RankedCut) return default;
        var (north, business, now) = (Typed.Line(open.NorthStar), Typed.Line(open.TopBusiness), TopOf(session));
        return (north, business) switch
        {
            ("", "") when now is not null => default,
            ("", _) => (null, new("Name the North Star Metric: the value delivered to customers. A model needs both top metrics, and this vote decides on them.", "north")),
            (_, "") => (null, new("Name the Top Business Metric: the value that the business captures. A model needs both, and this vote decides on them.", "business")),
            ({ Length: > MetricName.Longest }, _) => (null, new($"{MetricName.Longest} characters fit.", "north")),
            (_, { Length: > MetricName.Longest }) => (null, new($"{MetricName.Longest} characters fit.", "business")),
            _ when MetricName.IdOf(north) == MetricName.IdOf(business) => (null, new("They have to be two different metrics: one says what customers get, the other what the business gets back.", "business")),
            _ when now is not null && MetricName.IdOf(now.NorthStar) == MetricName.IdOf(north) && MetricName.IdOf(now.TopBusiness) == MetricName.IdOf(business) => default,
            _ when now is not null && Typed.Line(open.TopReason).Length == 0 => (null, new($"{now.NorthStar} and {now.TopBusiness} hold now. Say why they shall change: voters decide on it.", "reason")),
            _ => (new TopMetrics(north, business), null),
        };
    }
}
