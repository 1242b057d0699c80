namespace OutcomeBot.Core.Practices.Kata;

/// <summary>What may happen to a storyboard, state by state.</summary>
public static class KataRules
{
    public static Decision Decide(KataState state, Command command) => (state, command) switch
    {
        (Unstarted, StartBoard start) => BoardRules.Of(start),
        (Unstarted, Offer offer) => new ObstacleOffered(offer.Text, offer.From) { By = offer.By, At = offer.At },
        (Unstarted, _) => new Refusal("There's no storyboard here. Start one with the word kata and your challenge."),

        (Offered offered, StartWithOffer start) => BoardRules.Of(offered, start),
        (Offered, PlaceOffer place) => new ObstaclePlaced(place.Board) { By = place.By, At = place.At },
        (Offered, _) => new Refusal("This obstacle still waits for its storyboard. Choose one first."),
        (Placed, Offer offer) => new ObstacleOffered(offer.Text, offer.From) { By = offer.By, At = offer.At },
        (Placed, _) => new Refusal("This obstacle has found its storyboard already."),

        (Running(var board), SetChallenge set) => BoardRules.Of(board, set),
        (Running(var board), SetTarget set) => TargetRules.Of(board, set),
        (Running(var board), SeeActual see) => TargetRules.Of(board, see),
        (Running(var board), PromptReview prompt) => TargetRules.Of(board, prompt),
        (Running(var board), ReviewTarget review) => TargetRules.Of(board, review),
        (Running(var board), ParkObstacle park) => ObstacleRules.Of(board, park),
        (Running(var board), Activate activate) => ObstacleRules.Of(board, activate),
        (Running(var board), Overcome overcome) => ObstacleRules.Of(board, overcome),
        (Running(var board), PlanStep plan) => ExperimentRules.Of(board, plan),
        (Running(var board), Predict predict) => ExperimentRules.Of(board, predict),
        (Running(var board), StartStep start) => ExperimentRules.Of(board, start),
        (Running(var board), SetGoAndSee set) => ExperimentRules.Of(board, set),
        (Running(var board), Observe observe) => ExperimentRules.Of(board, observe),
        (Running(var board), Learn learn) => ExperimentRules.Of(board, learn),
        (Running(var board), DropStep drop) => ExperimentRules.Of(board, drop),
        (Running(var board), Nudge nudge) => ExperimentRules.Of(board, nudge),
        (Running(var board), Reword reword) => RewordRules.Of(board, reword),
        (Running(var board), BeginCoaching begin) => CoachingRules.Of(board, begin),
        (Running(var board), AnswerCoach answer) => CoachingRules.Of(board, answer),
        (Running(var board), AnswerAll answers) => CoachingRules.Of(board, answers),
        (Running(var board), StopCoaching stop) => CoachingRules.Of(board, stop),
        (Running(var board), Undo undo) => BoardRules.Of(board, undo),
        (Running(var board), EndBoard end) => BoardRules.Of(board, end),
        (Running, ReopenBoard) => new Refusal("This storyboard is open already."),
        (Running, StartBoard or Offer or StartWithOffer or PlaceOffer) =>
            new Refusal("There's a storyboard here already. Start the new one in the channel, with the word kata and your challenge."),
        (Running or Ended, GiveRole give) when state.Known is { } board => RoleRules.Of(board, give),

        (Ended(var board, _, _, _), ReopenBoard reopen) => BoardRules.OfEnded(board, reopen),
        (Ended, Nudge or PromptReview or SeeActual) => Decision.Of(),
        (Ended(var board, _, var by, _), _) => new Refusal($"{by.Name} ended this storyboard, so nothing was changed. {board.Learner.Name} can reopen it."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
