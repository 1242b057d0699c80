using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices.CheckIns;

namespace OutcomeBot.Core.Tests.CheckIns;

/// <summary>Somebody's account is switched off, and perhaps on again.</summary>
public sealed class DepartureTests
{
    private const string Weekly = "every Monday 9:00 Europe/Berlin ask me: What did you learn?";

    [Fact]
    public void Who_has_left_is_asked_no_more_and_missed_by_nobody_and_the_schedules_card_says_so()
    {
        var office = Planned();
        office.Departs(Office.Ben).Until(11, 23, 12);

        Assert.Single(office.Mail(Office.Ana));
        Assert.Empty(office.Mail(Office.Ben));
        Assert.Contains("Ben has left the workspace and isn't asked.", office.Card("s1"), StringComparison.Ordinal);
        Assert.Contains("Ana, each alone", office.Card("s1"), StringComparison.Ordinal);
        Assert.Contains("0 of 1 answered.", office.Card("s1r20261123"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ben", office.Card("s1r20261123"), StringComparison.Ordinal);
        Assert.Empty(Seat(office, Office.Ben).Recent);
    }

    [Fact]
    public void A_question_that_was_open_waits_for_them_no_more()
    {
        var office = Planned();
        office.Until(11, 23, 12).Departs(Office.Ben).Say(Office.Ana, "s1r20261123", "reviews wait for two days");

        Assert.Contains("Ben: has left the workspace", office.Card("s1r20261123"), StringComparison.Ordinal);
        Assert.Contains("1 of 1 answered.", office.Card("s1r20261123"), StringComparison.Ordinal);
        Assert.Equal((OccurrenceState.Excused, Seating.Gone), (Seat(office, Office.Ben).Recent[^1].State, Seat(office, Office.Ben).Recent[^1].Outcome));
    }

    [Fact]
    public void What_waited_for_the_morning_is_let_go()
    {
        var office = new Office();
        office.Type(Office.Ana, "every Monday 22:00 Europe/Berlin ask me: What did you learn?").Press(Office.Ben, "s1", "join");
        office.Until(11, 23, 22).Departs(Office.Ben).Until(11, 24, 12);

        Assert.Single(office.Mail(Office.Ana));
        Assert.Empty(office.Mail(Office.Ben));
        Assert.Contains("Ben: has left the workspace", office.Card("s1r20261123"), StringComparison.Ordinal);
    }

    [Fact]
    public void From_the_day_they_are_back_they_are_asked_again_and_nothing_in_between_is_in_the_ledger()
    {
        var office = Planned();
        office.Departs(Office.Ben).Until(12, 10, 12).Returns(Office.Ben).Until(12, 14, 12);

        Assert.Single(office.Mail(Office.Ben));
        Assert.Equal("2026-12-14", Assert.Single(Seat(office, Office.Ben).Recent).For.ToString("uuuu-MM-dd", null));
        Assert.DoesNotContain("has left the workspace", office.Card("s1"), StringComparison.Ordinal);
        Assert.Contains("0 of 2 answered.", office.Card("s1r20261214"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_somebody_said_the_time_before_is_not_missed_when_they_have_left()
    {
        var office = Planned();
        office.Until(11, 23, 12).Say(Office.Ben, "s1r20261123", "waiting is most of it").Departs(Office.Ben).Until(11, 30, 12);

        Assert.DoesNotContain("Ben", office.Card("s1r20261130"), StringComparison.Ordinal);
    }

    [Fact]
    public void When_everybody_has_left_nothing_rings_until_somebody_is_back()
    {
        var office = Planned();
        office.Departs(Office.Ben).Departs(Office.Ana);
        Assert.Empty(office.Reminders("s1"));
        Assert.Contains("Ana and Ben have left the workspace and aren't asked.", office.Card("s1"), StringComparison.Ordinal);

        office.Returns(Office.Ana);
        Assert.Single(office.Reminders("s1"));
    }

    [Fact]
    public void A_schedule_that_names_somebody_who_has_left_does_not_ask_them()
    {
        var office = Planned();
        office.Departs(Office.Ben).Type(Office.Ana, "every Monday 10:00 Europe/Berlin ask me: What next?").Fill(Office.Ana, "s2", "add", ("person", "U2")).Until(11, 23, 12);

        Assert.Contains("Ben has left the workspace and isn't asked.", office.Card("s2"), StringComparison.Ordinal);
        Assert.Empty(office.Mail(Office.Ben));
    }

    [Fact]
    public void Older_news_and_a_repeat_change_nothing_and_who_was_never_asked_leaves_no_trace()
    {
        var office = Planned();
        office.Until(11, 20, 12).Departs(Office.Ben).Departs(Office.Ben).Returns(Office.Ben, Office.Start);
        Assert.True(Seat(office, Office.Ben).IsGone);

        office.Returns(Office.Ben).Departs(Office.Ben, Office.Start);
        Assert.False(Seat(office, Office.Ben).IsGone);
        Assert.Equal(2, office.History.Count(line => line.Change is LeftWorkspace or CameBack));

        office.Departs(Office.Chen).Returns(Office.Chen);
        Assert.False(office.Has(Slips.IdOf(Office.Chen)));
    }

    [Fact]
    public void A_paused_schedule_resumes_without_those_who_left_and_one_that_asks_the_channel_goes_on()
    {
        var office = Planned();
        office.Press(Office.Ana, "s1", "pause").Departs(Office.Ben).Press(Office.Ana, "s1", "resume").Until(11, 23, 12);
        Assert.Empty(office.Mail(Office.Ben));

        office.Type(Office.Ana, "every Tuesday 9:00 Europe/Berlin: What slows us down?").Departs(Office.Ana).Until(11, 24, 12);
        Assert.True(office.Has("s2r20261124"));
    }

    private static Office Planned() => new Office().Type(Office.Ana, Weekly).Press(Office.Ben, "s1", "join");

    private static Seat Seat(Office office, Person who) => ((CheckInState)office.State("s1")).Known!.Seats.Single(seat => seat.IsOf(who.Id));
}
