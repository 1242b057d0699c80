using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>The state after a change.</summary>
public static class KataFolding
{
    public static KataState Evolve(KataState state, KataChange change) => (state, change) switch
    {
        (Unstarted or Placed, ObstacleOffered offered) => new Offered(offered.Text, offered.From),
        (Unstarted or Offered, BoardStarted started) => new Running(Begun(started)),
        (Offered, ObstaclePlaced placed) => new Placed(placed.Board),
        (Running(var board), BoardEnded ended) => new Ended(BoardFolding.After(board, ended), ended.Reason, ended.By, ended.At),
        (Running(var board), _) => new Running(BoardFolding.After(board, change)),
        (Ended(var board, _, _, _), BoardReopened reopened) => new Running(BoardFolding.After(board, reopened)),
        (Ended ended, _) => ended with { Board = BoardFolding.After(ended.Board, change) },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Storyboard Begun(BoardStarted started) => new()
    {
        Id = started.Id,
        Challenge = started.Challenge,
        FocusProcess = started.FocusProcess,
        Learner = started.Learner,
        Coach = started.Coach,
        LearnerActedAt = started.At,
        OpenedBy = started.By,
        OpenedAt = started.At,
        Zone = started.Zone,
        Last = new Step(started.By, started.At, "started the storyboard"),
    };
}
