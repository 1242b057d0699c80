using System.Collections.Immutable;
using NodaTime;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>
/// What comes due: once in a round, when three quarters of it are over, those who haven't voted are reminded; at its deadline it closes;
/// a model's review is asked for at nine on its day, and weekly after that.
/// </summary>
internal static class Reminding
{
    private const int Prompts = 4;

    /// <summary>When the rest is reminded by itself; never, when somebody did it before.</summary>
    public static Instant At(Round round) => round.Reminded > 0 ? Instant.MaxValue : round.ClosesAt - Duration.FromSeconds(Math.Min((round.ClosesAt - round.OpenedAt).TotalSeconds / 4, 86_400));

    /// <summary>When the review is asked for next.</summary>
    public static Instant At(AgreedModel model) => model.SupersededBy is null && model.Prompts < Prompts
        ? Nudges.Morning(model.ReviewBy.PlusWeeks(model.Prompts), Zones.Of(model.Zone))
        : Instant.MaxValue;

    /// <summary>The whole set of reminders.</summary>
    public static ImmutableArray<Reminder> Of(Subject subject, ValueModelState state) => state switch
    {
        Voting(_, var round) =>
        [
            .. At(round) < round.ClosesAt ? [new Reminder(At(round), subject.Press(PressVerb.RemindDue))] : ImmutableArray<Reminder>.Empty,
            new Reminder(round.ClosesAt, subject.Press(PressVerb.Deadline, Number(round))),
        ],
        Agreed(_, var model) when At(model) < Instant.MaxValue => [new Reminder(At(model), subject.Press(PressVerb.Review))],
        _ => [],
    };

    private static string Number(Round round) => round.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
