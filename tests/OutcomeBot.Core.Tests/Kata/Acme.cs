using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Practices;
using static OutcomeBot.Core.Tests.Kata.Board;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests.Kata;

/// <summary>The Acme story on its storyboard, step by step, for tests that begin in the middle. The figures are those of the published table.</summary>
internal static class Acme
{
    private static readonly decimal[] s_leadTimes = [31, 52, 69, 88];

    private static readonly decimal[] s_growth = [19.9m, 10.0m, 5.2m];

    /// <summary>The challenge, with both metrics on record.</summary>
    public static Board Challenge()
    {
        var board = new Board();
        board.Metrics.Add(Quarterly("lead-time", "days", Better.Lower, "from request to release", s_leadTimes));
        board.Metrics.Add(Quarterly("revenue-growth", "%", Better.Higher, null, s_growth));
        return board.Fill(Ana, new Chat.Press("kata", null, "new"), ("challenge", "Revenue grows by 10 % a quarter again, within the board's risk limit"), ("focus", "From customer request to release"), ("coach", "U4"));
    }

    /// <summary>Lead time from 88 to 57 days and revenue growth from 5.2 to 10 %, by the quarter's end.</summary>
    public static Board Targets() => Challenge()
        .Fill(Ana, "target", null, ("description", "Promised capabilities are released within 57 days of the request"), ("metric", "lead-time"), ("from", ""), ("to", "57 days"), ("by", "2026-12-31"), ("current", "Work waits 51 of 88 days"))
        .Fill(Ana, "target", null, ("description", "Revenue grows by 10 % quarter on quarter"), ("metric", "Revenue Growth"), ("from", ""), ("to", "10 %"), ("by", "2026-12-31"), ("current", ""));

    /// <summary>The obstacle that the five whys found, active.</summary>
    public static Board Obstacle()
    {
        var board = Targets();
        board.Hand(Chen, "kata/s1/obstacle", new FoundCause("c4", "Release planning has no capacity rule", "Why is revenue growth declining?", "lead-time").ToText());
        return board.Say(Ben, "obstacle we can't release within 57 days because the release board meets once a month").Press(Ana, "choose").Fill(Ana, "choose", null, ("obstacle", "o1"));
    }

    /// <summary>The first step, planned with its prediction.</summary>
    public static Board Predicted() => Obstacle().Fill(Ana, "step", null,
        ("step", "Reserve 20 % of one team's capacity for promised features in sprint 48"),
        ("expect", "Waiting time of its 6 promised features falls from 51 to 40 days or less"),
        ("owner", "U2"), ("by", "2026-11-30"));

    public static Board Running() => Predicted().Press(Ben, "start", "e1");

    public static Board Seen() => Running().After(6).Fill(Ben, "happened", "e1", ("happened", "4 of 6 promised features were released, their waiting time was 38 days"));

    public static Board Learned() => Seen().Fill(Ben, "learned", "e1", ("learned", "Two features still waited for the security review, not for capacity: that is the next thing to look at"));

    /// <summary>A metric with a value at the end of each of last year's quarters, Q4 the last.</summary>
    public static Metric Quarterly(string name, string unit, Better better, string? clock, params decimal[] values) => new(
        new Subject(Workspace, MetricName.Practice, MetricName.IdOf(name)), name, unit, better, clock,
        [.. values.Select((value, index) => (value, quarter: 4 - values.Length + index + 1)).Select(pair => new MetricValue(
            new LocalDate(2025, pair.quarter * 3, 1).With(DateAdjusters.EndOfMonth), $"Q{pair.quarter}", pair.value, "finance table, imported by Ana", Start - Duration.FromDays(30), Ana))]);

    /// <summary>The metric with one value more.</summary>
    public static void Measure(Board board, string name, LocalDate day, decimal value)
    {
        var at = board.Metrics.FindIndex(metric => metric.Name == name);
        board.Metrics[at] = board.Metrics[at] with { Values = board.Metrics[at].Values.Add(new MetricValue(day, null, value, "typed by Ben", board.Now, Ben)) };
    }
}
