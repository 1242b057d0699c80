using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>What reaches a person privately: not while they are away, not in their quiet hours, and not more than they want a day.</summary>
internal static class PersonalRules
{
    public const string Overtaken = "the next one came first";

    public static Decision Of(Personal personal, PutTo put)
    {
        var changes = new List<Change>();
        var overtaken = personal.Waiting.Where(held => held.Nudge.Schedule == put.Nudge.Schedule && held.Nudge.For < put.Nudge.For).Select(held => held.Nudge).ToImmutableArray();
        if (!overtaken.IsEmpty) changes.Add(new LetGo(overtaken, Overtaken) { By = put.By, At = put.At });
        changes.Add(Outcome(personal, [put.Nudge], put.At) with { By = put.By, At = put.At });
        return Decision.Of(changes);
    }

    /// <summary>What waits of a schedule that they have left goes nowhere, and the ledger says so.</summary>
    public static Decision Of(Personal personal, Part part)
    {
        var waiting = personal.Waiting.Where(held => held.Nudge.Schedule == part.Schedule).Select(held => held.Nudge).ToImmutableArray();
        return Decision.Of(
        [
            .. waiting.IsEmpty ? ImmutableArray<Change>.Empty : [new LetGo(waiting, Seating.GivenUp) { By = part.By, At = part.At }],
            new Parted(part.Who, part.Schedule) { By = part.By, At = part.At },
        ]);
    }

    /// <summary>What waits for somebody who has left goes nowhere. Who was never asked needs no page for it, and older news changes nothing.</summary>
    public static Decision Of(Personal personal, Depart depart)
    {
        if (personal.GoneAt is not null || depart.At < personal.BackAt) return Decision.Of();
        var waiting = personal.Waiting.Select(held => held.Nudge).ToImmutableArray();
        return Decision.Of(
        [
            .. waiting.IsEmpty ? ImmutableArray<Change>.Empty : [new LetGo(waiting, Seating.Gone) { By = depart.By, At = depart.At }],
            new LeftWorkspace { By = depart.By, At = depart.At },
        ]);
    }

    public static Decision Of(Personal personal, ComeBack back) => personal.GoneAt is { } gone && back.At >= gone
        ? new CameBack { By = back.By, At = back.At }
        : Decision.Of();

    /// <summary>All that waited goes out as one message, which counts as one.</summary>
    public static Decision Of(Personal personal, LetOut letOut)
    {
        var ripe = personal.Waiting.Where(held => held.Until <= letOut.At).Select(held => held.Nudge).ToImmutableArray();
        if (ripe.IsEmpty) return Decision.Of();
        return Outcome(personal, ripe, letOut.At) is HeldBack
            ? Decision.Of(ripe.Select(nudge => Outcome(personal, [nudge], letOut.At) with { By = letOut.By, At = letOut.At }))
            : Outcome(personal, ripe, letOut.At) with { By = letOut.By, At = letOut.At };
    }

    public static Decision Of(SetTimes set) => (Zones.Read(set.Zone), set) switch
    {
        (null, { Zone.Length: > 0 }) => new Refusal(Zones.Near(set.Zone) is { } near
            ? $"I don't know the time zone \"{Typed.Clip(set.Zone, 40)}\". Did you mean {near}?"
            : "That's no time zone I know. Name a city or an IANA zone, like Europe/Berlin.", "zone"),
        (_, { Quiet: null }) => new Refusal("Write the quiet hours like 20:00-07:00, or none.", "quiet"),
        (_, { Budget: < 1 or > Limits.MostBudget }) => new Refusal($"Choose 1 to {Limits.MostBudget} messages a day.", "budget"),
        (var zone, { Quiet: { } quiet }) => new TimesSet(set.By, zone, quiet, set.Budget) { By = set.By, At = set.At },
    };

    public static Decision Of(Personal? personal, GoAway away) => away switch
    {
        { From: null } => new Refusal("From which day on are you away?", "from"),
        { To: null } => new Refusal("Until which day are you away?", "to"),
        _ when away.To < away.From => new Refusal("The last day is before the first one.", "to"),
        _ when personal?.Absences.Length >= Personal.MostAbsences => new Refusal($"{Personal.MostAbsences} absences are noted already, which is as many as I keep. The oldest go as they pass."),
        _ => new WentAway(away.By, new Absence(away.From.Value, away.To.Value, Typed.Clip(Typed.Line(away.Reason), Limits.Reason))) { By = away.By, At = away.At },
    };

    private static CheckInChange Outcome(Personal personal, ImmutableArray<Nudge> nudges, Instant now)
    {
        var zone = Zones.Of(personal.Zone ?? nudges[0].Zone);
        var local = now.InZone(zone).LocalDateTime;
        if (personal.GoneAt is not null)
            return new LetGo(nudges, Seating.Gone) { By = personal.Who, At = now };
        if (nudges.All(nudge => personal.Left.Contains(nudge.Schedule)))
            return new LetGo(nudges, Seating.GivenUp) { By = personal.Who, At = now };
        if (personal.Absences.FirstOrDefault(absence => absence.From <= local.Date && local.Date <= absence.To) is { } away)
            return new LetGo(nudges, away.Reason.Length > 0 ? $"away: {away.Reason}" : "away") { By = personal.Who, At = now };
        if (personal.Quiet.Holds(local.TimeOfDay))
            return Hold(personal, nudges[0], Morning(personal, local, zone, now), "quiet hours", now);
        if (personal.CountedOn == local.Date && personal.Count >= personal.Budget)
            return Hold(personal, nudges[0], Tomorrow(personal, local.Date, zone), $"{personal.Budget} messages a day is the limit", now);
        return new Nudged(local.Date, nudges) { By = personal.Who, At = now };
    }

    private static HeldBack Hold(Personal personal, Nudge nudge, Instant until, string why, Instant now) =>
        new(new Held(nudge, until, why)) { By = personal.Who, At = now };

    /// <summary>The end of the quiet hours that hold now.</summary>
    private static Instant Morning(Personal personal, LocalDateTime local, DateTimeZone zone, Instant now)
    {
        var today = At(local.Date, personal.Quiet.Until, zone);
        return today > now ? today : At(local.Date.PlusDays(1), personal.Quiet.Until, zone);
    }

    private static Instant Tomorrow(Personal personal, LocalDate today, DateTimeZone zone) =>
        At(today.PlusDays(1), personal.Quiet is { } quiet && quiet.From != quiet.Until ? quiet.Until : QuietHours.Usual.Until, zone);

    private static Instant At(LocalDate date, LocalTime time, DateTimeZone zone) => new Weekly(Weekdays.All, 1, date, time).At(date, zone);
}
