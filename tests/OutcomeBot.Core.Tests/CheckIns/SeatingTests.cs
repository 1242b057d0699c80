using NodaTime;
using OutcomeBot.Core.Practices.CheckIns;
using static OutcomeBot.Core.Tests.CheckIns.Office;

namespace OutcomeBot.Core.Tests.CheckIns;

public sealed class SeatingTests
{
    private const string Monday = "s1r20261123";

    private static Office Two => new Office { Zones = { ["U2"] = "Europe/Berlin" } }
        .Type(Ana, "every Monday 9:00 my zone ask me: What did you learn?").Press(Ben, "s1", "join");

    [Fact]
    public void Who_leaves_after_being_asked_and_comes_back_is_not_asked_for_that_date_again_and_has_missed_nothing()
    {
        var office = Two.Until(11, 23, 9).Press(Ben, "s1", "leave").Press(Ben, "s1", "join");
        Assert.Equal("23: Excused (asked no more)", LedgerTests.Lines(office, 1));
        Assert.Equal("23: Excused (asked no more) | 30: Sent (asked)", LedgerTests.Lines(office.Until(11, 30, 9), 1));
        Assert.Equal(2, office.Mail(Ben).Count());
    }

    [Fact]
    public void Who_comes_back_by_a_clock_on_which_the_time_is_still_to_come_is_not_entered_for_the_same_date_again()
    {
        var office = Two.Until(11, 23, 9).Press(Ben, "s1", "leave");
        office.Zones["U2"] = "America/Los_Angeles";
        office.Press(Ben, "s1", "join").Until(11, 24, 9);
        Assert.Equal("23: Excused (asked no more)", LedgerTests.Lines(office, 1));
        Assert.Equal(new LocalDate(2026, 11, 30), office.Schedule.Seats[1].Next.For);
        Assert.Single(office.Mail(Ben));
    }

    [Fact]
    public void Who_has_left_can_still_answer_what_was_asked_and_the_ledger_hears_of_it()
    {
        var office = Two.Until(11, 23, 9).Press(Ben, "s1", "leave").FillAlone(Ben, Monday, "answer", ("answer", "That waiting is most of it"));
        Assert.Equal(OccurrenceState.Answered, Assert.Single(Assert.Single(office.Schedule.Former).Recent).State);
        Assert.Equal("23: Answered ()", LedgerTests.Lines(office.Press(Ben, "s1", "join"), 1));
    }

    [Fact]
    public void Who_left_before_anything_was_asked_comes_back_to_the_same_date()
    {
        var office = Two.Press(Ben, "s1", "leave").Press(Ben, "s1", "join").Until(11, 23, 9);
        Assert.Equal("23: Sent (asked)", LedgerTests.Lines(office, 1));
    }

    [Fact]
    public void Asking_people_instead_of_the_channel_and_the_channel_again_loses_no_line_of_either_ledger()
    {
        var office = new Office().Type(Ana, "every Monday 9:00 in my zone: What did we learn?").Until(11, 23, 9);
        Asking(office, "People").Until(11, 30, 9);
        Assert.Equal(("30: Sent (asked)", "23: Excused (asked no more)"), (LedgerTests.Lines(office), Lines(office.Schedule.Former[0])));
        var more = office.Press(Ana, "s1", "more").Whispered;
        Assert.Contains("Mon 30 Nov 2026: sent (asked)", more, StringComparison.Ordinal);
        Assert.Contains("Mon 23 Nov 2026: excused (asked no more)", more, StringComparison.Ordinal);
        Asking(office, "Channel").Until(12, 7, 9);
        Assert.Equal(("23: Excused (asked no more) | 7: Sent (asked)", "30: Excused (asked no more)"), (LedgerTests.Lines(office), Lines(office.Schedule.Former[0])));
    }

    private static Office Asking(Office office, string who) => office.Fill(
        Ana, "s1", "edit", ("question", "What did we learn?"), ("when", "every Monday 9:00"), ("zone", "Europe/Berlin"), ("clock", "Fixed"), ("who", who));

    private static string Lines(Seat seat) => string.Join(" | ", seat.Recent.Select(line => $"{line.For.Day}: {line.State} ({line.Outcome})"));
}
