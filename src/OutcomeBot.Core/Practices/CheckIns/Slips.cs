using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>What pages of this practice hand to one another. Each hand-over arrives once, whatever happens in between.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(AskSlip), "ask")]
[JsonDerivedType(typeof(NudgeSlip), "nudge")]
[JsonDerivedType(typeof(ToldSlip), "told")]
[JsonDerivedType(typeof(NotedSlip), "noted")]
[JsonDerivedType(typeof(MovedSlip), "moved")]
[JsonDerivedType(typeof(MetSlip), "met")]
[JsonDerivedType(typeof(PartSlip), "part")]
[JsonDerivedType(typeof(GoneSlip), "gone")]
[JsonDerivedType(typeof(BackSlip), "back")]
public abstract record Slip;

/// <summary>A schedule to a round: ask this now.</summary>
public sealed record AskSlip(RoundCall Call) : Slip;

/// <summary>A round to a person's page: put this to them.</summary>
public sealed record NudgeSlip(Nudge Nudge) : Slip;

/// <summary>A person's page to a round: this became of it.</summary>
public sealed record ToldSlip(string Person, OccurrenceState State, string Outcome) : Slip;

/// <summary>A round to its schedule: these lines of the ledger stand like this now.</summary>
public sealed record NotedSlip(ImmutableArray<Entry> Entries) : Slip;

/// <summary>A person's page to a schedule: their clock is another one.</summary>
public sealed record MovedSlip(string Person, string Zone) : Slip;

/// <summary>A schedule to a person's page: it asks them from now on, and wants to hear when their clock changes.</summary>
public sealed record MetSlip(Person Who, string Schedule) : Slip;

/// <summary>A schedule to a person's page: it asks them no more, and what waits for them of it goes nowhere.</summary>
public sealed record PartSlip(Person Who, string Schedule) : Slip;

/// <summary>A person's page to a schedule: they have left the workspace.</summary>
public sealed record GoneSlip(string Person) : Slip;

/// <summary>A person's page to a schedule: they are back.</summary>
public sealed record BackSlip(string Person) : Slip;

/// <summary>Slips on their way, and the ids of the pages that they go to.</summary>
public static class Slips
{
    private const string Verb = "slip";

    private static readonly LocalDatePattern s_date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <summary>The one page of a person in a workspace.</summary>
    public static string IdOf(Person person) => Clock.IdOf(person);

    /// <summary>The one round of a schedule for a date.</summary>
    public static string IdOf(string schedule, LocalDate date) => $"{schedule}r{s_date.Format(date)}";

    /// <summary>Hands a slip to a page of this practice, whether anything has happened to that page yet or not.</summary>
    public static HandOver To(string id, Slip slip) =>
        new($"{CheckInPractice.Name}/{id}/{Verb}", JsonSerializer.Serialize(slip, CheckInJson.HandedOver));

    /// <summary>The slip of a hand-over that came from this practice itself; null when it is anything else.</summary>
    public static Slip? Read(HandedOver handed) =>
        handed.FromPractice == CheckInPractice.Name && handed.To.EndsWith("/" + Verb, StringComparison.Ordinal)
            ? JsonSerializer.Deserialize(handed.Text, CheckInJson.HandedOver)
            : null;

    /// <summary>An instant as the argument of a press, and back.</summary>
    public static string Argument(Instant at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public static Instant? Instant(string? argument) =>
        long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253402300800
            ? NodaTime.Instant.FromUnixTimeSeconds(seconds)
            : null;
}
