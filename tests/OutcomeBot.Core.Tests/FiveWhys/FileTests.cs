using System.Text.Json.Nodes;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.FiveWhys;
using Xunit;
using static OutcomeBot.Core.Tests.FiveWhys.Thread;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests.FiveWhys;

public sealed class FileTests
{
    private static readonly Press s_import = new("why", null, "import");

    [Fact]
    public void The_markdown_of_a_conclusion() => Golden.Check("FiveWhys", "export-markdown", Markdown(Acme.Concluded()));

    [Fact]
    public void The_json_comes_back_as_the_very_same_analysis()
    {
        foreach (var thread in new[] { Asked(), Acme.Four(), Acme.Waiting(), Acme.ReadyToConclude(), Acme.Concluded(), Acme.Four().Fill(Ana, "abandon", null, ("reason", "Merged")) })
        {
            var back = thread.Beside("s9").Fill(Ben, s_import, ("file", Json(thread)));
            Assert.Equal(Stored(thread.State), Stored(back.State));
            Assert.True(back.Said<Show>());
        }
    }

    [Fact]
    public void What_is_here_already_is_not_imported_again()
    {
        var thread = Acme.Four();
        var by = thread.Beside("s9");
        by.Shelf = need => need is OnePage { Id: "s1" } ? [thread.AsFound()] : [];
        Assert.Contains("is here already", by.Fill(Ben, s_import, ("file", Json(thread))).Wrong, StringComparison.Ordinal);

        var copy = thread.Beside("s8").Fill(Ben, s_import, ("file", Json(thread)));
        by.Shelf = need => need is AlikePages alike && alike.Terms.Intersect(copy.Index.Terms).Any() ? [copy.AsFound()] : [];
        Assert.Contains("is here already", by.Fill(Ben, s_import, ("file", Json(thread))).Wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"format":"outcomebot.five-whys/1"}""")]
    [InlineData("""{"format":"outcomebot.five-whys/2","state":{"$":"unasked"}}""")]
    [InlineData("""{"format":"outcomebot.five-whys/1","state":{"$":"unasked","draft":"x"}}""")]
    [InlineData("""{"format":"outcomebot.five-whys/1","state":{"$":"settings","categories":["a"]}}""")]
    [InlineData("""{"format":"outcomebot.five-whys/1","state":{"$":"open"}}""")]
    [InlineData("""{"format":"outcomebot.five-whys/1","state":{"$":"open","tree":null}}""")]
    [InlineData("""{"format":"outcomebot.five-whys/1","state":{"$":"rocket"}}""")]
    public void What_is_no_export_is_refused_in_a_sentence(string text) => RefusesToImport(text);

    [Theory]
    [InlineData("a cause that explains itself", "state.tree.causes.0", """{"id":"c1","parent":"c1","text":"Loop","by":{"id":"U1","name":"Ana"},"at":"2026-11-23T09:00:00Z"}""")]
    [InlineData("a cause of nothing", "state.tree.causes.0.parent", "\"c77\"")]
    [InlineData("an id of another kind", "state.tree.causes.0.id", "\"x1\"")]
    [InlineData("an id twice", "state.tree.causes.1.id", "\"c1\"")]
    [InlineData("an empty text", "state.tree.causes.0.text", "\"\"")]
    [InlineData("a missing text", "state.tree.causes.0.text", "null")]
    [InlineData("a line break in a text", "state.tree.causes.0.text", "\"two\\nlines\"")]
    [InlineData("a text that is too long", "state.tree.causes.0.text", "long")]
    [InlineData("a number for a text", "state.tree.causes.0.text", "7")]
    [InlineData("a day that does not exist", "state.tree.causes.0.at", "\"2026-02-30T09:00:00Z\"")]
    [InlineData("a person without an id", "state.tree.facilitator", """{"id":"","name":"Ana"}""")]
    [InlineData("a person that is null", "state.tree.facilitator", "null")]
    [InlineData("a why that isn't in it", "state.tree.focus", "\"c66\"")]
    [InlineData("an id that would leave its place", "state.tree.id", "\"../etc\"")]
    [InlineData("an unknown standing", "state.tree.causes.2.judged.is", "\"Certain\"")]
    [InlineData("a number for a standing", "state.tree.causes.2.judged.is", "77")]
    [InlineData("evidence with a hostile address", "state.tree.causes.2.evidence.0.text", "\"javascript:alert(1)\"")]
    [InlineData("a hostile undo", "state.tree.last.before", """{"were":[{"id":"c9","parent":"c9","text":"Loop","by":{"id":"U1","name":"Ana"},"at":"2026-11-23T09:00:00Z"}]}""")]
    public void A_file_that_was_tampered_with_is_refused_in_a_sentence(string what, string path, string value)
    {
        var json = JsonNode.Parse(Json(Acme.ReadyToConclude()))!;
        var steps = path.Split('.');
        var parent = steps[..^1].Aggregate(json, (node, step) => int.TryParse(step, out var index) ? node![index]! : node![step]!);
        var replacement = value == "long" ? JsonValue.Create(new string('x', 501)) : JsonNode.Parse(value);
        if (int.TryParse(steps[^1], out var at)) parent[at] = replacement;
        else parent[steps[^1]] = replacement;
        RefusesToImport(json.ToJsonString(), what);
    }

    [Fact]
    public void A_file_of_more_than_a_megabyte_is_refused() => RefusesToImport(new string(' ', 1_000_001));

    [Fact]
    public void A_file_nested_ten_thousand_deep_is_refused() => RefusesToImport(new string('[', 10_000));

    [Fact]
    public void Markup_and_mentions_are_only_text_in_markdown()
    {
        var thread = Acme.Four().Say(Ben, "<script>alert(1)</script> @channel [click](javascript:alert(1)) **bold** | `code`");
        var markdown = Markdown(thread);
        Assert.DoesNotContain("<script", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("@channel", markdown, StringComparison.Ordinal);
        Assert.Contains("\\[click\\](javascript", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("**bold**", markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- one", "\\- one")]
    [InlineData("1. one", "1\u2060. one")]
    [InlineData("2026 was late", "2026 was late")]
    public void A_text_at_the_beginning_of_a_line_starts_no_list(string typed, string written) =>
        Assert.Contains($"## Problem\n\n{written}\n", Markdown(Acme.Four().Fill(Ana, "problem", null, ("problem", typed))), StringComparison.Ordinal);

    [Fact]
    public void A_stored_analysis_is_small() => Assert.InRange(Stored(Acme.Four().State).Length, 500, 2_000);

    private static void RefusesToImport(string text, string? what = null)
    {
        var thread = new Thread().Fill(Ben, s_import, ("file", text));
        Assert.True(thread.Wrong is { Length: > 10 }, what ?? text);
        Assert.Null(thread.Page);
    }

    private static string Json(Thread thread) => Files(thread)[1].Text;

    private static string Markdown(Thread thread) => Files(thread)[0].Text;

    private static Attachment[] Files(Thread thread) => [.. thread.Press(Ben, "export").Last.Replies.OfType<Attach>().Single().Files];

    private static string Stored(FiveWhysState state) => new FiveWhysPractice().WriteState(state);
}
