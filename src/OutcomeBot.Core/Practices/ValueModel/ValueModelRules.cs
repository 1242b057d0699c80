namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>What may happen to a value model, state by state.</summary>
public static class ValueModelRules
{
    public static Decision Decide(ValueModelState state, Command command) => (state, command) switch
    {
        (Unstarted, StartSession start) => SessionRules.Of(start),
        (Unstarted, _) => new Refusal("There's no value model here. Start one with the word model and what the weights are for."),
        (_, StartSession) => new Refusal("There's one here already. Start the new one in the channel, with the word model and what the weights are for."),

        (Dropped, CloseRound { IsDeadline: true } or RemindRest or PromptReview or Supersede) => Decision.Of(),
        (Dropped dropped, _) => new Refusal($"{dropped.By.Name} gave this up: {dropped.Reason} Start a new one in the channel with the word model."),

        ({ Known: { } session }, TakeSeat take) => SessionRules.Of(session, take),
        ({ Known: { } session }, AddVoter add) => SessionRules.Of(session, add),
        ({ Known: { } session }, SetAway set) => SessionRules.Of(session, set),
        ({ Known: { } session }, NameDeputy name) => SessionRules.Of(session, name),
        ({ Known: { } session }, TakeOver take) => SessionRules.Of(session, take),

        (Agreed(_, var model), ScoreInitiative score) => InitiativeRules.Of(model, score),
        (Agreed(_, var model), DropInitiative drop) => InitiativeRules.Of(state.Known!, model, drop),
        (Agreed(_, var model), PromptReview prompt) => ModelRules.Of(model, prompt),
        (Agreed(_, var model), Supersede supersede) => ModelRules.Of(model, supersede),
        (Agreed(_, var model), OpenRound) => new Refusal($"Version {model.Version} is agreed. Weights change with a new version: type model and what they are for in the channel."),
        (Agreed(_, var model), CastBallot or CloseRound or ShowWeights or AgreeModel or ExtendRound or VoidRound or RemindRest) => Late(state, command) ?? new Refusal($"Version {model.Version} is agreed, so nothing was changed. A new version begins with the word model in the channel."),
        (Agreed(_, var model), DropSession) => new Refusal($"Version {model.Version} is agreed and stays readable. A new version takes its place when it is agreed."),
        (_, ScoreInitiative) => new Refusal("Nothing is agreed yet, so there's nothing to score with. Agree on weights first."),
        (_, Supersede or PromptReview) => Decision.Of(),

        (Collecting(var session), ProposeFactor propose) => FactorRules.Of(session, propose),
        (Choosing(var session), ProposeFactor propose) => FactorRules.Of(session, propose),
        (Collecting or Choosing, RewordFactor reword) => FactorRules.Of(state.Known!, reword),
        (Collecting or Choosing, MergeFactors merge) => FactorRules.Of(state.Known!, merge),
        (Collecting or Choosing, SetFactorAside aside) => FactorRules.Of(state.Known!, aside),
        (Collecting(var session), ShowCandidates show) => FactorRules.Of(session, show),
        (_, ShowCandidates) => new Refusal("Everybody sees the candidates already."),
        (Voting or BelowQuorum, ProposeFactor or RewordFactor or MergeFactors or SetFactorAside) => new Refusal("A round is open, and its wording is frozen so that everybody votes on the same thing. When it has closed, factors can be changed for the next one."),
        (_, ProposeFactor or RewordFactor or MergeFactors or SetFactorAside) => new Refusal("The factors of this version are settled. Others belong to the next one: type model and what it is for in the channel."),

        (Collecting, OpenRound) => new Refusal("Factors are still being proposed, unseen by the others. Show the candidates first."),
        (Choosing or Revealed, OpenRound open) => OpeningRules.Of(state.Known!, open),
        (Voting or BelowQuorum, OpenRound) => new Refusal("A round is open already. It has to close first."),

        (Voting(var session, var round), CastBallot cast) => BallotRules.Of(session, round, cast),
        (Voting(var session, var round), RemindRest remind) => ClosingRules.Of(session, round, remind),
        (Voting(var session, var round), CloseRound close) => ClosingRules.Of(session, round, close),
        (Voting or BelowQuorum, ExtendRound extend) => ClosingRules.Of(state.Known!, state.Open!, extend),
        (Voting or BelowQuorum, VoidRound no) => ClosingRules.Of(state.Known!, no),
        (_, RemindRest) or (_, CloseRound { IsDeadline: true }) => Decision.Of(),
        (_, CastBallot or CloseRound or ExtendRound or VoidRound) => Late(state, command) ?? new Refusal("No round is open, so there's nothing to vote on yet."),

        (Revealed(var session), ShowWeights show) => ModelRules.Of(session, show),
        (Revealed(var session), AgreeModel agree) => ModelRules.Of(session, agree),
        (_, ShowWeights or AgreeModel) => new Refusal("No weights have been revealed yet. Vote first."),
        (_, DropInitiative) => new Refusal("Nothing has been scored yet."),
        ({ Known: { } session }, DropSession drop) => SessionRules.Of(session, drop),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What comes after a close is refused with the time of it; null when nothing has closed.</summary>
    private static Refusal? Late(ValueModelState state, Command command) => (state, command, state.Known?.Rounds.LastOrDefault()) switch
    {
        (BelowQuorum below, CastBallot, _) => new Refusal($"{Wordings.Round(below.Round)} closed {Wordings.Time(below.ClosedAt, below.Round.Zone)} without its quorum, so nothing was changed. {below.Session.Owner.Name} can give it more time."),
        (BelowQuorum below, CloseRound, _) => new Refusal($"{Wordings.Round(below.Round)} has closed already, {Wordings.Time(below.ClosedAt, below.Round.Zone)}, without its quorum. Give it more time, or close it as not valid."),
        (_, CastBallot, { } past) => new Refusal($"{Wordings.Round(past.Round)} closed {Wordings.Time(past.At, past.Round.Zone)}, so nothing was changed. A new round takes new votes, and keeps these."),
        (_, CloseRound or ExtendRound or VoidRound, { } past) => new Refusal($"{Wordings.Round(past.Round)} closed {Wordings.Time(past.At, past.Round.Zone)} already, and closes only once."),
        _ => null,
    };
}
