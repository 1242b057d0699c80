using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>Cards for the writer: a few that people will see, and any that could be.</summary>
internal static class SlackCards
{
    public static readonly Person Ben = new("U02BEN0001", "Ben");

    /// <summary>An open session, as a channel sees it.</summary>
    public static Card Open { get; } = new(
        "Why is revenue growth declining?",
        new Prose($"{"Open":strong} · opened by {Ben} {Instant.FromUtc(2026, 11, 22, 9, 0)}"),
        new Facts(new Fact("Metric", "revenue growth 5.2 % (Q4)"), new Fact("Source", $"{new Link("quarterly report", "https://acme.example.com/q4?a=1&b=2")}"), new Fact("Check on", $"{new LocalDate(2027, 1, 8)}")),
        new Outline([
            new OutlineRow(0, "1", $"Conversion of up-sells has fallen — {Ben}", $"{"Supported":strong} by 2 numbers", CauseMark.Supported),
            new OutlineRow(1, "1.1", "Promised features come *too late* <!channel> & `rm -rf` :tada:", "Proposed", CauseMark.Proposed),
        ]),
        new Buttons(
            new Button("Answer", new Press("why", "3f9k2", "answer"), ButtonKind.Primary),
            new Button("Ask the next why", new Press("why", "3f9k2", "next", "c1"), About: "Conversion of up-sells has fallen"),
            new Button("Abandon", new Press("why", "3f9k2", "abandon"), ButtonKind.Grave)),
        new Aside("Anyone in the channel may answer by typing in this thread."));

    /// <summary>A table and a picture.</summary>
    public static Card Numbers { get; } = new(
        "Lead time has grown every quarter",
        new Table("Lead time by quarter", [new Column("Quarter"), new Column("Days", ColumnKind.Number)], [["Q1", "31"], ["Q4", "88"], ["Q5", ""]]),
        new Tree("Release planning has no capacity rule", "Why?", "n = 4", [new TreeNode("p", null, "", "Late", "", CauseMark.Problem)], "One chain of four causes; the last is supported."),
        new Plot("Lead time has grown every quarter: 31 to 88 days", "Lead time, days, n = 4", "Jira", "Lead time grew from 31 days in Q1 to 88 in Q4.", new PlotUnit(" days"), [new PlotPoint(new LocalDate(2026, 3, 31), 31, "Q1"), new PlotPoint(new LocalDate(2026, 12, 31), 88, "Q4")]));

    /// <summary>Any card, with the worst that can be typed.</summary>
    public static Gen<Card> Any { get; } = Gen.Select(Text(400), AnyBlock().Array[0, 12], (title, blocks) => new Card(title, [.. blocks]));

    /// <summary>Cards as long as nobody hopes for.</summary>
    public static Card Endless(int size) => new(
        new string('T', 4_000),
        new Prose(string.Join(' ', Enumerable.Range(0, size).Select(number => "word" + number))),
        new Outline([.. Enumerable.Range(0, size).Select(number => new OutlineRow(number % 12, number.ToString(System.Globalization.CultureInfo.InvariantCulture), $"cause {Ben} line{number} <@U{number}>"))]),
        new Facts(Enumerable.Range(0, 300).Select(number => new Fact("label" + number, "value" + number))),
        new Table("rows", [new Column("a"), new Column("b", ColumnKind.Number)], [.. Enumerable.Range(0, 300).Select(number => ImmutableArray.Create<Words>("cell" + number, new string('9', number)))]),
        new Buttons(Enumerable.Range(0, 200).Select(number => new Button("Button " + number, new Press("why", "3f9k2", "next", "c" + number)))));

    private static Gen<string> Text(int longest)
    {
        var pieces = Gen.OneOf("*", "_", "~", "`", "```", ">", "<", "&", "&amp;", "<!channel>", "<@U123>", "<#C1|x>", ":tada:", "\n", "\n> ", "\0", "\u0007", "\u202e", "😀", "\ud83d", "é", "https://x.y/z|a", "@here", " ", "word ", "a_b_c ", "3*4*5 ", "|", "{date}", new string('x', 700));
        return pieces.Array[0, longest / 8].Select(string.Concat);
    }

    private static Gen<Words> AnyWords() => Gen.OneOf<Span>(
            Text(300).Select(Span (text) => new Plain(text)),
            Text(40).Select(Span (text) => new Strong(text)),
            Gen.Select(Gen.OneOf("U02BEN0001", "ben@example.com", "<!here>"), Text(20), Span (id, name) => new Who(new Person(id, name))),
            Gen.Long[0, 4_000_000_000].Select(Span (seconds) => new At(Instant.FromUnixTimeSeconds(seconds))),
            Gen.Const<Span>(new Day(new LocalDate(2026, 12, 4))),
            Gen.Select(Text(40), Gen.OneOf("https://x.y/z?a=1&b=<2>|3", "http://a", "javascript:alert(1)", "", "https://" + new string('u', 3_500)), Span (label, url) => new Link(label, url)))
        .Array[0, 6].Select(Words (spans) => Words.Of(spans));

    private static Gen<Block> AnyBlock() => Gen.OneOf<Block>(
        AnyWords().Select(Block (words) => new Prose(words)),
        AnyWords().Select(Block (words) => new Aside(words)),
        Gen.Select(Text(60), AnyWords(), (label, value) => new Fact(label, value)).Array[0, 40].Select(Block (facts) => new Facts([.. facts])),
        Gen.Select(Text(40), Text(30).Array[0, 25], AnyWords().Array[0, 5].Array[0, 30], Block (caption, heads, rows) =>
            new Table(caption, [.. heads.Select(head => new Column(head))], [.. rows.Select(row => row.Take(heads.Length).ToImmutableArray())])),
        Gen.Select(Gen.Int[0, 30], AnyWords(), AnyWords(), (depth, words, quiet) => new OutlineRow(depth, "1.2", words, quiet)).Array[0, 40].Select(Block (rows) => new Outline([.. rows])),
        Text(200).Select(Block (alt) => new Tree("t", "s", "f", [], alt)),
        Gen.Select(Text(200), Text(20), Text(60), Block (alt, label, rule) => new Plot("t", "s", "f", alt, new PlotUnit(label), [new PlotPoint(new LocalDate(2026, 12, 4), -1.5m, label)])
        {
            Signals = [new PlotSignal(rule, [0])],
        }),
        Gen.Select(Text(120), Gen.Int[0, 40], Gen.Enum<ButtonKind>(), Text(120), (label, argument, kind, about) => new Button(label, new Press("why", "3f9k2", "next", "c" + argument), kind, about)).Array[0, 60].Select(Block (buttons) => new Buttons([.. buttons])));
}
