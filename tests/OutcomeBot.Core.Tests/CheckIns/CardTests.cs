using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices.CheckIns;
using static OutcomeBot.Core.Tests.CheckIns.Office;

namespace OutcomeBot.Core.Tests.CheckIns;

public sealed class CardTests
{
    private const string Monday = "s1r20261123";

    private static Office Weekly => new Office().Type(Ana, "every Monday 9:00 in my zone: What is lead time this week?");

    private static Office Two()
    {
        var office = new Office { Zones = { ["U2"] = "America/Los_Angeles", ["U3"] = "Asia/Tokyo" } };
        return office.Type(Ana, "every Monday 9:00 my zone ask me: What did you learn?").Press(Ben, "s1", "join").Press(Chen, "s1", "join");
    }

    [Fact]
    public void How_a_line_was_understood() => Check("understood", Weekly.Whispered);

    [Fact]
    public void How_a_line_without_a_time_was_understood_and_what_the_clocks_will_do() => Check("understood-assumed", new Office().Type(Ana, "every Sunday 2:30 Europe/Berlin: Is it quiet?").Whispered);

    [Fact]
    public void A_schedule() => Check("running", Weekly.Card("s1"));

    [Fact]
    public void A_schedule_whose_next_one_is_skipped() => Check("skipped-ahead", Weekly.Fill(Ben, "s1", "skipnext", ("reason", "Off-site")).Card("s1"));

    [Fact]
    public void A_schedule_that_asks_people_each_alone() => Check("running-people", Two().Card("s1"));

    [Fact]
    public void A_paused_schedule() => Check("paused", Weekly.Press(Ben, "s1", "pause").Card("s1"));

    [Fact]
    public void A_deleted_schedule() => Check("deleted", Weekly.Press(Ana, "s1", "delete").Card("s1"));

    [Fact]
    public void More_about_a_schedule() => Check("more", Weekly.Until(12, 7, 9).Fill(Ben, Monday, "answer", ("answer", "88 days")).Press(Ana, "s1", "more").Whispered);

    [Fact]
    public void A_round_that_nobody_has_answered() => Check("asked", Weekly.Until(11, 23, 9).Card(Monday));

    [Fact]
    public void A_round_with_answers_and_what_changed_since_the_time_before() => Check("answered", Weekly
        .Until(11, 23, 9).Fill(Ben, Monday, "answer", ("answer", "88 days")).Fill(Chen, Monday, "answer", ("answer", "About the same"))
        .Until(11, 30, 10).Fill(Ben, "s1r20261130", "answer", ("answer", "84 days")).Fill(Ana, "s1r20261130", "answer", ("answer", "The release went out")).Card("s1r20261130"));

    [Fact]
    public void A_round_with_a_late_answer() => Check("late", Weekly.Until(11, 25, 9).Fill(Ben, Monday, "answer", ("answer", "88 days")).Card(Monday));

    [Fact]
    public void A_round_that_was_put_off() => Check("snoozed", Weekly.Until(11, 23, 9).Fill(Ben, Monday, "snooze", ("until", "24")).Card(Monday));

    [Fact]
    public void A_round_that_was_skipped() => Check("skipped", Weekly.Until(11, 23, 9).Fill(Ben, Monday, "skip", ("reason", "No release this week")).Card(Monday));

    [Fact]
    public void A_round_of_people_in_three_zones() => Check("people", Two().Until(11, 23, 9).FillAlone(Chen, Monday, "answer", ("answer", "Reviews wait longest")).FillAlone(Ana, Monday, "skip", ("reason", "On the train")).Until(11, 23, 18).Card(Monday));

    [Fact]
    public void A_private_message() => Check("nudge", Two().Until(11, 23, 9).Mail(Ana).Single());

    [Fact]
    public void A_preview() => Check("preview", Weekly.Press(Ben, "s1", "preview").Whispered);

    [Fact]
    public void The_list_of_a_channel() => Check("list", Weekly.Type(Ben, "weekdays 9:15 UTC: What is in the way?").Press(Chen, "s1", "pause").Type(Chen, "").Whispered);

    [Fact]
    public void The_list_of_an_empty_channel() => Check("list-empty", new Office().Type(Chen, "").Whispered);

    [Fact]
    public void A_line_that_can_not_be_read_comes_back_in_a_form_with_everything_typed()
    {
        var office = new Office().Type(Ana, "every Mondey 9:00: What is lead time?");
        Assert.Contains("Did you mean Monday?", office.Form.Intro.ToString(), StringComparison.Ordinal);
        Assert.Contains(office.Form.Fields.OfType<TextField>(), field => field.Value == "every Mondey 9:00: What is lead time?");
        Check("unread", new Office().Type(Ana, "every Mondey 9:00: What is lead time?", OpenDoor.Whisper).Whispered);
    }

    [Fact]
    public void Who_has_no_known_clock_is_asked_for_one() =>
        Assert.StartsWith("In which time zone?", new Office().Type(Ben, "every Monday 9:00: What is lead time?").Form.Intro.ToString(), StringComparison.Ordinal);

    [Fact]
    public void The_channels_clock_is_used_where_it_is_known()
    {
        var office = new Office().Fill(Ben, Calendar.Id, "zone", "C1", new Place(Workspace, "C1"), ("zone", "Tokyo")).Type(Ben, "every Monday 9:00: What is lead time?");
        Assert.Equal((ZoneRule.Channel, "Asia/Tokyo"), (office.Schedule.ZoneRule, office.Schedule.Seats[0].Zone));
    }

    [Fact]
    public void A_filled_form_plans_as_a_line_does()
    {
        var office = new Office().Fill(Ben, "s1", "new", ("kind", "Question"), ("question", "What is lead time?"), ("when", "every Monday 9:00"), ("zone", "Berlin"), ("who", "Channel"), ("clock", "Fixed"));
        Assert.Equal("every Monday at 09:00", CadenceWords.Of(office.State("s1").Known!.Cadence));
        Assert.Equal("What shall be asked? Write the question, for example: What is lead time this week?", new Office().Fill(Ben, "s1", "new", ("when", "every Monday 9:00"), ("zone", "Berlin")).Wrong);
    }

    [Fact]
    public void Help() => Check("help", new Office().Type(Ana, "help").Whispered);

    [Fact]
    public void Every_press_of_every_card_can_be_read_and_no_card_has_two_primary_buttons()
    {
        var office = Two().Until(11, 23, 18);
        foreach (var card in office.Sent.Select(reply => reply switch { Post post => post.Card, Whisper whisper => whisper.Card, _ => null }).OfType<Card>())
        {
            var buttons = card.Blocks.OfType<Buttons>().SelectMany(block => block.Items).ToList();
            Assert.All(buttons, button => Assert.True(Press.TryParse(button.Press.ToString(), out _)));
            Assert.InRange(buttons.Count(button => button.Kind == ButtonKind.Primary), 0, 1);
        }
    }

    private static void Check(string name, string text) => Golden.Check("CheckIns", name, text);
}
