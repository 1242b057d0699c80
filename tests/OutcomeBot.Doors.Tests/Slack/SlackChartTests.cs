using System.Text.Json;
using CsCheck;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Doors.Tests.Pictures;
using OutcomeBot.Runtime;
using OutcomeBot.Slack;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>A series over time is Slack's own chart where the workspace takes it, and a picture where it doesn't.</summary>
public sealed class SlackChartTests
{
    private const string Refused = """{"ok":false,"error":"invalid_blocks"}""";

    private static readonly Tenant s_tenant = new("slack:T1");
    private static readonly Place s_thread = new(s_tenant, "C1", "1.1");

    private static readonly Plot s_plot = new(
        "Lead time has grown every quarter: 31 to 88 days, and nobody planned it", "Lead time, days, n = 4", "Jira, 31 Dec 2026", "Lead time grew from 31 days in Q1 to 88 in Q4.", new PlotUnit(" days"),
        [new(new LocalDate(2026, 3, 31), 31, "Q1"), new(new LocalDate(2026, 6, 30), 52, "Q2"), new(new LocalDate(2026, 9, 30), 69, "Q3"), new(new LocalDate(2026, 12, 31), 88, "Q4")])
    {
        Limits = new PlotLimits(60, 12.5m, 107.5m),
        Target = new PlotTarget(57),
        Threshold = new PlotThreshold("Board limit", 100),
    };

    private static readonly Card s_card = new("Lead time", new Prose("88 days."), s_plot);

    [Fact]
    public async Task A_series_is_a_chart_with_its_limits_and_its_words()
    {
        await using var slack = await SlackHost.StartAsync();

        Assert.IsType<Done>(await PostAsync(slack, s_card));

        var blocks = Assert.Single(slack.Api.Of("chat.postMessage")).Json.GetProperty("blocks").EnumerateArray().ToList();
        Assert.Equal(["header", "section", "data_visualization", "section", "context"], blocks.Select(block => block.GetProperty("type").GetString()));
        Assert.Equal("Lead time has grown every quarter: 31 to 88 days,…", blocks[2].GetProperty("title").GetString());
        var chart = blocks[2].GetProperty("chart");
        Assert.Equal("line", chart.GetProperty("type").GetString());
        Assert.Equal("""{"categories":["Q1","Q2","Q3","Q4"],"y_label":"days"}""", chart.GetProperty("axis_config").GetRawText());
        Assert.Equal(
            ["Value: 31 52 69 88", "Centre: 60 60 60 60", "Upper limit: 107.5 107.5 107.5 107.5", "Lower limit: 12.5 12.5 12.5 12.5", "Target: 57 57 57 57", "Board limit: 100 100 100 100"],
            chart.GetProperty("series").EnumerateArray().Select(series => $"{series.GetProperty("name")}: {string.Join(' ', series.GetProperty("data").EnumerateArray().Select(point => point.GetProperty("value")))}"));
        Assert.Equal("Lead time grew from 31 days in Q1 to 88 in Q4.", blocks[3].GetProperty("text").GetProperty("text").GetString());
        Assert.Empty(slack.Api.Of("files.getUploadURLExternal"));
    }

    [Fact]
    public async Task A_workspace_that_refuses_charts_gets_pictures_and_is_asked_again_after_a_week()
    {
        var kept = new SlackKept();
        await using (var slack = await SlackHost.StartAgainAsync(kept))
        {
            slack.Api.Answers("chat.postMessage", Refused);
            Assert.IsType<Done>(await PostAsync(slack, s_card, "p1"));
            Assert.IsType<Done>(await PostAsync(slack, s_card, "p2"));

            Assert.Equal([true, false, false], slack.Api.Of("chat.postMessage").Select(HasChart));
            Assert.Equal(2, slack.Api.Of("files.completeUploadExternal").Count);
        }

        await using var later = await SlackHost.StartAgainAsync(kept);
        Assert.IsType<Done>(await PostAsync(later, s_card, "p3"));
        later.Time.Advance(TimeSpan.FromDays(8));
        Assert.IsType<Done>(await PostAsync(later, s_card, "p4"));
        Assert.Equal([false, true], later.Api.Of("chat.postMessage").Select(HasChart));
    }

    [Fact]
    public async Task A_card_with_a_chart_that_is_refused_is_changed_without_it()
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Api.Answers("chat.update", Refused);

        Assert.Equal(new Done("1.5", "1.1"), await slack.Platform.SendAsync(Letter(slack, new Show(), s_card, "p1", "1.5"), CancellationToken.None));

        Assert.Equal([true, false], slack.Api.Of("chat.update").Select(HasChart));
        Assert.Contains("Lead time grew", slack.Api.Of("chat.update")[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_Slack_refuses_for_another_reason_is_refused_once_and_charts_stay()
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Api.Answers("chat.postMessage", """{"ok":false,"error":"restricted_action"}""");

        Assert.IsType<Never>(await PostAsync(slack, s_card, "p1"));
        Assert.IsType<Done>(await PostAsync(slack, s_card, "p2"));
        Assert.Equal([true, true], slack.Api.Of("chat.postMessage").Select(HasChart));
    }

    [Fact]
    public async Task A_forecast_stays_a_picture_because_lines_dont_show_a_range()
    {
        await using var slack = await SlackHost.StartAsync();
        var plot = s_plot with { Forecast = new PlotForecast("reaches 100 days in 1 to 2 quarters", [new PlotOutlook(new LocalDate(2027, 3, 31), "Q5", 92, 101, 110)]) };

        Assert.IsType<Done>(await PostAsync(slack, new Card("Lead time", new Prose("88 days."), plot)));

        Assert.False(HasChart(slack.Api.Of("chat.postMessage")[0]));
        Assert.Single(slack.Api.Of("files.completeUploadExternal"));
    }

    [Fact]
    public async Task A_third_chart_goes_into_the_next_message()
    {
        await using var slack = await SlackHost.StartAsync();

        var sending = PostAsync(slack, new Card("Three", s_plot, s_plot with { Title = "Second" }, s_plot with { Title = "Third" }));
        while (!sending.IsCompleted)
        {
            slack.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(sending, Task.Delay(10));
        }

        Assert.IsType<Done>(await sending);
        Assert.Equal([2, 1], slack.Api.Of("chat.postMessage").Select(call => call.Json.GetProperty("blocks").EnumerateArray().Count(IsChart)));
    }

    [Fact]
    public async Task A_picture_is_done_with_when_Slack_shows_it()
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Api.Answers("files.info", """{"ok":true,"file":{"id":"F1","shares":{}}}""");
        slack.Api.Answers("files.info", """{"ok":true,"file":{"id":"F1"}}""");

        var sending = PostAsync(slack, new Card("Why", SlackCards.Numbers.Blocks.OfType<Tree>().Single()));
        while (!sending.IsCompleted)
        {
            slack.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(sending, Task.Delay(10));
        }

        Assert.IsType<Done>(await sending);
        Assert.Equal(3, slack.Api.Of("files.info").Count);
    }

    [Fact]
    public void Whatever_the_series_a_chart_keeps_to_what_Slack_takes() =>
        RandomPlots.UpTo(80).Where(SlackCharts.Takes).Sample(plot =>
        {
            var message = SlackWriter.Message(new Card("c", plot), SlackSurface.MessageWithCharts);
            var block = JsonSerializer.SerializeToElement(message, SlackJson.Wire.SlackMessage).GetProperty("blocks").EnumerateArray().Single(IsChart);
            var (series, axis) = (block.GetProperty("chart").GetProperty("series").EnumerateArray().ToList(), block.GetProperty("chart").GetProperty("axis_config"));
            var categories = axis.GetProperty("categories").EnumerateArray().Select(label => label.GetString()!).ToList();
            var names = series.ConvertAll(line => line.GetProperty("name").GetString()!);
            return block.GetProperty("title").GetString()!.Length is > 0 and <= 50
                && series.Count is >= 1 and <= 6
                && names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Count && names.All(name => name.Length is > 0 and <= 50)
                && categories.All(label => label.Length is > 0 and <= 20) && categories.Distinct().Count() == categories.Count
                && series.All(line => line.GetProperty("data").EnumerateArray().Select(point => point.GetProperty("label").GetString()).SequenceEqual(categories))
                && (!axis.TryGetProperty("y_label", out var unit) || unit.GetString()!.Length is > 0 and <= 50);
        });

    private static Task<Sending> PostAsync(SlackHost slack, Card card, string parcel = "p1") =>
        slack.Platform.SendAsync(Letter(slack, new Post(s_thread, card), card, parcel), CancellationToken.None);

    private static Letter Letter(SlackHost slack, Reply reply, Card card, string parcel, string? message = null) => new(
        new Parcel(parcel, new Subject(s_tenant, "metric", "m1"), s_thread, reply, new Person("U111", "Ana"), null, slack.Now),
        reply is Show ? card : null, message, s_thread, MayHaveArrived: false);

    private static bool HasChart(SlackApiCall call) => call.Json.GetProperty("blocks").EnumerateArray().Any(IsChart);

    private static bool IsChart(JsonElement block) => block.GetProperty("type").GetString() == "data_visualization";
}
