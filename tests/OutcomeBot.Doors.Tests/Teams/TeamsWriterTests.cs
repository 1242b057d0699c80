using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Doors.Tests.Slack;
using OutcomeBot.Runtime;
using OutcomeBot.Teams;
using Xunit;

namespace OutcomeBot.Doors.Tests.Teams;

public sealed class TeamsWriterTests
{
    private static readonly TeamsWriter s_writer = new(new PracticeBook(Catalog.All));
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Any_card_keeps_to_Teams_limits_and_loses_no_letter() => SlackCards.Any.Sample(Holds, iter: 150);

    [Theory]
    [InlineData(10)]
    [InlineData(500)]
    [InlineData(5_000)]
    public void A_card_of_any_length_is_split_and_nothing_is_lost(int size) => Assert.True(Holds(SlackCards.Endless(size)));

    [Fact]
    public void A_card_that_stays_one_message_says_how_much_is_missing_and_keeps_its_buttons()
    {
        var card = SlackCards.Endless(5_000) with { Blocks = [.. SlackCards.Endless(5_000).Blocks.Where(block => block is not Buttons), SlackCards.Open.Blocks.OfType<Buttons>().Single()] };
        var message = s_writer.Message(card, TeamsPictured.None, null);
        var json = Json(message);

        Assert.Empty(TeamsLimitsCheck.Broken(json));
        Assert.Contains(TeamsLimitsCheck.Texts(json), text => text.EndsWith("more lines don't fit into a Teams message. Nothing is lost: Export has all of them.", StringComparison.Ordinal));
        Assert.Contains(TeamsPost.Actions(json), action => action["title"]!.ToString() == "Answer");
    }

    [Fact]
    public void What_people_typed_stands_as_they_typed_it()
    {
        const string typed = "*bold* _it_ [x](https://evil.example) <at>Everyone</at> <b>b</b> # head {{DATE(2026-01-01T00:00:00Z)}} `code` ~~no~~";
        var json = Json(s_writer.Messages(new Card(typed, new Prose(typed), new Facts(new Fact(typed, typed)), new Aside(typed), new Outline([new OutlineRow(1, typed, typed, typed)])), TeamsPictured.None).Single());

        Assert.DoesNotContain(TeamsPost.Objects(json), found => found["type"]?.ToString() == "TextBlock");
        Assert.All(TeamsPost.Objects(json).Where(found => found["type"]?.ToString() == "TextRun"), run => Assert.Equal(typed, run["text"]!.ToString().Replace("\u2060", "", StringComparison.Ordinal)));
        Assert.DoesNotContain(TeamsLimitsCheck.Texts(json), text => text.Contains("{{", StringComparison.Ordinal));
        Assert.Null(json["msteams"]!["entities"]);
    }

    [Fact]
    public void A_title_free_of_markup_is_a_heading_for_screen_readers()
    {
        var heading = Json(s_writer.Messages(new Card("Why is revenue growth declining?"), TeamsPictured.None).Single())["body"]!.AsArray()[0]!;

        Assert.Equal(("TextBlock", "heading", "Why is revenue growth declining?"), (heading["type"]!.ToString(), heading["style"]!.ToString(), heading["text"]!.ToString()));
    }

    [Fact]
    public void Six_actions_stand_side_by_side_and_the_rest_in_the_overflow_menu()
    {
        var card = new Card("t", new Buttons(Enumerable.Range(0, 9).Select(number => new Button("b" + number, new Press("why", "1", "undo", "c" + number)))));
        var actions = TeamsPost.Objects(Json(s_writer.Messages(card, TeamsPictured.None).Single())).Single(found => found["type"]?.ToString() == "ActionSet")["actions"]!.AsArray();

        Assert.Equal([null, null, null, null, null, null, "secondary", "secondary", "secondary"], actions.Select(action => action!["mode"]?.ToString()));
    }

    [Fact]
    public void A_button_executes_with_a_fallback_opens_a_dialog_or_first_asks()
    {
        var json = Json(s_writer.Messages(SlackCards.Open, TeamsPictured.None).Single());
        var execute = Action(Json(s_writer.Messages(new Card("t", new Buttons(new Button("Take over", new Press("why", "3f9k2", "takeover")))), TeamsPictured.None).Single()), "Take over");
        var dialog = Action(json, "Answer");

        Assert.Equal(("Action.Execute", "why/3f9k2/takeover", "Action.Submit", "why/3f9k2/takeover"), (execute["type"]!.ToString(), execute["data"]!["_press"]!.ToString(), execute["fallback"]!["type"]!.ToString(), execute["fallback"]!["data"]!["_press"]!.ToString()));
        Assert.Equal(("Action.Submit", "task/fetch"), (dialog["type"]!.ToString(), dialog["data"]!["msteams"]!["type"]!.ToString()));
        var asking = TeamsPost.Objects(json).Single(found => found["type"]?.ToString() == "Action.ToggleVisibility");
        var asked = TeamsPost.Objects(json).Single(found => found["id"]?.ToString() == asking["targetElements"]![0]!.ToString());
        Assert.Equal("False", asked["isVisible"]!.GetValue<bool>().ToString());
        Assert.Contains(TeamsPost.Actions(asked), action => action["data"]!["_press"]!.ToString() == "why/3f9k2/abandon");
    }

    [Fact]
    public void Where_no_dialogs_open_every_button_executes()
    {
        var writer = new TeamsWriter(new PracticeBook(Catalog.All), TeamsDialogs.InPlace);
        var action = Action(Json(writer.Messages(SlackCards.Open, TeamsPictured.None).Single()), "Answer");

        Assert.Equal(("Action.Execute", null), (action["type"]!.ToString(), action["data"]!["msteams"]?.ToString()));
    }

    [Fact]
    public void In_a_dialog_every_button_is_answered_by_the_dialog() =>
        Assert.All(
            TeamsPost.Actions(Node(s_writer.Dialog(SlackCards.Open, TeamsPictured.None, null))),
            action => Assert.Equal(("Action.Submit", null), (action["type"]!.ToString(), action["data"]!["msteams"]?.ToString())));

    [Fact]
    public void A_card_in_place_can_be_refreshed_by_hand_and_by_nobody_on_its_own()
    {
        var refresh = Json(s_writer.Message(SlackCards.Open, TeamsPictured.None, new Subject(new Tenant("teams:t"), "why", "3f9k2")))["refresh"]!;

        Assert.Equal(("refresh", 0), (refresh["action"]!["verb"]!.ToString(), refresh["userIds"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("open")]
    [InlineData("numbers")]
    [InlineData("chart")]
    [InlineData("form")]
    [InlineData("form again")]
    public void Cards_look_as_they_were_looked_at(string name) => Golden(name, name switch
    {
        "open" => Json(s_writer.Message(SlackCards.Open, TeamsPictured.None, new Subject(new Tenant("teams:t"), "why", "3f9k2"))),
        "numbers" => Json(s_writer.Messages(SlackCards.Numbers, TeamsPictured.None).Single()),
        "chart" => Json(s_writer.Messages(new Card("Lead time", s_plot), TeamsPictured.None).Single()),
        "form" => Node(TeamsFormWriter.Card(s_form, new TeamsAsking(TeamsSurface.Dialog, "key") { Channels = [new CardChoice("Delivery – Lead time", "19:a")] })),
        _ => Node(TeamsFormWriter.Card(s_form, new TeamsAsking(TeamsSurface.Message, "key")
        {
            Typed = new FormValues(new Dictionary<string, ImmutableArray<string>> { ["cause"] = ["R&D is too slow"], ["several"] = ["a,b", "c"] }.ToImmutableDictionary(), []),
            Wrong = ImmutableDictionary<string, string>.Empty.Add("cause", "This names a group, not a cause.").Add("gone", "Something else is wrong."),
        })),
    });

    [Fact]
    public void A_forms_answers_come_back_under_its_fields_and_a_comma_parts_nothing()
    {
        var data = JsonNode.Parse("""{ "_fields": { "cause": "TextField", "several": "SeveralField", "left": "TextField" }, "cause": "a, b", "several": "a%2Cb,c%252C", "_press": "why/-/new", "evil": "x" }""");
        var texts = TeamsData.TextsIn(JsonSerializer.SerializeToElement(data));

        Assert.Equal(["cause", "several"], texts.Keys.Order());
        Assert.Equal(["a, b"], texts["cause"].ToArray());
        Assert.Equal(["a,b", "c%2C"], texts["several"].ToArray());
    }

    private static readonly Plot s_plot = new("Lead time is rising", "days, 4 quarters", "typed by Ana", "Lead time went from 31 to 88 days in four quarters.", new PlotUnit(" days"),
        [new(new LocalDate(2026, 3, 31), 31, "Q1"), new(new LocalDate(2026, 6, 30), 52, "Q2"), new(new LocalDate(2026, 9, 30), 69, "Q3"), new(new LocalDate(2026, 12, 31), 88, "Q4")])
    {
        Target = new PlotTarget(57),
        Limits = new PlotLimits(60, 10, 110),
        Threshold = new PlotThreshold("Board limit", 100),
    };

    private static readonly Form s_form = new("The next why", "Answer", new Press("why", "3f9k2", "answer", "c1"), $"Why has {"conversion":strong} fallen?",
    [
        new TextField("cause", "Because …", Size: TextSize.Paragraph) { Hint = "One cause at a time." },
        new ChoiceField("kind", "Kind", [new Option("a", "A"), new Option("b", "B")], "a") { Answering = Answering.Optional },
        new SeveralField("several", "Which?", [new Option("a,b", "A and B"), new Option("c", "C")], ["c"]),
        new DateField("due", "Due", new LocalDate(2026, 12, 4)),
        new PersonField("owner", "Owner", new Person("aad-dana", "Dana")),
        new ChannelField("channel", "In which channel?"),
        new FileField("file", "The file", ["csv"]) { Answering = Answering.Optional },
    ]);

    private static bool Holds(Card card)
    {
        var messages = s_writer.Messages(card, TeamsPictured.None);
        var texts = messages.SelectMany(message => TeamsLimitsCheck.Texts(Json(message))).ToList();
        var written = Letters(string.Concat(texts));
        return messages.All(message => !TeamsLimitsCheck.Broken(Json(message)).Any() && message.Summary.Length <= 1_000)
            && !TeamsLimitsCheck.Broken(Json(s_writer.Message(card, TeamsPictured.None, null))).Any()
            && card.Blocks.SelectMany(Typed).All(text => written.Contains(Letters(text), StringComparison.Ordinal));
    }

    /// <summary>Texts that must be in the card, whole; what is written by the reader's clock is not among them.</summary>
    private static IEnumerable<string> Typed(Block block) => block switch
    {
        Prose prose => prose.Words.Spans.OfType<Plain>().Select(plain => plain.Text),
        Aside aside => aside.Words.Spans.OfType<Strong>().Select(strong => strong.Text),
        Facts facts => facts.Items.Select(fact => fact.Label),
        Outline outline => outline.Rows.SelectMany(row => row.Words.Spans.OfType<Plain>()).Select(plain => plain.Text),
        Table table => table.Rows.SelectMany(row => row).SelectMany(cell => cell.Spans.OfType<Plain>()).Select(plain => plain.Text),
        Drawn drawn => [drawn.AltText],
        _ => [],
    };

    /// <summary>What a reader reads: without line ends and blanks, control characters, and the joiners that we put in.</summary>
    private static string Letters(string text) =>
        string.Concat(TeamsTyped.WithoutControls(text).Where(letter => !char.IsWhiteSpace(letter) && letter != '\u2060'));

    private static JsonObject Action(JsonObject card, string title) => TeamsPost.Actions(card).First(action => action["title"]!.ToString() == title);

    private static JsonObject Json(TeamsMessage message) => Node(message.Card);

    private static JsonObject Node(TeamsCard card) => JsonSerializer.SerializeToNode(card, TeamsJson.Wire.TeamsCard)!.AsObject();

    private static void Golden(string name, JsonObject drawn, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "Golden", name.Replace(' ', '-') + ".json");
        var text = drawn.ToJsonString(s_readable) + "\n";
        if (Environment.GetEnvironmentVariable("OUTCOMEBOT_GOLDEN") == "write") File.WriteAllText(path, text);
        Assert.Equal(File.ReadAllText(path), text);
    }
}
