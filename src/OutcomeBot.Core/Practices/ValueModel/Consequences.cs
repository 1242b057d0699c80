using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>What is said when something has happened. Nothing here is made from what is in a sealed ballot.</summary>
internal static class Consequences
{
    /// <summary>More than so many are reminded together, in the thread, and see on the card that they have voted: a note to each would hold the channel up.</summary>
    private const int MostAlone = 50;

    public static Turn Of(Scene scene, ValueModelState after, ImmutableArray<Change> changes, Wants wants) => scene.Happened(
        changes,
        [
            .. changes.Any(Shows) ? [new Show()] : ImmutableArray<Reply>.Empty,
            .. changes.Cast<ValueModelChange>().SelectMany(change => Of(scene, after, change)),
            .. wants.Then,
        ],
        Reminding.Of(scene.Subject, after),
        wants.Place);

    /// <summary>What can be done instead of what was refused.</summary>
    public static IEnumerable<Button> Ways(Scene scene, Command command) => (scene.State, command) switch
    {
        (Collecting(var session), OpenRound) when session.Leads(scene.By) => [new Button("Show the candidates", scene.Subject.Press(PressVerb.Candidates), ButtonKind.Primary)],
        ({ Known: { } session }, OpenRound { Method: not Method.RankedCut }) when session.Weighable.Length > session.VitalFewLimit => [new Button("Cut by a ranked vote", scene.Subject.Press(PressVerb.Cut), ButtonKind.Primary)],
        (Choosing, OpenRound { Method: Method.RankedCut }) => [new Button("Vote on weights", scene.Subject.Press(PressVerb.Open), ButtonKind.Primary)],
        (Choosing, OpenRound) => [new Button("Propose a factor", scene.Subject.Press(PressVerb.Propose), ButtonKind.Primary)],
        (Revealed, CastBallot) => [new Button($"Start round {scene.Session!.NextOrdinal(Method.PointAllocation)}", scene.Subject.Press(PressVerb.Open), ButtonKind.Primary)],
        (BelowQuorum, CastBallot or CloseRound) => [new Button("Give more time", scene.Subject.Press(PressVerb.Extend), ButtonKind.Primary), new Button("Close as not valid", scene.Subject.Press(PressVerb.Void))],
        (Voting, CastBallot) when scene.Session?.SeatOf(scene.By) is { Part: Part.Observer } => [new Button("Take part", scene.Subject.Press(PressVerb.Join), ButtonKind.Primary)],
        (Agreed, OpenRound or CastBallot or AgreeModel) => [new Button("Begin a new version", new Press(ValueModelPractice.Name, null, PressVerb.New), ButtonKind.Primary)],
        (Revealed, AgreeModel) => [new Button("Vote again", scene.Subject.Press(PressVerb.Open), ButtonKind.Primary)],
        ({ Known: { } session }, _) when !session.Leads(scene.By) && SessionRules.IsSilent(session, scene.At) => [new Button("Take over", scene.Subject.Press(PressVerb.TakeOver))],
        _ => [],
    };

    /// <summary>A ballot that was changed shows nowhere, so the card isn't drawn for it.</summary>
    private static bool Shows(Change change) => change is not (BallotCast { Ballot.Revision: > 1, Seat: null } or RestReminded or ReviewPrompted);

    private static IEnumerable<Reply> Of(Scene scene, ValueModelState after, ValueModelChange change) => (change, after) switch
    {
        (FactorProposed proposed, { Known: { } session }) => [scene.Tell(ValueModelNotes.Proposed(scene, session, proposed.Candidate))],
        (FactorReworded reworded, { Known: { } session }) => [scene.Tell(ValueModelNotes.Proposed(scene, session, reworded.Candidate))],
        (FactorsMerged or FactorSetAside, { Known: { } session }) when after is Collecting => [scene.Tell(FactorCards.Proposals(scene with { State = after }, session))],
        (RoundOpened opened, { Known: { } session }) => [new Post(scene.Thread, ValueModelNotes.Opened(scene.Subject, session, opened.Round))],
        (BallotCast cast, Voting(var session, var round)) when cast.Ballot.Revision > 1 || session.Roll.Length <= MostAlone => [scene.Tell(ValueModelNotes.Cast(scene.Subject, round, cast.Ballot.Revision))],
        (RestReminded, Voting(var session, var round)) => Reminders(scene, session, round),
        (QuorumMissed, BelowQuorum(var session, var round, _)) => [new Post(scene.Thread, ValueModelNotes.Missed(scene.Subject, session, round))],
        (RoundEnded { End: WeightsRevealed }, { Known: { } session }) => [new Post(scene.Thread, RevealCards.Message(session))],
        (RoundEnded { End: CutRevealed cut }, { Known: { } session }) => [new Post(scene.Thread, RevealCards.OfCut(session, session.Rounds[^1].Round, cut))],
        (ModelAgreed agreed, { Known: { } session }) => News(scene, session, agreed.Model),
        (InitiativeScored scored, Agreed(_, var model)) => Scored(scene, model, scored.Initiative),
        (ReviewPrompted, Agreed(_, var model)) => [new Post(scene.Thread.Root, ValueModelNotes.ReviewDue(scene.Subject, model)) { IsForChannel = true }],
        _ => [],
    };

    /// <summary>Each of a few is reminded alone; of many, all together.</summary>
    private static IEnumerable<Reply> Reminders(Scene scene, WeightingSession session, Round round)
    {
        var rest = session.Voters.Where(seat => !round.HasVoted(seat.Who)).ToArray();
        return rest.Length switch
        {
            0 => [],
            <= MostAlone => rest.Select(seat => new Post(new Place(scene.Subject.Tenant, seat.Who.Id), ValueModelNotes.Reminder(scene.Subject, session, round))),
            _ => [new Post(scene.Thread, ValueModelNotes.ReminderForAll(scene.Subject, round, rest.Length))],
        };
    }

    private static IEnumerable<Reply> News(Scene scene, WeightingSession session, AgreedModel model)
    {
        yield return new Post(scene.Thread.Root, ValueModelNotes.News(scene.Subject, model)) { IsForChannel = true };
        if (session.Earlier is { } earlier) yield return new HandOver($"{ValueModelPractice.Name}/{earlier.Id}/superseded", "");
    }

    /// <summary>The score is said where it was asked for; a conflict with another team in both channels.</summary>
    private static IEnumerable<Reply> Scored(Scene scene, AgreedModel model, Initiative initiative)
    {
        var isHere = scene.Page is { } page && page.Place.Root == initiative.Place;
        yield return new Post(isHere ? scene.Thread : initiative.Place, ScoreCards.Of(scene.Subject, model, initiative));
        if (initiative.From is { } from) yield return new HandOver($"{from.Practice}/{from.Id}/{Linked.Verb}", new Linked(scene.Subject.Practice, scene.Subject.Id, $"{initiative.Name}, {ScoreCards.Signed(Scores.Net(model, initiative))} points").ToText());
        foreach (var (weighed, other) in Scores.Conflicts(model, initiative).DistinctBy(conflict => conflict.Other.Id))
            foreach (var place in new[] { initiative.Place, other.Place }.Distinct())
                yield return new Post(place, ScoreCards.Conflict(scene.Subject, model, initiative, weighed, other)) { IsForChannel = true };
    }
}
