using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Slack;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

public sealed class SlackFormTests
{
    private static readonly Place s_place = new(new Tenant("slack:T1"), "C1", "1.1");

    /// <summary>A form with a field of every kind.</summary>
    internal static Form Everything { get; } = new("Conclude the session today", "Conclude", new Press("why", "3f9k2", "conclude"), $"What did we learn, {SlackCards.Ben}?",
    [
        new TextField("cause", "Root cause", 500, TextSize.Paragraph, "No capacity rule") { Hint = "One sentence." },
        new ChoiceField("category", "Category", [new Option("process", "Process"), new Option("tool", new string('t', 90))], "process"),
        new SeveralField("checks", "What holds?", [new Option("a", "First"), new Option("b", "Second")], ["b"]) { Answering = Answering.Optional },
        new DateField("due", "Due", new LocalDate(2026, 12, 4)),
        new PersonField("owner", "Owner", SlackCards.Ben),
        new ChannelField("where", "Where"),
        new FileField("import", "File", [".json"]),
    ]);

    [Fact]
    public void A_form_is_a_modal_whose_blocks_are_named_after_its_fields()
    {
        var view = Json(Everything);

        Assert.Equal("why/3f9k2/conclude", view.GetProperty("callback_id").GetString());
        Assert.Equal("Conclude the session to…", view.GetProperty("title").GetProperty("text").GetString());
        Assert.Equal(["cause", "category", "checks", "due", "owner", "where", "import"], view.GetProperty("blocks").EnumerateArray().Skip(1).Select(block => block.GetProperty("block_id").GetString()));
        Assert.True(view.GetProperty("blocks")[3].GetProperty("optional").GetBoolean());
    }

    [Fact]
    public void Text_longer_than_its_field_keeps_every_letter_up_to_what_Slack_takes()
    {
        var element = Json(Everything with { Fields = [new TextField("cause", "Cause", 10, Value: new string('x', 700))] }).GetProperty("blocks")[1].GetProperty("element");

        Assert.Equal((700, 700), (element.GetProperty("max_length").GetInt32(), element.GetProperty("initial_value").GetString()!.Length));
    }

    [Theory]
    [InlineData(10, "checkboxes")]
    [InlineData(11, "multi_static_select")]
    [InlineData(250, "multi_static_select")]
    public void Many_options_are_offered_in_a_way_that_Slack_takes(int count, string type)
    {
        var options = Enumerable.Range(0, count).Select(number => new Option("o" + number, "Option " + number)).ToImmutableArray();
        var element = Json(Everything with { Fields = [new SeveralField("several", "Several", options, [])] }).GetProperty("blocks")[1].GetProperty("element");

        Assert.Equal(type, element.GetProperty("type").GetString());
        Assert.Equal(count > 100, element.TryGetProperty("option_groups", out var groups));
        if (count > 100) Assert.All(groups.EnumerateArray(), group => Assert.InRange(group.GetProperty("options").GetArrayLength(), 1, 100));
    }

    [Fact]
    public void An_option_whose_value_can_not_come_back_is_a_fault() =>
        Assert.Throws<ArgumentException>(() => Json(Everything with { Fields = [new ChoiceField("c", "C", [new Option(new string('v', 76), "V")])] }));

    private static JsonElement Json(Form form) => JsonSerializer.SerializeToElement(SlackFormWriter.Modal(form, s_place), SlackJson.Wire.SlackView);
}
