using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>The state after a change.</summary>
public static class ValueModelFolding
{
    public static ValueModelState Evolve(ValueModelState state, ValueModelChange change) => (state, change) switch
    {
        (Unstarted, SessionStarted started) => new Collecting(Begun(started)),
        (Collecting(var session), CandidatesShown) => new Choosing(SessionFolding.After(session, change)),
        ({ Known: { } session }, RoundOpened opened) => new Voting(SessionFolding.After(session, change), opened.Round),
        (Voting(var session, var round), BallotCast cast) => Cast(session, round, cast),
        (Voting(var session, var round), RestReminded reminded) => new Voting(session, round with { Reminded = reminded.Times }),
        (Voting(var session, var round), QuorumMissed) => new BelowQuorum(SessionFolding.After(session, change), round, change.At),
        (Voting or BelowQuorum, RoundExtended extended) => new Voting(SessionFolding.After(state.Known!, change), state.Open! with { ClosesAt = extended.ClosesAt, Reminded = 0 }),
        (Voting or BelowQuorum, RoundEnded ended) => Ended(SessionFolding.After(state.Known!, change), new PastRound(state.Open!, ended.End, ended.At)),
        (Revealed(var session), ModelAgreed agreed) => new Agreed(SessionFolding.After(session, change), agreed.Model),
        (Agreed agreed, _) => agreed with { Model = After(agreed.Model, change), Session = SessionFolding.After(agreed.Session, change) },
        ({ Known: { } session }, SessionDropped dropped) => new Dropped(SessionFolding.After(session, change), dropped.Reason, dropped.By, dropped.At),
        (Collecting(var session), _) => new Collecting(SessionFolding.After(session, change)),
        (Choosing(var session), _) => new Choosing(SessionFolding.After(session, change)),
        (Voting(var session, var round), _) => new Voting(SessionFolding.After(session, change), round),
        (BelowQuorum below, _) => below with { Session = SessionFolding.After(below.Session, change) },
        (Revealed(var session), _) => new Revealed(SessionFolding.After(session, change)),
        (Dropped dropped, _) => dropped with { Session = SessionFolding.After(dropped.Session, change) },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static WeightingSession Begun(SessionStarted started) => new()
    {
        Id = started.Id,
        Question = started.Question,
        Owner = started.By,
        Deputy = started.Deputy,
        VitalFewLimit = started.VitalFewLimit,
        Seal = started.Seal,
        Earlier = started.Earlier,
        Roll = [new Seat(started.By, Part.Voter)],
        OpenedAt = started.At,
        LeadActedAt = started.At,
        Last = new Step(started.By, started.At, "began to collect factors"),
    };

    /// <summary>A ballot that is changed shows nowhere: only the first one is a step that others see.</summary>
    private static Voting Cast(WeightingSession session, Round round, BallotCast cast)
    {
        var seated = cast.Seat is { } seat ? SessionFolding.Seated(session, seat) : session;
        var earlier = round.Ballots.GetValueOrDefault(cast.By.Id, []);
        return new Voting(
            earlier.IsEmpty ? seated with { Last = new Step(cast.By, cast.At, "voted") } : seated,
            round with { Ballots = round.Ballots.SetItem(cast.By.Id, earlier.Add(cast.Ballot)) });
    }

    private static ValueModelState Ended(WeightingSession session, PastRound past)
    {
        var after = session with { Rounds = session.Rounds.Add(past) };
        return past.End switch
        {
            WeightsRevealed => new Revealed(after),
            CutRevealed cut => new Choosing(SessionFolding.Cut(after, cut)),
            NotValid when after.LastWeights is not null => new Revealed(after),
            NotValid => new Choosing(after),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static AgreedModel After(AgreedModel model, ValueModelChange change) => change switch
    {
        InitiativeScored scored => model with { Initiatives = [.. model.Initiatives.Where(initiative => initiative.Id != scored.Initiative.Id), scored.Initiative] },
        InitiativeDropped dropped => model with { Initiatives = [.. model.Initiatives.Select(initiative => initiative.Id == dropped.Id ? initiative with { Dropped = dropped.Reason } : initiative)] },
        ReviewPrompted prompted => model with { Prompts = prompted.Times },
        ModelSuperseded superseded => model with { SupersededBy = superseded.ById },
        _ => model,
    };
}
