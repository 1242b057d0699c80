using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NodaTime;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>What a line asks for, and what had to be assumed. Without a cadence, the sentence says what is missing.</summary>
public sealed record Reading(Cadence? Cadence, string Question, string? Sentence)
{
    /// <summary>What the line did not say, in sentences.</summary>
    public ImmutableArray<string> Assumed { get; init; } = [];

    /// <summary>The IANA zone that it names; null when it names none.</summary>
    public string? Zone { get; init; }

    /// <summary>Whose clock it asks for; null when it doesn't say.</summary>
    public ZoneRule? ZoneRule { get; init; }

    public Audience Audience { get; init; }
}

/// <summary>
/// Reads "every 2 weeks on Friday at 14:30 Europe/Berlin: What is lead time?". Words in any order; what follows the colon, or the first
/// word that has nothing to do with time, is the question.
/// </summary>
public static partial class LineReader
{
    private static readonly LocalTime s_usual = new(9, 0);

    /// <summary>Reads a line that was typed at this instant.</summary>
    public static Reading Read(string line, Instant now)
    {
        var (head, question) = Divided(Typed.Line(line));
        var heard = new HeardTimes();
        var words = head.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = 0;
        while (at < words.Length && heard.Take(words, ref at)) { }
        if (at == words.Length) return Of(heard, question, now);
        if (question.Length == 0) return Of(heard, string.Join(' ', words[at..]), now);
        var near = Nearest.Word(words[at].Trim(',', '.'), Vocabulary.All);
        return new Reading(null, question, near is null
            ? $"I don't understand \"{Typed.Clip(words[at], 30)}\" as a time. Write for example: every Monday 9:00, every 2 weeks on Friday at 14:30 Europe/Berlin, or monthly on the last Friday 10:00."
            : $"I don't understand \"{Typed.Clip(words[at], 30)}\". Did you mean {near}?");
    }

    /// <summary>A colon with no digit after it ends the times and begins the question.</summary>
    private static (string Head, string Question) Divided(string line) =>
        Colon().Match(line) is { Success: true } match ? (line[..match.Index], line[(match.Index + 1)..].Trim()) : (line, "");

    private static Reading Of(HeardTimes heard, string question, Instant now)
    {
        var time = heard.Time ?? s_usual;
        var assumed = ImmutableArray.CreateBuilder<string>();
        if (heard.Time is null) assumed.Add("You named no time, so I took 09:00.");
        var days = heard.Days;
        if (days == Weekdays.None && heard.Weeks is not null)
        {
            days = Weekdays.Monday;
            assumed.Add("You named no day, so I took Monday.");
        }

        return new Reading(Cadence(heard, days, time, now), question, heard.Weeks > Weekly.Most
            ? $"At most {Weekly.Most} weeks lie between two. Choose fewer, or a day of the month."
            : "On which days? Write for example: every Monday 9:00, weekdays 9:15, every 2 weeks on Friday at 14:30, or monthly on the last Friday 10:00.")
        {
            Assumed = assumed.ToImmutable(),
            Zone = heard.Zone,
            ZoneRule = heard.Rule,
            Audience = heard.Audience,
        };
    }

    private static Cadence? Cadence(HeardTimes heard, Weekdays days, LocalTime time, Instant now) => heard switch
    {
        { Weeks: > Weekly.Most } => null,
        { Ordinal: { } week } when One(days) is { } weekday => new MonthlyOnWeekday(week, weekday, time),
        { Ordinal: WeekOfMonth.Last, IsMonthly: true } => new MonthlyOnDay(31, time),
        { IsMonthly: true } when One(days) is { } weekday => new MonthlyOnWeekday(WeekOfMonth.First, weekday, time),
        { DayOfMonth: { } day } => new MonthlyOnDay(day, time),
        { Ordinal: { } first, IsMonthly: true } => new MonthlyOnDay((int)first, time),
        { IsMonthly: true } when days == Weekdays.None => new MonthlyOnDay(1, time),
        _ when days == Weekdays.None => null,
        _ => new Weekly(days, heard.Weeks ?? 1, new Weekly(days, 1, default, time).Next(now, DateTimeZone.Utc).For, time),
    };

    private static IsoDayOfWeek? One(Weekdays days) =>
        int.PopCount((int)days) == 1 ? (IsoDayOfWeek)(int.Log2((int)days) + 1) : null;

    [GeneratedRegex(@":(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Colon();
}
