using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>What is planned in a channel.</summary>
internal static class ListCards
{
    private const int Listed = 10;

    public static Card Of(Readings readings, Place place, Instant now)
    {
        var found = readings.Pages.Where(pair => pair.Key is OpenPages).SelectMany(pair => pair.Value).Where(one => one.State is CheckInState { Known: not null }).ToImmutableArray();
        return new Card(Title(found.Length),
        [
            .. found.IsEmpty ? [new Prose("A check-in asks by itself, when its time comes: the channel, or each person alone.")] : ImmutableArray<Block>.Empty,
            .. found.Take(Listed).SelectMany(one => Row(one, now)),
            new Buttons(new Button("Plan a check-in", new Press(CheckInPractice.Name, null, PressVerb.New), ButtonKind.Primary), new Button("Help", new Press(CheckInPractice.Name, null, PressVerb.Help))),
            new Aside($"Or type it: {CheckInPractice.Name} every Monday 9:00: What is lead time this week?"),
        ]);
    }

    private static IEnumerable<Block> Row(Found found, Instant now)
    {
        var (state, schedule) = ((CheckInState)found.State!, ((CheckInState)found.State!).Known!); // Only pages with a schedule are listed.
        yield return new Prose($"{Topics.Title(schedule.Topic):strong} · {ScheduleCards.When(schedule.Cadence, schedule.ZoneRule, schedule.Zone, schedule.Audience)} · {Next(state, schedule, now)}");
        yield return new Buttons(new Button("More", found.Subject.Press(PressVerb.More), About: Topics.Title(schedule.Topic)));
    }

    private static Words Next(CheckInState state, CheckInSchedule schedule, Instant now) => (state, schedule.Asked.ToImmutableArray()) switch
    {
        (Paused { By: var by }, _) => $"paused by {by}",
        (_, []) => "asks nobody",
        (_, var seats) => seats.Min(seat => seat.Next.At) is var next && next <= now ? "due now" : (Words)$"next {next}",
    };

    private static string Title(int count) => count switch
    {
        0 => "No check-ins here yet",
        1 => "One check-in in this channel",
        _ => $"{count} check-ins in this channel",
    };
}
