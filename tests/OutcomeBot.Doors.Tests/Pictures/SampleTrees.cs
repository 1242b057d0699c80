using System.Collections.Immutable;
using System.Globalization;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Doors.Tests.Pictures;

/// <summary>Three trees as teams make them: every state once; the Acme story, six deep; forty causes in long sentences.</summary>
internal static class SampleTrees
{
    public static Tree Small { get; } = new(
        "Sign-ups fell because the code mail arrives after people have left",
        "Why did sign-ups fall by a third in October?",
        "Five whys held by Ana in #growth, 3 answers, concluded Thu 26 Nov 2026",
        [
            new("p", null, "", "Sign-ups fell by a third in October", "1,240 in October, 1,870 in September; source: metric sign-ups", CauseMark.Problem),
            new("a", "p", "1", "The code mail arrives after people have left", "Ben, 3 Nov. Evidence: median wait 11 min (n = 640)", CauseMark.Supported, Branching.And),
            new("b", "a", "1.1", "One queue sends codes and newsletters", "Chen, 4 Nov. Evidence: queue length on 2 Oct", CauseMark.Supported) { IsRootCause = true },
            new("c", "a", "1.2", "Newsletters now go out at noon", "Dana, 4 Nov", CauseMark.Proposed),
            new("d", "p", "2", "The new price frightened people away", "Eve, 3 Nov. Contested by Ben: the page had no more exits", CauseMark.Contested),
            new("e", "p", "3", "A competitor ran a campaign", "Refuted by Ana, 5 Nov: no campaign in October", CauseMark.Refuted),
            new("f", "c", "1.2.1", "Nobody has answered yet", "", CauseMark.Open),
        ],
        "Why tree of six causes. Sign-ups fell because the code mail arrives late; root cause: one queue sends codes and newsletters.");

    public static Tree Acme { get; } = new(
        "Release planning has no capacity rule, so promised features are late",
        "Why is revenue growth declining?",
        "Five whys held by Ana in #revenue, 8 answers, 5 people, concluded Fri 4 Dec 2026. Source: metric revenue-growth",
        [
            new("p", null, "", "Revenue growth is declining", "5.2 % in Q4, was 19.9 % in Q2", CauseMark.Problem),
            new("1", "p", "1", "Conversion of up-sells has fallen", "Ben, 24 Nov. Evidence: sales report Q4", CauseMark.Supported),
            new("2", "1", "1.1", "Promised capabilities come too late", "Chen, 24 Nov. Evidence: 9 of 14 lost deals name it", CauseMark.Supported, Branching.And),
            new("3", "2", "1.1.1", "Sales sells from the roadmap because the core product lacks what enterprises need", "Dana, 25 Nov", CauseMark.Supported),
            new("4", "2", "1.1.2", "The dates on the roadmap were believed", "Dana, 25 Nov", CauseMark.Proposed),
            new("5", "4", "1.1.2.1", "Delivery takes 88 days where customers accept 40", "Eve, 26 Nov. Evidence: lead time 31, 52, 69, 88 days (Q1 to Q4)", CauseMark.Supported),
            new("6", "5", "1.1.2.1.1", "R&D gets slower every quarter", "Frank, 26 Nov. Contested by R&D: 3,131 items in Q4, the most ever", CauseMark.Contested),
            new("7", "5", "1.1.2.1.2", "Work waits 51 of its 88 days", "Go and see, Grace, 30 Nov. Evidence: value stream map, 2,132 h", CauseMark.Supported),
            new("8", "7", "1.1.2.1.2.1", "Release planning has no capacity rule: whatever is asked for is started", "Grace, 1 Dec. Evidence: 3,028 items open at once", CauseMark.Supported) { IsRootCause = true },
        ],
        "Why tree of eight causes, six deep. Revenue growth is declining; the root cause is that release planning has no capacity rule.");

    public static Tree Forty { get; } = new(
        "Two of forty causes explain most of the late deliveries: no capacity rule, and tests that run by hand",
        "Why do nine of ten releases leave later than promised?",
        "Five whys held by Ana in #delivery, 40 answers, 11 people, Fri 4 Dec 2026",
        FortyNodes(),
        "Why tree of forty causes in six branches. Two root causes: release planning has no capacity rule, and regression tests run by hand.");

    private static ImmutableArray<TreeNode> FortyNodes()
    {
        string[] sentences =
        [
            "The team that owns the deployment scripts is asked for every change and answers within three to five working days",
            "Nobody can say how much work is in progress, so new work is started whenever somebody with influence asks for it",
            "Regression tests run by hand",
            "Acceptance criteria are agreed in meetings and written down afterwards from memory, when the code has already been reviewed",
            "The staging environment is shared by four teams and is refreshed from production on the first Monday of every month",
            "Estimates become promises",
            "Customers' urgent requests interrupt planned work about twice a week because support has no other way to get an answer",
        ];
        CauseMark[] marks = [CauseMark.Supported, CauseMark.Proposed, CauseMark.Refuted, CauseMark.Contested, CauseMark.Supported, CauseMark.Open, CauseMark.Proposed];
        var nodes = ImmutableArray.CreateBuilder<TreeNode>();
        nodes.Add(new("p", null, "", "Nine of ten releases leave later than promised", "Median 17 days late (n = 62), source: release calendar", CauseMark.Problem));
        for (var index = 0; index < 40; index++)
        {
            var branch = index % 6;
            var parent = index < 6 ? "p" : Id(index < 18 ? branch : index - 12);
            var mark = index < 6 ? $"{index + 1}" : $"{branch + 1}.{index / 6}";
            nodes.Add(new(Id(index), parent, mark, sentences[index * 3 % 7], index % 3 == 0 ? "Ben, 24 Nov. Evidence: 14 of 20 tickets" : "Chen, 25 Nov", marks[index % 7], index % 4 == 0 ? Branching.And : Branching.Or)
            {
                IsRootCause = index is 28 or 25,
            });
        }

        return nodes.ToImmutable();
    }

    private static string Id(int index) => "c" + index.ToString(CultureInfo.InvariantCulture);
}
