using NodaTime;
using OutcomeBot.Core.Practices.CheckIns;
using static OutcomeBot.Core.Tests.CheckIns.Office;

namespace OutcomeBot.Core.Tests.CheckIns;

public sealed class LedgerTests
{
    private const string Monday = "s1r20261123";

    private static Office Weekly => new Office().Type(Ana, "every Monday 9:00 in my zone: What is lead time this week?");

    [Fact]
    public void A_channel_is_asked_on_its_day_by_the_owners_clock_and_the_ledger_says_so()
    {
        var office = Weekly.Until(11, 23, 7, 59);
        Assert.False(office.Has(Monday));
        office.Until(11, 23, 8);
        Assert.Equal("23: Sent (asked)", Lines(office));
        Assert.Contains("Nobody has answered yet.", office.Card(Monday), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tick_that_meets_what_has_been_asked_decides_nothing()
    {
        var office = Weekly;
        var tick = office.Reminders("s1")[0];
        office.Until(11, 23, 8);
        var (sent, history) = (office.Sent.Count, office.History.Count);
        office.Ring("s1", tick);
        office.Now += Duration.FromMinutes(5);
        office.Ring("s1", tick);
        Assert.Equal((sent, history), (office.Sent.Count, office.History.Count));
    }

    [Fact]
    public void A_tick_from_a_clock_that_is_a_little_ahead_is_not_lost()
    {
        var office = Weekly;
        office.Now = office.Reminders("s1")[0].At - Duration.FromMilliseconds(700);
        office.Ring("s1", office.Reminders("s1")[0]);
        Assert.Equal("23: Sent (asked)", Lines(office));
        Assert.Equal(Instant.FromUtc(2026, 11, 30, 8, 0), office.Reminders("s1")[0].At);
    }

    [Fact]
    public void An_answer_in_time_is_answered_and_one_after_the_window_is_late_for_its_own_date()
    {
        Assert.Equal("23: Answered (Ben)", Lines(Weekly.Until(11, 23, 9).Fill(Ben, Monday, "answer", ("answer", "88 days"))));
        Assert.Equal("23: Late (Ben)", Lines(Weekly.Until(11, 24, 9).Fill(Ben, Monday, "answer", ("answer", "88 days"))));
    }

    [Fact]
    public void A_late_answer_to_a_missed_date_is_kept_for_that_date_and_its_card_is_updated()
    {
        var office = Weekly.Until(11, 30, 9);
        Assert.Equal("23: Missed (no answer) | 30: Sent (asked)", Lines(office));
        office.Fill(Ben, Monday, "answer", ("answer", "88 days"));
        Assert.Equal("23: Late (Ben) | 30: Sent (asked)", Lines(office));
        Assert.Contains("Ben: 88 days\n  late, Mon 30 Nov 2026, 09:00 UTC", office.Card(Monday), StringComparison.Ordinal);
        Assert.DoesNotContain("88", office.Card("s1r20261130"), StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_downtime_the_latest_is_asked_once_and_says_what_was_missed()
    {
        var office = new Office().Type(Ana, "weekdays 9:00 Europe/Berlin: What did we learn?").Down(11, 26, 12);
        Assert.Equal("20: Missed (OutcomeBot was not running) | 23: Missed (OutcomeBot was not running) | 24: Missed (OutcomeBot was not running) | 25: Missed (OutcomeBot was not running) | 26: Sent (asked late)", Lines(office));
        Assert.Contains("While I couldn't ask here, 4 check-ins were missed, from Fri 20 Nov 2026 to Wed 25 Nov 2026. This message stands for them too.", office.Card("s1r20261126"), StringComparison.Ordinal);
        Assert.Single(office.Sent.OfType<OutcomeBot.Core.Chat.HandOver>());
    }

    [Fact]
    public void With_no_catching_up_nothing_is_asked_late_and_the_next_one_says_what_was_missed()
    {
        var office = new Office().Type(Ana, "weekdays 9:00 Europe/Berlin: What did we learn?");
        office.Fill(Ana, "s1", "edit", ("question", "What did we learn?"), ("when", "weekdays 9:00"), ("zone", "Europe/Berlin"), ("catchup", "None"));
        office.Down(11, 24, 12);
        Assert.EndsWith("24: Missed (OutcomeBot was not running)", Lines(office), StringComparison.Ordinal);
        Assert.Empty(office.Sent.OfType<OutcomeBot.Core.Chat.HandOver>());
        Assert.Contains("3 check-ins were missed", office.Until(11, 25, 9).Card("s1r20261125"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_late_one_that_would_come_just_before_the_next_is_left_to_the_next()
    {
        var office = new Office().Type(Ana, "daily 9:00 Europe/Berlin: x").Down(11, 22, 7, 30).Until(11, 22, 8);
        Assert.Single(office.Sent.OfType<OutcomeBot.Core.Chat.HandOver>());
        Assert.Contains("2 check-ins were missed", office.Card("s1r20261122"), StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_holiday_nobody_is_asked_and_the_ledger_says_why()
    {
        var office = Weekly.Fill(Ana, "calendar", "holidays", ("holidays", "2026-11-23 Labour Thanksgiving Day\n2026-12-25 Christmas Day")).Until(11, 30, 9);
        Assert.Equal("23: Excused (Labour Thanksgiving Day) | 30: Sent (asked)", Lines(office));
        Assert.Equal("\"next Friday\" doesn't begin with a date. Write one holiday a line, like 2026-12-25 Christmas Day.", office.Fill(Ana, "calendar", "holidays", ("holidays", "next Friday")).Wrong);
    }

    [Fact]
    public void The_next_one_is_skipped_with_a_reason_and_the_one_after_is_asked()
    {
        var office = Weekly.Fill(Ben, "s1", "skipnext", ("reason", "Off-site"));
        Assert.Contains("The next one is skipped by Ben: Off-site", office.Card("s1"), StringComparison.Ordinal);
        Assert.Equal("23: Skipped (Ben: Off-site) | 30: Sent (asked)", Lines(office.Until(11, 30, 9)));
        Assert.DoesNotContain("Off-site", office.Card("s1"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_paused_one_asks_nothing_and_goes_on_where_it_is_resumed()
    {
        var office = Weekly.Until(11, 23, 9).Press(Ben, "s1", "pause");
        Assert.Empty(office.Reminders("s1"));
        office.Until(12, 9, 9).Press(Chen, "s1", "resume").Until(12, 14, 9);
        Assert.Equal("23: Missed (no answer) | 14: Sent (asked)", Lines(office));
    }

    [Fact]
    public void Only_its_owner_edits_and_deletes_and_a_paused_one_can_be_taken_over()
    {
        var office = Weekly;
        Assert.Contains("Ana made this check-in, so only Ana can delete it.", office.Press(Ben, "s1", "delete").Whispered, StringComparison.Ordinal);
        Assert.Contains("only Ana can change it", office.Press(Ben, "s1", "edit").Whispered, StringComparison.Ordinal);
        Assert.Contains("Pause it first", office.Press(Ben, "s1", "takeover").Whispered, StringComparison.Ordinal);
        office.Press(Ben, "s1", "pause").Press(Ben, "s1", "takeover").Press(Ben, "s1", "delete");
        Assert.IsType<Deleted>(office.State("s1"));
        Assert.Contains("Ben has deleted this check-in.", office.Press(Ana, "s1", "pause").Whispered, StringComparison.Ordinal);
        Assert.Empty(office.Until(12, 31, 9).Sent.OfType<OutcomeBot.Core.Chat.HandOver>());
    }

    [Fact]
    public void An_edit_keeps_the_ledger_and_never_asks_for_a_date_again()
    {
        var office = Weekly.Until(11, 23, 9);
        office.Fill(Ana, "s1", "edit", ("question", "What is lead time now?"), ("when", "daily 23:30"), ("zone", "Europe/Berlin"));
        Assert.Equal(new LocalDate(2026, 11, 24), office.Schedule.Seats[0].Next.For);
        Assert.Equal("23: Sent (asked)", Lines(office));
    }

    [Fact]
    public void The_page_keeps_thirteen_and_counts_the_others()
    {
        var office = new Office().Type(Ana, "daily 9:00 Europe/Berlin: x").Until(12, 24, 9);
        var seat = office.Schedule.Seats[0];
        Assert.Equal(13, seat.Recent.Length);
        Assert.Equal(35, Ledger.Count(seat).Values.Sum());
        office.Fill(Ben, "s1r20261121", "answer", ("answer", "found it"));
        Assert.Equal((1, 33, 1), (Ledger.Count(office.Schedule.Seats[0])[OccurrenceState.Late], Ledger.Count(office.Schedule.Seats[0])[OccurrenceState.Missed], Ledger.Count(office.Schedule.Seats[0])[OccurrenceState.Sent]));
    }

    [Fact]
    public void A_line_in_the_thread_answers_an_edit_of_it_corrects_and_talk_is_left_alone()
    {
        var office = Weekly.Until(11, 23, 9).Say(Ben, Monday, "88 days").Say(Chen, Monday, "Are you sure?", "m2").Edit(Ben, Monday, "87 days");
        Assert.Contains("Ben: 87 days", office.Card(Monday), StringComparison.Ordinal);
        Assert.Contains("edited", office.Card(Monday), StringComparison.Ordinal);
        Assert.DoesNotContain("sure", office.Card(Monday), StringComparison.Ordinal);
    }

    [Fact]
    public void Put_off_it_is_asked_again_then_in_its_thread()
    {
        var office = Weekly.Until(11, 23, 9).Fill(Ben, Monday, "snooze", ("until", "3"));
        Assert.Equal("23: Snoozed (Ben)", Lines(office));
        Assert.Empty(office.Sent.OfType<OutcomeBot.Core.Chat.Post>());
        office.Until(11, 23, 12);
        Assert.StartsWith("Again: What is lead time this week?", OutcomeBot.Core.Chat.CardText.Of(office.Sent.OfType<OutcomeBot.Core.Chat.Post>().Single().Card), StringComparison.Ordinal);
        Assert.Equal("23: Answered (Ben)", Lines(office.Fill(Ben, Monday, "answer", ("answer", "88"))));
        Assert.Empty(office.Reminders(Monday));
    }

    [Fact]
    public void Skipped_with_a_reason_it_can_still_be_answered()
    {
        var office = Weekly.Until(11, 23, 9).Fill(Ben, Monday, "skip", ("reason", "No release"));
        Assert.Equal("23: Skipped (No release)", Lines(office));
        Assert.Equal("Say why in a few words: it's kept beside the date.", office.Fill(Ben, Monday, "skip", ("reason", " ")).Wrong);
        Assert.Equal("23: Answered (Chen)", Lines(office.Fill(Chen, Monday, "answer", ("answer", "88"))));
    }

    internal static string Lines(Office office, int seat = 0) =>
        string.Join(" | ", office.Schedule.Seats[seat].Recent.Select(line => $"{line.For.Day}: {line.State} ({line.Outcome})"));
}
