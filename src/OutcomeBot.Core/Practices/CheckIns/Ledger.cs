using System.Collections.Immutable;
using NodaTime;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>The lines of one seat: one for each date, never two, and none goes back to what it was before it was answered.</summary>
public static class Ledger
{
    /// <summary>Whether a line changes anything.</summary>
    public static bool Takes(Seat seat, Entry entry) => Find(seat, entry.For) is { } index
        ? Follows(seat.Recent[index], entry)
        : seat.Recent.IsEmpty || entry.For > seat.Recent[^1].For || IsAnswer(entry.State);

    /// <summary>The seat with the line entered.</summary>
    public static Seat With(Seat seat, Entry entry)
    {
        var line = new Occurrence(entry.For, entry.State, entry.Outcome);
        if (Find(seat, entry.For) is { } index) return seat with { Recent = seat.Recent.SetItem(index, line) };
        if (seat.Recent is [{ } oldest, ..] && entry.For < oldest.For) return seat with { Older = Answered(seat.Older, entry.State) };
        return seat.Recent.Length < Seat.Kept
            ? seat with { Recent = seat.Recent.Add(line) }
            : seat with { Recent = [.. seat.Recent.AsSpan()[1..], line], Older = Plus(seat.Older, seat.Recent[0].State, 1) };
    }

    /// <summary>Every occurrence so far, by how it stands.</summary>
    public static ImmutableSortedDictionary<OccurrenceState, int> Count(Seat seat) =>
        seat.Recent.Aggregate(seat.Older, (counts, line) => Plus(counts, line.State, 1));

    private static bool Follows(Occurrence was, Entry entry) => (was.State, entry.State) switch
    {
        (OccurrenceState.Answered or OccurrenceState.Late, _) => false,
        (_, OccurrenceState.Answered or OccurrenceState.Late) => true,
        (OccurrenceState.Missed or OccurrenceState.Skipped or OccurrenceState.Excused, _) => false,
        (OccurrenceState.Sent, OccurrenceState.Sent) => false,
        (OccurrenceState.Sent, OccurrenceState.Planned) => false,
        _ => was.State != entry.State || was.Outcome != entry.Outcome,
    };

    private static bool IsAnswer(OccurrenceState state) => state is OccurrenceState.Answered or OccurrenceState.Late;

    private static int? Find(Seat seat, LocalDate date)
    {
        for (var index = seat.Recent.Length - 1; index >= 0; index--)
            if (seat.Recent[index].For == date) return index;
        return null;
    }

    /// <summary>An answer to a date that is only counted any more: it had been missed until now.</summary>
    private static ImmutableSortedDictionary<OccurrenceState, int> Answered(ImmutableSortedDictionary<OccurrenceState, int> counts, OccurrenceState state) =>
        counts.GetValueOrDefault(OccurrenceState.Missed) > 0 ? Plus(Plus(counts, OccurrenceState.Missed, -1), state, 1) : counts;

    private static ImmutableSortedDictionary<OccurrenceState, int> Plus(ImmutableSortedDictionary<OccurrenceState, int> counts, OccurrenceState state, int add) =>
        counts.SetItem(state, counts.GetValueOrDefault(state) + add);
}
