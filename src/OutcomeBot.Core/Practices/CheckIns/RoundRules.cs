using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>Answering one date of a schedule. Anybody in the channel may answer; an answer is kept for its date however late it comes.</summary>
internal static class RoundRules
{
    private static readonly Duration s_longestSnooze = Duration.FromDays(7);

    /// <summary>People in other zones are asked later for the same date; nobody is asked twice.</summary>
    public static Decision Of(Round round, Ask ask)
    {
        var others = ask.Call.People.Where(called => round.Of(called.Who) is null).ToImmutableArray();
        return others.IsEmpty ? Decision.Of() : new Opened(ask.Call with { People = others }, null, null) { By = ask.By, At = ask.At };
    }

    public static Decision Of(Round round, Answer answer) => Typed.Line(answer.Text) switch
    {
        { Length: 0 } => new Refusal("Write an answer, or skip it with a reason.", "answer"),
        { Length: > Limits.Answer } => new Refusal($"That's a little long: {Limits.Answer} characters fit. Keep the essence, and post the rest in the thread.", "answer"),
        var text when round.AnswerOf(answer.By)?.Text == text => Decision.Of(),
        _ when round.Answers.Length >= Limits.Answers && round.AnswerOf(answer.By) is null => new Refusal($"{Limits.Answers} people have answered, which is as much as one card holds. Post it in the thread instead."),
        var text when round.Call.Topic.Kind == CheckInKind.MetricUpdate && Quantity.Read(text) is null => new Refusal($"\"{Typed.Clip(text, 30)}\" is no number. Write the value alone, like 88 or 5.2 %.", "answer"),
        var text => new Answered(text, answer.At <= ClosesFor(round, answer.By) ? Timeliness.OnTime : Timeliness.Late, answer.Message) { By = answer.By, At = answer.At },
    };

    public static Decision Of(Round round, PutOff off) => off switch
    {
        _ when off.For <= Duration.Zero || off.For > s_longestSnooze => new Refusal("Put it off by an hour at least and a week at most.", "until"),
        _ when round.AnswerOf(off.By) is not null => new Refusal("You've answered it already, so there's nothing to put off."),
        _ when !round.Turnouts.IsEmpty && round.Of(off.By) is null => new Refusal("You aren't asked by this one, so there's nothing to put off."),
        _ when round.Turnouts.IsEmpty && !round.Answers.IsEmpty => new Refusal("It has been answered already, so there's nothing to put off."),
        _ => new WasSnoozed(Instant.FromUnixTimeSeconds((off.At + off.For).ToUnixTimeSeconds())) { By = off.By, At = off.At },
    };

    public static Decision Of(Round round, AskAgain again) => Decision.Of(
    [
        .. round.Snooze is { } channel && channel.Until <= again.At ? [new AskedAgain(null) { By = again.By, At = again.At }] : ImmutableArray<Change>.Empty,
        .. round.Turnouts.Where(turnout => turnout.Snooze is { } snooze && snooze.Until <= again.At).Select(turnout => new AskedAgain(turnout.Who.Id) { By = again.By, At = again.At }),
    ]);

    public static Decision Of(Round round, SkipIt skip) => ScheduleRules.Reason(skip.Reason) switch
    {
        { } refusal => refusal,
        _ when round.AnswerOf(skip.By) is not null => new Refusal("You've answered it already. Change the answer instead."),
        _ when !round.Turnouts.IsEmpty && round.Of(skip.By) is null => new Refusal("You aren't asked by this one, so there's nothing to skip."),
        _ when round.Turnouts.IsEmpty && !round.Answers.IsEmpty => new Refusal("It has been answered already, so there's nothing to skip."),
        _ when round.Skip is { } already => new Refusal($"{already.By.Name} has skipped it already: {already.Reason}"),
        _ => new WasSkipped(Typed.Line(skip.Reason)) { By = skip.By, At = skip.At },
    };

    public static Decision Of(Round round, Hear hear) => round.Turnouts.FirstOrDefault(turnout => turnout.Who.Id == hear.Person) switch
    {
        null => Decision.Of(),
        { State: OccurrenceState.Answered or OccurrenceState.Late or OccurrenceState.Skipped or OccurrenceState.Snoozed } => Decision.Of(),

        // Who is excused is asked no more: what says that they were asked was on its way before.
        { State: OccurrenceState.Excused } when hear.State == OccurrenceState.Sent => Decision.Of(),
        var turnout when turnout.State == hear.State && turnout.Outcome == hear.Outcome => Decision.Of(),
        _ => new Told(hear.Person, hear.State, hear.Outcome) { By = hear.By, At = hear.At },
    };

    /// <summary>People who were asked later, by their own clock, have as long as the others.</summary>
    private static Instant ClosesFor(Round round, Person by) =>
        (round.Of(by)?.AskedAt ?? round.OpenedAt) + Duration.FromHours(round.Call.Window);
}
