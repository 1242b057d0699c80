using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>How a round ends: closed once, by whoever leads or by its deadline, and revealed only with its quorum.</summary>
internal static class ClosingRules
{
    public static Decision Of(WeightingSession session, Round round, CloseRound close) => close switch
    {
        { IsDeadline: false } when !session.Leads(close.By) => session.OnlyLeads("close a round"),
        { IsDeadline: true } when close.At < round.ClosesAt => Decision.Of(),
        _ when round.Ballots.Count < round.Quorum.Of(session.Voters.Count()) => new QuorumMissed { By = close.By, At = close.At },
        { Seal: null } => new Refusal("The key of this vote can't be opened, so it stays sealed and nothing is lost. Whoever runs the bot has to bring back the folder with its keys; then close it again."),
        { Seal: { } seal } => new RoundEnded(Revealing.Of(session, round, seal, close.Subject)) { By = close.By, At = close.At },
    };

    public static Decision Of(WeightingSession session, Round round, RemindRest remind) => session.Leads(remind.By) || remind.At >= Reminding.At(round)
        ? new RestReminded(round.Reminded + 1) { By = remind.By, At = remind.At }
        : session.OnlyLeads("have the rest reminded");

    public static Decision Of(WeightingSession session, Round round, ExtendRound extend) => extend.Deadline switch
    {
        _ when !session.Leads(extend.By) => session.OnlyLeads("give it more time"),
        null => new Refusal("Choose when it closes.", "span"),
        { } draft => Deadline.Of(draft, extend.At) switch
        {
            (_, { } refusal) => refusal,
            ({ } at, _) when at <= round.ClosesAt && extend.At < round.ClosesAt => new Refusal($"It closes {Wordings.Time(round.ClosesAt, round.Zone)} now. Choose a later time.", "span"),
            ({ } at, _) => new RoundExtended(at) { By = extend.By, At = extend.At },
            _ => throw new System.Diagnostics.UnreachableException(),
        },
    };

    public static Decision Of(WeightingSession session, VoidRound no) => Typed.Line(no.Reason) switch
    {
        _ when !session.Leads(no.By) => session.OnlyLeads("close it as not valid"),
        "" => new Refusal("Say why: it stands in the history.", "reason"),
        { Length: > Limits.Note } => new Refusal($"{Limits.Note} characters fit.", "reason"),
        var reason => new RoundEnded(new NotValid(reason, no.By)) { By = no.By, At = no.At },
    };
}
