using OutcomeBot.Core.Chat;

namespace OutcomeBot.Doors.Tests.Pictures;

/// <summary>Two storyboards: the Acme story after its first step; and one full of the longest sentences that the rules let in.</summary>
internal static class SampleBoards
{
    public static Board Acme { get; } = new(
        "The next step is open. Obstacle: Release planning has no capacity rule",
        "Storyboard of Ana, coached by Dana",
        "As it stood on Tue 1 Dec 2026.",
        "The challenge of Ana: Revenue grows by 10 % a quarter again. Of 2 open obstacles the active one is: Release planning has no capacity rule.",
        [
            new("", [new("", "", BoardMark.Leading, [new("Challenge", "Revenue grows by 10 % a quarter again, within the board's risk limit", "Focus process: From customer request to release")])]),
            new("Target condition, and the actual condition now",
            [
                new("t1", "Achieve by Thu 31 Dec 2026", BoardMark.Plain,
                [
                    new("Target condition", "Promised capabilities are released within 57 days of the request", "lead-time from 88 to 57 days"),
                    new("Actual condition now", "80 days", "as of Sun 29 Nov 2026 · source: typed by Ben · n = 5 since Mon 31 Mar 2025 · 23 days to go"),
                ]),
                new("t2", "Review is due", BoardMark.Asked,
                [
                    new("Target condition", "Revenue grows by 10 % quarter on quarter", "revenue-growth from 5.2 to 10 %"),
                    new("Actual condition now", "Nobody has looked since it was set", "At the start: 5.2 % (Q4)"),
                ]),
            ]),
            new("Obstacle parking lot",
            [
                new("o1", "Active", BoardMark.Active, [new("", "Release planning has no capacity rule")]),
                new("o2", "Parked", BoardMark.Plain, [new("", "We can't release within 57 days because the release board meets once a month")]),
                new("o3", "Overcome", BoardMark.Done, [new("", "Nobody knows how long a request has waited", "The board shows the days of every request")]),
            ]),
            new("Experimenting record",
            [
                new("e1", "Done · Ben", BoardMark.Done,
                [
                    new("Step", "Reserve 20 % of one team's capacity for promised features in sprint 48", "on o1"),
                    new("What do you expect?", "Waiting time of its 6 promised features falls from 51 to 40 days or less", "Ana, Mon 23 Nov 2026, locked"),
                    new("What happened", "4 of 6 promised features were released, their waiting time was 38 days"),
                    new("What we learned", "Two features still waited for the security review, not for capacity: that is the next thing to look at"),
                ]),
                new("e2", "Running · Ana · go and see by Fri 4 Dec 2026", BoardMark.Active,
                [
                    new("Step", "Ask the security reviewers what they wait for", "on o1"),
                    new("What do you expect?", "At least one of three waits is for us", "Ana, Tue 1 Dec 2026, locked"),
                    new("What happened", "–"),
                    new("What we learned", "–"),
                ]),
                new("e3", "Given up · Chen", BoardMark.Ended, [new("Step", "Buy a second scanner", "on o3"), new("What do you expect?", "No prediction yet"), new("Given up", "The budget is spent")]),
            ]),
        ]);

    public static Board Long { get; } = new(
        Sentence(140), $"Storyboard of {Sentence(40)}, coached by {Sentence(40)}", "As it stood on Tue 1 Dec 2026. Not in this picture: 12 obstacles and 30 earlier steps.", "A long board.",
        [
            new("", [new("", "", BoardMark.Leading, [new("Challenge", Sentence(300), $"Focus process: {Sentence(500)}")])]),
            new("Target condition, and the actual condition now", [.. Enumerable.Range(1, 3).Select(index => new BoardRow($"t{index}", "Achieve by Thu 31 Dec 2026", BoardMark.Plain, [new("Target condition", Sentence(500), Sentence(60)), new("Actual condition now", Sentence(500), Sentence(200))]))]),
            new("Obstacle parking lot", [.. Enumerable.Range(1, 8).Select(index => new BoardRow($"o{index}", index == 1 ? "Active" : "Parked", index == 1 ? BoardMark.Active : BoardMark.Plain, [new("", Sentence(500))]))]),
            new("Experimenting record", [.. Enumerable.Range(1, 4).Select(index => new BoardRow($"e{index}", "Done · Ben", BoardMark.Done, [new("Step", Sentence(500), "on o1"), new("What do you expect?", Sentence(500), "Ana, locked"), new("What happened", Sentence(500)), new("What we learned", Sentence(500))]))]),
        ]);

    private static string Sentence(int letters) =>
        string.Concat(Enumerable.Repeat("Acceptance criteria are agreed in meetings and written down afterwards from memory, when the code has been reviewed already, and nobody compares them. ", 5))[..letters];
}
