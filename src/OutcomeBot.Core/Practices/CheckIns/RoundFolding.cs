using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>A round after something has happened to it.</summary>
internal static class RoundFolding
{
    public static CheckInState Evolve(Round round, CheckInChange change) => change switch
    {
        Opened opened => Opened(round, opened),
        Answered answered => Answered(round, answered),
        WasSnoozed snoozed => Snoozed(round, snoozed),
        AskedAgain { Person: null } => round with { Snooze = null },
        AskedAgain again => At(round, again.Person, turnout => turnout with { Snooze = null, State = OccurrenceState.Planned, Outcome = "on its way" }),
        WasSkipped { By: var by, Reason: var reason } when round.Turnouts.IsEmpty => round with { Skip = new SkipAhead(by, reason), Snooze = null },
        WasSkipped skipped => At(round, skipped.By.Id, turnout => turnout with { State = OccurrenceState.Skipped, Outcome = skipped.Reason, Snooze = null }),
        Told told => At(round, told.Person, turnout => turnout with { State = told.State, Outcome = told.Outcome }),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Round Opened(Round round, Opened opened) => round with
    {
        Turnouts = round.Turnouts.AddRange(opened.Call.People.Select(called => new Turnout(called.Who, called.Zone, opened.At, OccurrenceState.Planned, "on its way"))),
    };

    private static Round Answered(Round round, Answered answered)
    {
        var was = round.AnswerOf(answered.By);
        var given = was is null
            ? new Given(answered.By, answered.Text, answered.At, answered.Timeliness, answered.Message)
            : was with { Text = answered.Text, At = answered.At, Edits = was.Edits + 1, Message = answered.Message ?? was.Message };
        var state = given.Timeliness == Timeliness.Late ? OccurrenceState.Late : OccurrenceState.Answered;
        var after = round with { Answers = was is null ? round.Answers.Add(given) : round.Answers.Replace(was, given), Snooze = null };
        return At(after, answered.By.Id, turnout => turnout with { State = state, Outcome = "", Snooze = null });
    }

    private static Round Snoozed(Round round, WasSnoozed snoozed) => round.Turnouts.IsEmpty
        ? round with { Snooze = new Snooze(snoozed.By, snoozed.Until) }
        : At(round, snoozed.By.Id, turnout => turnout with { State = OccurrenceState.Snoozed, Outcome = "", Snooze = new Snooze(snoozed.By, snoozed.Until) });

    private static Round At(Round round, string? person, Func<Turnout, Turnout> change) => round with
    {
        Turnouts = [.. round.Turnouts.Select(turnout => turnout.Who.Id == person ? change(turnout) : turnout)],
    };
}
