using NodaTime;
using OutcomeBot.Core.Practices.CheckIns;
using static OutcomeBot.Core.Tests.CheckIns.Office;

namespace OutcomeBot.Core.Tests.CheckIns;

public sealed class PersonalTests
{
    private const string Monday = "s1r20261123";
    private static readonly string s_ana = Slips.IdOf(Ana);
    private static readonly string s_ben = Slips.IdOf(Ben);

    /// <summary>Ana in Berlin and Ben in Los Angeles are asked on Mondays at nine, each by their own clock.</summary>
    private static Office Two()
    {
        var office = new Office { Zones = { ["U2"] = "America/Los_Angeles" } };
        return office.Type(Ana, "every Monday 9:00 my zone ask me: What did you learn?").Press(Ben, "s1", "join");
    }

    [Fact]
    public void Everybody_is_asked_alone_by_their_own_clock_and_one_card_sums_it_up()
    {
        var office = Two().Until(11, 23, 8);
        Assert.Single(office.Mail(Ana));
        Assert.Empty(office.Mail(Ben));
        office.Until(11, 23, 17);
        Assert.Single(office.Mail(Ben));
        Assert.Equal(("23: Sent (asked)", "23: Sent (asked)"), (LedgerTests.Lines(office), LedgerTests.Lines(office, 1)));
        office.FillAlone(Ben, Monday, "answer", ("answer", "That waiting is most of it"));
        Assert.StartsWith("Saved\nYour answer \"That waiting is most of it\" is on the card for Mon 23 Nov 2026.", office.Whispered, StringComparison.Ordinal);
        Assert.Equal("23: Answered ()", LedgerTests.Lines(office, 1));
        Assert.Contains("1 of 2 answered.", office.Card(Monday), StringComparison.Ordinal);
    }

    [Fact]
    public void In_quiet_hours_it_waits_for_the_morning_and_the_card_says_so()
    {
        var office = Two().Fill(Ben, s_ben, "times", ("zone", "Europe/Berlin"), ("quiet", "18:00-10:30"), ("budget", "3")).Until(11, 23, 8);
        Assert.Equal("23: Planned (waits until Mon 23 Nov 2026, 10:30: quiet hours)", LedgerTests.Lines(office, 1));
        Assert.Contains("Ben: waits until Mon 23 Nov 2026, 10:30: quiet hours", office.Card(Monday), StringComparison.Ordinal);
        Assert.Empty(office.Mail(Ben));
        office.Until(11, 23, 10);
        Assert.Single(office.Mail(Ben));
        Assert.Equal("23: Sent (asked)", LedgerTests.Lines(office, 1));
    }

    [Theory]
    [InlineData("leave")]
    [InlineData("delete")]
    public void Who_is_asked_no_more_gets_nothing_of_what_waited_for_the_end_of_the_quiet_hours(string verb)
    {
        var office = Two().Fill(Ben, s_ben, "times", ("zone", "Europe/Berlin"), ("quiet", "18:00-10:30"), ("budget", "3")).Until(11, 23, 8);
        office.Press(verb == "leave" ? Ben : Ana, "s1", verb).Until(11, 23, 12);
        Assert.Empty(office.Mail(Ben));
        Assert.Contains("Ben: asked no more", office.Card(Monday), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_leaves_after_putting_it_off_is_not_asked_again_and_who_comes_back_is_asked_for_the_next_date()
    {
        var office = new Office().Type(Ana, "every Monday 9:00 my zone ask me: What did you learn?").Press(Ben, "s1", "join").Until(11, 23, 10);
        Assert.Single(office.Mail(Ben));
        office.FillAlone(Ben, Monday, "snooze", ("until", "2")).Press(Ben, "s1", "leave").Until(11, 23, 15);
        Assert.Single(office.Mail(Ben));
        office.Press(Ben, "s1", "join").Until(11, 30, 10);
        Assert.Equal(2, office.Mail(Ben).Count());
    }

    [Fact]
    public void The_daily_limit_holds_over_all_schedules_and_the_rest_comes_the_next_morning_in_one_message()
    {
        var office = new Office();
        for (var number = 1; number <= 5; number++) office.Type(Ana, $"every Monday 1{number}:00 my zone ask me: Question {number}?");
        office.Until(11, 23, 20);
        Assert.Equal(3, office.Mail(Ana).Count());
        office.Until(11, 24, 7);
        Assert.Equal(4, office.Mail(Ana).Count());
        Assert.StartsWith("2 questions for you\nQuestion 4? · for Mon 23 Nov 2026", office.Mail(Ana).Last(), StringComparison.Ordinal);
        Assert.Equal("23: Sent (asked)", LedgerTests.Lines(office));
    }

    [Fact]
    public void Who_is_away_is_excused_and_nobody_writes_to_them()
    {
        var office = Two().Fill(Ben, s_ben, "away", ("from", "2026-11-20"), ("to", "2026-11-29"), ("reason", "leave")).Until(11, 23, 18);
        Assert.Equal("23: Excused (away: leave)", LedgerTests.Lines(office, 1));
        Assert.Empty(office.Mail(Ben));
        Assert.Contains("Ben: away: leave", office.Card(Monday), StringComparison.Ordinal);
        Assert.Single(office.Until(11, 30, 18).Mail(Ben));
    }

    [Fact]
    public void Somebody_elses_times_can_not_be_set() =>
        Assert.Contains("somebody else's times", Two().Fill(Ana, s_ben, "times", ("zone", "UTC"), ("quiet", "none"), ("budget", "9")).Whispered, StringComparison.Ordinal);

    [Fact]
    public void Who_moves_is_asked_by_the_new_clock_and_once_for_each_date()
    {
        var office = Two().Until(11, 23, 18);
        office.Fill(Ben, s_ben, "times", ("zone", "Asia/Tokyo"), ("quiet", "none"), ("budget", "3"));
        Assert.Equal(("Asia/Tokyo", Instant.FromUtc(2026, 11, 30, 0, 0)), (office.Schedule.Seats[1].Zone, office.Schedule.Seats[1].Next.At));
        Assert.Equal(2, office.Until(12, 1, 0).Mail(Ben).Count());
        office.Fill(Ben, s_ben, "times", ("zone", "America/Los_Angeles"), ("quiet", "none"), ("budget", "3")).Until(12, 8, 0);
        Assert.Equal(3, office.Mail(Ben).Count());
        Assert.Equal([23, 30, 7], office.Schedule.Seats[1].Recent.Select(line => line.For.Day));
    }

    [Fact]
    public void What_still_waits_when_the_next_one_comes_gives_way_to_it()
    {
        var office = new Office().Type(Ana, "daily 9:00 my zone ask me: What did you learn?");
        office.Fill(Ana, s_ana, "times", ("zone", "Europe/Berlin"), ("quiet", "8:00-8:30"), ("budget", "1"));
        office.Fill(Ana, s_ana, "times", ("zone", "Europe/Berlin"), ("quiet", "8:00-07:59"), ("budget", "1")).Until(11, 23, 9);
        Assert.Empty(office.Mail(Ana).Skip(4));
        Assert.DoesNotContain(office.Schedule.Seats[0].Recent, line => line.State == OccurrenceState.Planned && line.For < office.Schedule.Seats[0].Recent[^1].For);
    }

    [Fact]
    public void Put_off_it_is_asked_again_alone()
    {
        var office = Two().Until(11, 23, 9).FillAlone(Ana, Monday, "snooze", ("until", "3"));
        Assert.Equal("23: Snoozed ()", LedgerTests.Lines(office));
        office.Until(11, 23, 13);
        Assert.Equal(2, office.Mail(Ana).Count());
        Assert.Equal("23: Sent (asked)", LedgerTests.Lines(office));
    }

    [Theory]
    [InlineData("20:00-07:00", "19:59", false)]
    [InlineData("20:00-07:00", "20:00", true)]
    [InlineData("20:00-07:00", "06:59", true)]
    [InlineData("20:00-07:00", "07:00", false)]
    [InlineData("9:00-10:00", "09:30", true)]
    [InlineData("none", "03:00", false)]
    public void Quiet_hours_go_over_midnight(string quiet, string time, bool holds) =>
        Assert.Equal(holds, FilledTalk.Quiet(quiet)!.Holds(NodaTime.Text.LocalTimePattern.ExtendedIso.Parse(time + ":00").Value));

    [Fact]
    public void A_wrong_zone_is_answered_with_the_nearest() =>
        Assert.Contains("Did you mean Europe/Berlin?", new Office().Fill(Ana, s_ana, "times", ("zone", "Berlim"), ("quiet", "none"), ("budget", "3")).Wrong, StringComparison.Ordinal);

    [Fact]
    public void Whoever_is_asked_can_leave_and_only_the_owner_adds_others()
    {
        var office = Two().Press(Ben, "s1", "leave");
        Assert.Single(office.Schedule.Seats);
        Assert.Equal("Only Ana has others asked. Chen can press Ask me too.", office.Fill(Ben, "s1", "add", ("person", "U3")).Wrong);
        Assert.Equal(2, office.Fill(Ana, "s1", "add", ("person", "U3")).Schedule.Seats.Length);
    }
}
