using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>A stretch of the calendar that a value is about. A day has no name of its own; every other period has one.</summary>
/// <param name="Name">Its name as it is kept, such as <c>Q4 2026</c>; null for a single day.</param>
internal sealed partial record Period(string? Name, LocalDate First, LocalDate Last, PeriodKind Kind)
{
    private static readonly string[] s_months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly IWeekYearRule s_weeks = WeekYearRules.Iso;

    /// <summary>The name for people: the period's own, or the date.</summary>
    public string Called => Name ?? Chat.CardText.Of(Last);

    /// <summary>The period that a text names; one without a year is the latest that has begun. Null when it names none.</summary>
    public static Period? Of(string text, LocalDate today)
    {
        var line = Space().Replace(text.Trim().ToLowerInvariant(), " ");
        line = Filler().Replace(line, "");
        return Relative(line, today) ?? Quarter().Match(line) switch
        {
            { Success: true } match => OfQuarter(int.Parse(match.Groups["q"].Value, CultureInfo.InvariantCulture), Year(match), today),
            _ => OfWeek(line, today) ?? OfMonth(line, today) ?? OfYear(line) ?? OfDay(line),
        };
    }

    public static Period Day(LocalDate date) => new(null, date, date, PeriodKind.Day);

    /// <summary>The period of this kind that holds a day.</summary>
    public static Period Holding(LocalDate date, PeriodKind kind) => kind switch
    {
        PeriodKind.Day => Day(date),
        PeriodKind.Week => Week(s_weeks.GetWeekYear(date), s_weeks.GetWeekOfWeekYear(date)),
        PeriodKind.Month => Month(date.Year, date.Month),
        PeriodKind.Quarter => QuarterOf(date.Year, ((date.Month - 1) / 3) + 1),
        PeriodKind.Year => YearOf(date.Year),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The one of its kind just before.</summary>
    public Period Before() => Holding(First.PlusDays(-1), Kind);

    private static Period? Relative(string line, LocalDate today) => line switch
    {
        "today" or "now" => Day(today),
        "yesterday" => Day(today.PlusDays(-1)),
        "this week" => Holding(today, PeriodKind.Week),
        "last week" => Holding(today, PeriodKind.Week).Before(),
        "this month" => Holding(today, PeriodKind.Month),
        "last month" => Holding(today, PeriodKind.Month).Before(),
        "this quarter" => Holding(today, PeriodKind.Quarter),
        "last quarter" => Holding(today, PeriodKind.Quarter).Before(),
        "this year" => Holding(today, PeriodKind.Year),
        "last year" => Holding(today, PeriodKind.Year).Before(),
        _ => null,
    };

    private static Period OfQuarter(int quarter, int? year, LocalDate today) =>
        QuarterOf(year ?? Latest(at => new LocalDate(at, (3 * quarter) - 2, 1), today), quarter);

    private static Period? OfWeek(string line, LocalDate today)
    {
        if (WeekShape().Match(line) is not { Success: true } match) return null;
        var week = int.Parse(match.Groups["w"].Value, CultureInfo.InvariantCulture);
        var year = Year(match);
        if (week < 1 || week > s_weeks.GetWeeksInWeekYear(year ?? today.Year, CalendarSystem.Iso)) return null;
        return Week(year ?? Latest(at => s_weeks.GetLocalDate(at, Math.Min(week, s_weeks.GetWeeksInWeekYear(at, CalendarSystem.Iso)), IsoDayOfWeek.Monday), today), week);
    }

    private static Period? OfMonth(string line, LocalDate today)
    {
        if (MonthNumbers().Match(line) is { Success: true } numbers)
            return Month(int.Parse(numbers.Groups["y"].Value, CultureInfo.InvariantCulture), int.Parse(numbers.Groups["m"].Value, CultureInfo.InvariantCulture));
        if (MonthWords().Match(line) is not { Success: true } words) return null;
        var name = words.Groups["m"].Value;
        var month = 1 + Array.FindIndex(s_months, full => full == name || (name.Length is 3 or 4 && full.StartsWith(name, StringComparison.Ordinal)));
        return month == 0 ? null : Month(Year(words) ?? Latest(at => new LocalDate(at, month, 1), today), month);
    }

    private static Period? OfYear(string line) =>
        YearShape().Match(line) is { Success: true } match && Year(match) is { } year ? YearOf(year) : null;

    private static Period? OfDay(string line) =>
        LocalDatePattern.Iso.Parse(line) is { Success: true, Value: { Year: >= 1900 and < 2200 } date } ? Day(date) : DayOfMonth(line);

    // 4 Dec 2026 and Dec 4, 2026; 04/12/2026 is two dates and so none.
    private static Period? DayOfMonth(string line)
    {
        if (DayWords().Match(line) is not { Success: true } match) return null;
        var name = match.Groups["m"].Value;
        var month = 1 + Array.FindIndex(s_months, full => full == name || (name.Length is 3 or 4 && full.StartsWith(name, StringComparison.Ordinal)));
        var day = int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture);
        return month > 0 && Year(match) is { } year && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? Day(new LocalDate(year, month, day)) : null;
    }

    private static int Latest(Func<int, LocalDate> first, LocalDate today) => first(today.Year) <= today ? today.Year : today.Year - 1;

    private static int? Year(Match match) => match.Groups["y"].Success && match.Groups["y"].Value.Length > 0
        ? int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture)
        : null;

    private static Period Week(int year, int week) =>
        new($"{year}-W{week:00}", s_weeks.GetLocalDate(year, week, IsoDayOfWeek.Monday), s_weeks.GetLocalDate(year, week, IsoDayOfWeek.Sunday), PeriodKind.Week);

    private static Period Month(int year, int month)
    {
        var first = new LocalDate(year, month, 1);
        return new($"{CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month)} {year}", first, first.PlusMonths(1).PlusDays(-1), PeriodKind.Month);
    }

    private static Period QuarterOf(int year, int quarter)
    {
        var first = new LocalDate(year, (3 * quarter) - 2, 1);
        return new($"Q{quarter} {year}", first, first.PlusMonths(3).PlusDays(-1), PeriodKind.Quarter);
    }

    private static Period YearOf(int year) => new($"{year}", new LocalDate(year, 1, 1), new LocalDate(year, 12, 31), PeriodKind.Year);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\A(for|in|of|on|at|as of) (the )?")]
    private static partial Regex Filler();

    [GeneratedRegex(@"\A((?<y>(19|20|21)\d\d)[- ]?)?q(?<q>[1-4])\z|\Aq(?<q>[1-4])[- /']?(?<y>(19|20|21)\d\d)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"\A(week )?(?<y>(19|20|21)\d\d)-?w(?<w>\d{1,2})\z|\A(week |w)(?<w>\d{1,2})( (?<y>(19|20|21)\d\d))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex WeekShape();

    [GeneratedRegex(@"\A(?<y>(19|20|21)\d\d)-(?<m>0[1-9]|1[0-2])\z", RegexOptions.ExplicitCapture)]
    private static partial Regex MonthNumbers();

    [GeneratedRegex(@"\A(?<m>[a-z]{3,9})\.?([ -](?<y>(19|20|21)\d\d))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex MonthWords();

    [GeneratedRegex(@"\A(year |fy ?)?(?<y>(19|20|21)\d\d)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex YearShape();

    [GeneratedRegex(@"\A(?<d>\d{1,2})\.? (?<m>[a-z]{3,9})\.?,? (?<y>(19|20|21)\d\d)\z|\A(?<m>[a-z]{3,9})\.? (?<d>\d{1,2}),? (?<y>(19|20|21)\d\d)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex DayWords();
}

/// <summary>How long a period is.</summary>
internal enum PeriodKind
{
    Day,
    Week,
    Month,
    Quarter,
    Year,
}
