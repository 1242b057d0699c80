using CsCheck;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.CheckIns;

namespace OutcomeBot.Core.Tests.CheckIns;

public sealed class LineReaderTests
{
    private static readonly string[] s_parts = ["every ", "Monday ", "2 weeks ", "9:00 ", ": ", "", "last ", "month ", "Europe/Berlin "];

    [Theory]
    [InlineData("every Monday 9:00 in my zone: What is lead time this week?", "every Monday at 09:00", "User", null, "What is lead time this week?")]
    [InlineData("every 2 weeks on Friday at 14:30 Europe/Berlin", "every 2 weeks on Friday at 14:30", "Fixed", "Europe/Berlin", "")]
    [InlineData("weekdays 9:15", "every working day (Monday to Friday) at 09:15", null, null, "")]
    [InlineData("monthly on the last Friday 10:00", "on the last Friday of every month at 10:00", null, null, "")]
    [InlineData("monthly on the last Friday 10:00 New York: How are we?", "on the last Friday of every month at 10:00", "Fixed", "America/New_York", "How are we?")]
    [InlineData("Mondays and Thursdays at 4pm What did you learn?", "every Monday and Thursday at 16:00", null, null, "What did you learn?")]
    [InlineData("each mon, wed & fri 8.30: x", "every Monday, Wednesday and Friday at 08:30", null, null, "x")]
    [InlineData("every other week on tuesday noon: x", "every 2 weeks on Tuesday at 12:00", null, null, "x")]
    [InlineData("daily at 17:00 Tokyo: x", "every day at 17:00", "Fixed", "Asia/Tokyo", "x")]
    [InlineData("monthly on the 15th at 10: x", "on day 15 of every month at 10:00", null, null, "x")]
    [InlineData("monthly on 15 at 10:00: x", "on day 15 of every month at 10:00", null, null, "x")]
    [InlineData("the last day of the month 16:00: x", "on the last day of every month at 16:00", null, null, "x")]
    [InlineData("first Monday of the month 9 am: x", "on the first Monday of every month at 09:00", null, null, "x")]
    [InlineData("biweekly on Friday 10:00: x", "every 2 weeks on Friday at 10:00", null, null, "x")]
    [InlineData("every Monday 9:00 everyone's own zone: x", "every Monday at 09:00", "User", null, "x")]
    [InlineData("every Monday 9:00 channel's time: x", "every Monday at 09:00", "Channel", null, "x")]
    [InlineData("EVERY MONDAY 9:00 utc: x", "every Monday at 09:00", "Fixed", "UTC", "x")]
    [InlineData("on working days at 9: x", "every working day (Monday to Friday) at 09:00", null, null, "x")]
    public void A_line_is_read_as_people_mean_it(string line, string words, string? rule, string? zone, string question)
    {
        var reading = LineReader.Read(line, Office.Start);
        Assert.Equal(words, reading.Cadence is null ? reading.Sentence : CadenceWords.Of(reading.Cadence));
        Assert.Equal((rule, zone, question), (reading.ZoneRule?.ToString(), reading.Zone, reading.Question));
    }

    [Theory]
    [InlineData("every Monday: x", "You named no time, so I took 09:00.")]
    [InlineData("weekly at 10: x", "You named no day, so I took Monday.")]
    public void What_a_line_leaves_out_is_assumed_and_said(string line, string sentence) => Assert.Equal(sentence, Assert.Single(LineReader.Read(line, Office.Start).Assumed));

    [Theory]
    [InlineData("every Mondey 9:00: x", "I don't understand \"Mondey\". Did you mean Monday?")]
    [InlineData("at 9:00: x", "On which days?")]
    [InlineData("", "On which days?")]
    [InlineData("every Monday at blue: x", "Write for example: every Monday 9:00")]
    [InlineData("every 40 weeks on Monday 9:00: x", "At most 26 weeks lie between two.")]
    public void What_can_not_be_read_is_said_with_an_example(string line, string sentence)
    {
        var reading = LineReader.Read(line, Office.Start);
        Assert.Null(reading.Cadence);
        Assert.Contains(sentence, reading.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_typed_a_line_is_read_or_answered_with_a_sentence() => CsCheck.Check.Sample(
        CsCheck.Gen.Select(CsCheck.Gen.String, CsCheck.Gen.Int[0, 8], (noise, part) => s_parts[part] + noise).Array[0, 8],
        parts =>
        {
            var reading = LineReader.Read(string.Concat(parts), Office.Start);
            Assert.True(reading.Cadence is not null || reading.Sentence!.EndsWith('.') || reading.Sentence.EndsWith('?'));
        },
        iter: 2000);

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("new york", "America/New_York")]
    [InlineData("utc", "UTC")]
    [InlineData("Mars", null)]
    [InlineData("", null)]
    public void A_zone_is_known_by_its_id_and_by_its_city(string typed, string? zone) => Assert.Equal(zone, Zones.Read(typed));

    [Fact]
    public void A_mistyped_city_is_offered() => Assert.Equal("Europe/Berlin", Zones.Near("Europe/Berlim"));
}
