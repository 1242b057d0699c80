using NodaTime;
using NodaTime.TimeZones;
using OutcomeBot.Core.Practices.CheckIns;

namespace OutcomeBot.Core.Tests.CheckIns;

public sealed class CadenceTests
{
    private static readonly LocalDate s_monday = new(2026, 11, 23);
    private static readonly DateTimeZone s_berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    [InlineData(0, 30)]
    [InlineData(2, 30)]
    [InlineData(9, 0)]
    [InlineData(23, 59)]
    public void In_every_zone_every_day_of_two_years_has_exactly_one_occurrence(int hour, int minute)
    {
        var daily = new Weekly(Weekdays.All, 1, s_monday, new LocalTime(hour, minute));
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids)
        {
            var zone = DateTimeZoneProviders.Tzdb[id];
            var date = new LocalDate(2026, 1, 1);
            var planned = daily.Next(daily.At(date.PlusDays(-1), zone), zone);
            for (; date < new LocalDate(2028, 1, 1); date = date.PlusDays(1), planned = daily.Next(planned.At, zone))
            {
                Assert.Equal(date, planned.For);
                var local = planned.At.InZone(zone).LocalDateTime;
                if (local != date + daily.Time) Assert.Equal(ClockShift.Skipped, daily.ShiftOn(date, zone));
            }
        }
    }

    [Theory]
    [InlineData("Pacific/Apia", 2011, 12, 30)]
    [InlineData("Pacific/Kwajalein", 1993, 8, 21)]
    public void A_day_that_a_zone_left_out_still_has_its_occurrence_at_the_first_instant_after_it(string id, int year, int month, int day)
    {
        var (zone, date) = (DateTimeZoneProviders.Tzdb[id], new LocalDate(year, month, day));
        var daily = new Weekly(Weekdays.All, 1, date, new LocalTime(9, 0));
        var dates = new List<LocalDate>();
        for (var next = daily.Next(daily.At(date.PlusDays(-3), zone), zone); dates.Count < 5; next = daily.Next(next.At, zone)) dates.Add(next.For);
        Assert.Equal(Enumerable.Range(-2, 5).Select(date.PlusDays), dates);
        Assert.Equal(date.PlusDays(1).AtMidnight(), daily.At(date, zone).InZone(zone).LocalDateTime);
    }

    [Fact]
    public void An_hour_that_does_not_exist_moves_to_the_first_instant_after_the_gap_and_the_person_is_told()
    {
        var daily = new Weekly(Weekdays.All, 1, s_monday, new LocalTime(2, 30));
        Assert.Equal(Instant.FromUtc(2026, 3, 29, 1, 0), daily.At(new LocalDate(2026, 3, 29), s_berlin));
        Assert.Equal("On Sun 29 Mar 2026 the clocks of Europe/Berlin jump over 02:30, so it comes right after, at 03:00.", CadenceWords.Shift(daily, new LocalDate(2026, 3, 29), s_berlin));
    }

    [Fact]
    public void Of_an_hour_that_comes_twice_the_first_counts_and_the_person_is_told()
    {
        var daily = new Weekly(Weekdays.All, 1, s_monday, new LocalTime(2, 30));
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), daily.At(new LocalDate(2026, 10, 25), s_berlin));
        Assert.Equal("On Sun 25 Oct 2026 the clocks of Europe/Berlin go through 02:30 twice, so it comes the first time only.", CadenceWords.ShiftAhead(daily, Instant.FromUtc(2026, 6, 1, 0, 0), s_berlin));
        Assert.Null(CadenceWords.ShiftAhead(daily with { Time = new LocalTime(9, 0) }, Instant.FromUtc(2026, 6, 1, 0, 0), s_berlin));
    }

    [Fact]
    public void Every_second_week_is_counted_from_its_first_one_also_over_the_end_of_a_year()
    {
        var second = new Weekly(Weekdays.Monday | Weekdays.Friday, 2, s_monday, new LocalTime(9, 0));
        Assert.Equal(["11-27", "12-07", "12-11", "12-21", "12-25", "01-04"], Dates(second, s_monday, 6));
    }

    [Fact]
    public void A_month_that_is_too_short_has_it_on_its_last_day() =>
        Assert.Equal(["11-30", "12-31", "01-31", "02-28"], Dates(new MonthlyOnDay(31, LocalTime.Noon), s_monday, 4));

    [Theory]
    [InlineData(WeekOfMonth.Last, "11-27 12-25 01-29")]
    [InlineData(WeekOfMonth.First, "12-04 01-01 02-05")]
    [InlineData(WeekOfMonth.Fourth, "11-27 12-25 01-22")]
    public void A_weekday_of_the_month(WeekOfMonth week, string dates) =>
        Assert.Equal(dates.Split(' '), Dates(new MonthlyOnWeekday(week, IsoDayOfWeek.Friday, LocalTime.Noon), s_monday, 3));

    [Fact]
    public void Working_days_are_Monday_to_Friday() =>
        Assert.Equal(["11-24", "11-25", "11-26", "11-27", "11-30"], Dates(new Weekly(Weekdays.Working, 1, s_monday, LocalTime.Noon), s_monday, 5));

    [Fact]
    public void A_time_that_moves_with_summer_time_stays_the_same_on_the_wall()
    {
        var weekly = new Weekly(Weekdays.Monday, 1, s_monday, new LocalTime(9, 0));
        Assert.Equal(Instant.FromUtc(2026, 10, 19, 7, 0), weekly.At(new LocalDate(2026, 10, 19), s_berlin));
        Assert.Equal(Instant.FromUtc(2026, 10, 26, 8, 0), weekly.At(new LocalDate(2026, 10, 26), s_berlin));
    }

    private static string[] Dates(Cadence cadence, LocalDate after, int count)
    {
        var dates = new List<string>();
        for (var date = cadence.After(after); dates.Count < count; date = cadence.After(date)) dates.Add($"{date.Month:00}-{date.Day:00}");
        return [.. dates];
    }
}
