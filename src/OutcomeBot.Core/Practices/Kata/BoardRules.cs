using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>The board as a whole: how it begins and ends, its challenge, and the last step.</summary>
internal static class BoardRules
{
    public static Decision Of(StartBoard start) => Wrong(start.Challenge, start.FocusProcess) ?? (Decision)new BoardStarted(
        start.Id, Typed.Line(start.Challenge), Typed.LineOrNull(start.FocusProcess), start.Learner ?? start.By, start.Coach is { } coach && !coach.Is(start.Learner ?? start.By) ? coach : null)
    {
        By = start.By,
        At = start.At,
        Zone = start.Clock.ForPage,
    };

    public static Decision Of(Offered offered, StartWithOffer start) => Decision.Of(
        new BoardStarted(start.Id, null, null, start.By, null) { By = start.By, At = start.At, Zone = start.Clock.ForPage },
        new ObstacleParked("o1", offered.Text, offered.From) { By = start.By, At = start.At });

    public static Decision Of(Storyboard board, SetChallenge set) => set switch
    {
        _ when board.Challenge is not null && !board.Leads(set.By) => board.OnlyLeads("reword the challenge"),
        _ => Wrong(set.Challenge, set.FocusProcess) ?? (Decision)new ChallengeSet(Typed.Line(set.Challenge), Typed.LineOrNull(set.FocusProcess)) { By = set.By, At = set.At },
    };

    public static Decision Of(Storyboard board, Undo undo) => board.Last switch
    {
        { Before: null } last => new Refusal($"There's nothing to undo: {last.By.Name} {last.What}, and that stays."),
        var last when !last.By.Is(undo.By) => new Refusal($"The last step was {last.By.Name}'s ({last.What}), so only {last.By.Name} can undo it."),
        _ => new Undone { By = undo.By, At = undo.At },
    };

    public static Decision Of(Storyboard board, EndBoard end) => (Typed.Line(end.Reason), board.OpenTargets()) switch
    {
        _ when !board.Leads(end.By) => board.OnlyLeads("end this storyboard"),
        (_, [var open, ..]) => new Refusal($"{open.Id}, \"{Typed.Clip(open.Description, 80)}\", is still open. Review it first: met, missed or abandoned."),
        ({ Length: 0 }, _) => new Refusal("Say how it ended: the reason stays on the board.", "reason"),
        ({ Length: > Limits.Note }, _) => new Refusal($"Keep the reason under {Limits.Note} characters.", "reason"),
        var (reason, _) => new BoardEnded(reason) { By = end.By, At = end.At },
    };

    public static Decision OfEnded(Storyboard board, ReopenBoard reopen) => Typed.Line(reopen.Reason) switch
    {
        _ when !board.Leads(reopen.By) => board.OnlyLeads("reopen this storyboard"),
        { Length: 0 } => new Refusal("Say what's new: the reason stays on the board.", "reason"),
        { Length: > Limits.Note } => new Refusal($"Keep the reason under {Limits.Note} characters.", "reason"),
        var reason => new BoardReopened(reason) { By = reopen.By, At = reopen.At },
    };

    private static Refusal? Wrong(string? challenge, string? focus) => (Typed.Line(challenge), Typed.Line(focus)) switch
    {
        ({ Length: 0 }, _) => new Refusal("Say what is to be true in half a year to three years.", "challenge"),
        ({ Length: > Limits.Challenge }, _) => new Refusal($"Keep the challenge under {Limits.Challenge} characters: one sentence that people remember.", "challenge"),
        (_, { Length: > Limits.Note }) => new Refusal($"Keep the focus process under {Limits.Note} characters.", "focus"),
        _ => null,
    };
}
