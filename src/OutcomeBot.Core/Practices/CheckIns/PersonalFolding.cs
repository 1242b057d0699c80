using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>A person's page after something has happened to it.</summary>
internal static class PersonalFolding
{
    public static Personal Evolve(Personal? state, CheckInChange change) => change switch
    {
        Nudged nudged => Nudged(state ?? new Personal(nudged.Nudges[0].Who), nudged),
        HeldBack { Held: var held } => Waiting(Known(Without(state ?? new Personal(held.Nudge.Who), [held.Nudge]), held.Nudge.Schedule), held),
        LetGo gone => Known(Without(state ?? new Personal(gone.Nudges[0].Who), gone.Nudges), gone.Nudges[0].Schedule),
        Met met => Known(Back(state ?? new Personal(met.Who), met.Schedule), met.Schedule),
        Parted parted => Away(state ?? new Personal(parted.Who), parted.Schedule),
        TimesSet set => (state ?? new Personal(set.Who)) with { Who = set.Who, Zone = set.Zone, Quiet = set.Quiet, Budget = set.Budget },
        LeftWorkspace => (state ?? new Personal(change.By)) with { GoneAt = change.At },
        CameBack => (state ?? new Personal(change.By)) with { GoneAt = null, BackAt = change.At },
        WentAway away => Away(state ?? new Personal(away.Who), away),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Personal Nudged(Personal personal, Nudged nudged)
    {
        var count = personal.CountedOn == nudged.On ? personal.Count : 0;
        return nudged.Nudges.Select(nudge => nudge.Schedule).Aggregate(Without(personal, nudged.Nudges), Known) with { CountedOn = nudged.On, Count = count + 1 };
    }

    private static Personal Back(Personal personal, string schedule) => personal with { Left = personal.Left.Remove(schedule) };

    private static Personal Away(Personal personal, string schedule) => personal with
    {
        Schedules = personal.Schedules.Remove(schedule),
        Left = [.. personal.Left.Remove(schedule).Append(schedule).TakeLast(Personal.MostSchedules)],
    };

    private static Personal Waiting(Personal personal, Held held) => personal with { Waiting = personal.Waiting.Add(held) };

    /// <summary>What is past need not be kept: the changes have it.</summary>
    private static Personal Away(Personal personal, WentAway away) => personal with
    {
        Absences = [.. personal.Absences.Where(absence => absence.To >= away.At.InUtc().Date.PlusDays(-1)).Append(away.Absence).OrderBy(absence => absence.From)],
    };

    private static Personal Without(Personal personal, ImmutableArray<Nudge> nudges) =>
        personal.Waiting.IsEmpty ? personal : personal with { Waiting = personal.Waiting.RemoveAll(held => nudges.Any(nudge => nudge.Round == held.Nudge.Round)) };

    private static Personal Known(Personal personal, string schedule) =>
        personal.Left.Contains(schedule) || personal.Schedules.Contains(schedule) ? personal : personal with { Schedules = [.. personal.Schedules.TakeLast(Personal.MostSchedules - 1), schedule] };
}
