using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Slack;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

public sealed partial class SlackWriterTests
{
    [Fact]
    public void No_card_breaks_a_limit_of_Slack_and_no_letter_is_lost() => SlackCards.Any.Sample(Holds, iter: 150);

    [Theory]
    [InlineData(10)]
    [InlineData(500)]
    [InlineData(5_000)]
    public void A_card_of_any_length_is_split_and_nothing_is_lost(int size) => Assert.True(Holds(SlackCards.Endless(size)));

    [Fact]
    public void A_card_that_stays_one_message_says_how_much_is_missing_and_keeps_its_buttons()
    {
        var card = SlackCards.Endless(5_000) with { Blocks = [.. SlackCards.Endless(5_000).Blocks.Where(block => block is not Buttons), SlackCards.Open.Blocks.OfType<Buttons>().Single()] };
        var message = SlackWriter.Message(card);
        var blocks = Json(message.Blocks);

        Assert.Empty(SlackLimitsCheck.Broken(blocks, 50, 13_000));
        Assert.Contains(SlackLimitsCheck.Texts(blocks), text => text.EndsWith("more lines don't fit into a Slack message. Nothing is lost: Export has all of them.", StringComparison.Ordinal));
        Assert.Equal("actions", blocks.EnumerateArray().Last().GetProperty("type").GetString());
    }

    [Fact]
    public void A_home_page_keeps_to_a_hundred_blocks() =>
        SlackCards.Any.Sample(card => !SlackLimitsCheck.Broken(Json(SlackWriter.Home(card).Blocks), 100, 40_000).Any(), iter: 100);

    [Fact]
    public void The_notification_text_fits_and_holds_no_live_markup() => SlackCards.Any.Sample(
        card => SlackWriter.Messages(card).Append(SlackWriter.Message(card)).All(message => message.Text.Length <= 4_000 && !message.Text.Contains('<', StringComparison.Ordinal) && !Half().IsMatch(message.Text)),
        iter: 200);

    [Fact]
    public void Typed_text_can_not_ping_link_or_format()
    {
        var written = string.Join('\n', SlackMarkup.Texts($"{"state":strong} <!channel> <@U123> <https://x|y> *bold* _it_ ~no~ `code` :tada: snake_case 3*4*5\n> quoted", 3000).Select(text => text.Text));

        Assert.Equal("*state* &lt;!channel&gt; &lt;@U123&gt; &lt;https://x|y&gt; ∗bold∗ ˍitˍ ∼no∼ ˋcodeˋ :\u2060tada: snake_case 3*4*5\n\u2060&gt; quoted", written);
    }

    [Fact]
    public void Text_without_people_or_strong_words_stands_as_it_was_typed()
    {
        var text = Assert.IsType<PlainText>(Assert.Single(SlackMarkup.Texts("*a* & <b> :tada:", 3000)));

        Assert.Equal(("*a* & <b> :tada:", false), (text.Text, text.Emoji));
    }

    [Fact]
    public void People_dates_and_links_are_written_in_Slacks_way_and_only_safe_links()
    {
        var written = string.Concat(SlackMarkup.Texts($"{SlackCards.Ben} {new Person("x", "<!here>")} {Instant.FromUtc(2026, 11, 22, 9, 0)} {new LocalDate(2026, 12, 4)} {new Link("a|b>", "https://x.y/?a=1&b=2")} {new Link("bad", "javascript:alert(1)")}", 3000).Select(text => text.Text));

        Assert.Equal("<@U02BEN0001> &lt;!here&gt; <!date^1795338000^{date_short_pretty}, {time}|Sun 22 Nov 2026, 09:00 UTC> Fri 4 Dec 2026 <https://x.y/?a=1&amp;b=2|a¦b&gt;> bad (javascript:\u2060alert(1))", written);
    }

    [Theory]
    [InlineData("open")]
    [InlineData("numbers")]
    [InlineData("charts")]
    [InlineData("home")]
    [InlineData("form")]
    public void A_drawing_stays_as_it_was_looked_at(string name)
    {
        var drawn = name switch
        {
            "open" => Pretty(JsonSerializer.SerializeToElement(SlackWriter.Message(SlackCards.Open), SlackJson.Wire.SlackMessage)),
            "numbers" => Pretty(JsonSerializer.SerializeToElement(SlackWriter.Message(SlackCards.Numbers), SlackJson.Wire.SlackMessage)),
            "charts" => Pretty(JsonSerializer.SerializeToElement(SlackWriter.Message(SlackCards.Numbers, SlackSurface.MessageWithCharts), SlackJson.Wire.SlackMessage)),
            "home" => Pretty(JsonSerializer.SerializeToElement(SlackWriter.Home(SlackCards.Numbers), SlackJson.Wire.SlackView)),
            _ => Pretty(JsonSerializer.SerializeToElement(SlackFormWriter.Modal(SlackFormTests.Everything, new Place(new Tenant("slack:T1"), "C1", "1.1")), SlackJson.Wire.SlackView)),
        };
        var file = Golden(name);
        if (Environment.GetEnvironmentVariable("OUTCOMEBOT_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, drawn);
        }
        Assert.Equal(File.ReadAllText(file), drawn);
    }

    private static bool Holds(Card card)
    {
        var messages = SlackWriter.Messages(card).Select(message => Json(message.Blocks)).ToList();
        var broken = messages.SelectMany(blocks => SlackLimitsCheck.Broken(blocks, 50, 13_000))
            .Concat(SlackLimitsCheck.Broken(Json(SlackWriter.Message(card).Blocks), 50, 13_000)).ToList();
        var said = Bare(string.Concat(messages.SelectMany(blocks => blocks.EnumerateArray().SelectMany(SlackLimitsCheck.Said))));
        var lost = Typed(card).Select(Bare).Where(text => text.Length > 0 && !said.Contains(text, StringComparison.Ordinal)).ToList();
        return broken.Count == 0 && lost.Count == 0
            ? true
            : throw new InvalidOperationException(string.Join("; ", broken) + " LOST " + string.Join("; ", lost));
    }

    /// <summary>What people typed into a card, piece by piece.</summary>
    private static IEnumerable<string> Typed(Card card) => card.Blocks.SelectMany(block => block switch
    {
        Prose prose => Typed(prose.Words),
        Aside aside => Typed(aside.Words),
        Facts facts => facts.Items.SelectMany(fact => Typed(fact.Value).Append(fact.Label)),
        Table table => table.Rows.SelectMany(row => row.Select(cell => CardText.Of(cell))).Concat(table.Columns.Select(column => column.Head)).Append(table.Caption),
        Outline outline => outline.Rows.SelectMany(row => Typed(row.Words).Concat(row.Quiet is null ? [] : Typed(row.Quiet))),
        Drawn drawn => [drawn.AltText],
        Buttons buttons => buttons.Items.Select(button => button.Label),
        _ => [],
    }).Append(card.Title);

    private static IEnumerable<string> Typed(Words words) => words.Spans.Select(span => span switch
    {
        Plain plain => plain.Text,
        Strong strong => strong.Text,
        _ => "",
    });

    /// <summary>Only what carries meaning: no blanks, markup, marks that Slack might read, or halves of letters.</summary>
    private static string Bare(string text)
    {
        var plain = Look().Replace(text, "");
        var bare = new StringBuilder();
        foreach (var rune in plain.EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune) && rune.Value is not (0x02cb or 0x02cd))
                bare.Append(rune.ToString());
        return bare.ToString();
    }

    private static JsonElement Json(ImmutableArray<SlackBlock> blocks) => JsonSerializer.SerializeToElement(blocks, SlackJson.Wire.ImmutableArraySlackBlock);

    private static string Pretty(JsonElement element) => JsonSerializer.Serialize(element, s_pretty) + "\n";

    private static readonly JsonSerializerOptions s_pretty = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Golden(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden", name + ".json");

    [GeneratedRegex("[\u2060*_~`]")]
    private static partial Regex Look();

    [GeneratedRegex("(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])")]
    private static partial Regex Half();
}
