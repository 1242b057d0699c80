using NodaTime;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.FiveWhys;
using OutcomeBot.Core.Practices.Kata;
using OutcomeBot.Core.Tests.Kata;
using OutcomeBot.Core.Tests.Metrics;
using Xunit;
using Thread = OutcomeBot.Core.Tests.FiveWhys.Thread;

namespace OutcomeBot.Core.Tests;

/// <summary>Days and reminders go by the clocks of people and of their pages, and not by Greenwich.</summary>
public sealed class ClockTests
{
    private static readonly Instant s_nearlyMidnightInGreenwich = Instant.FromUtc(2026, 11, 23, 23, 30);

    [Fact]
    public void A_zone_that_somebody_chose_comes_before_that_of_their_door_and_their_own_before_the_channels()
    {
        Assert.Equal("Asia/Tokyo", new Clock("Asia/Tokyo", "Europe/Berlin", "America/New_York", "UTC").Zone.Id);
        Assert.Equal("Europe/Berlin", new Clock(null, "Europe/Berlin", "America/New_York", "UTC").Zone.Id);
        Assert.Equal("America/New_York", new Clock(null, null, "America/New_York", "Europe/Berlin").Zone.Id);
        Assert.Equal("Europe/Berlin", new Clock(null, null, null, "Europe/Berlin").Zone.Id);
        Assert.Equal("America/New_York", new Clock("Asia/Tokyo", "Europe/Berlin", "America/New_York").ForPage);
    }

    [Theory]
    [InlineData("Pacific/Auckland", null, 24)]
    [InlineData("America/New_York", null, 23)]
    [InlineData("America/New_York", "Pacific/Auckland", 24)]
    [InlineData(null, null, 23)]
    public void A_value_without_a_day_is_about_today_where_the_person_is(string? door, string? chosen, int day)
    {
        var room = new Room { Now = s_nearlyMidnightInGreenwich, Zone = door, Clock = Clock.Unknown with { Chosen = chosen } }.Type("lead-time 88 days");
        Assert.Equal(new LocalDate(2026, 11, day), room.Metric("lead-time").Last!.AsOf);
    }

    [Fact]
    public void Limits_are_locked_on_the_day_where_the_person_is()
    {
        var room = new Room { Now = s_nearlyMidnightInGreenwich, Zone = "Pacific/Auckland" };
        foreach (var line in new[] { "31 days Q1 2026", "52 days Q2 2026", "69 days Q3 2026" }) room.Type($"lead-time {line}");
        room.Zone = "America/New_York";
        room.Fill("metric/leadtime/limits", ("from", "2026-01-01"), ("to", "2026-09-30"), ("reason", "Before the change"));
        Assert.Equal(new LocalDate(2026, 11, 23), room.Kept("lead-time").Limits!.Day);
    }

    [Fact]
    public void A_review_is_asked_for_at_nine_by_the_clock_of_who_began_the_storyboard()
    {
        var board = new Board { Zone = "America/New_York" }.Type(Board.Ana, "Revenue grows by 10 % a quarter again");
        board.Zone = "Europe/Berlin";
        board.Fill(Board.Ana, "target", null, ("description", "Released within 57 days"), ("current", "Work waits"), ("by", "2026-12-15"));
        Assert.Equal(Instant.FromUtc(2026, 12, 16, 14, 0), Assert.Single(board.Page!.Reminders).At);
        board.Ring();
        Assert.Equal(1, board.Story.Targets[0].Prompts);
    }

    [Fact]
    public void Where_the_channel_has_a_clock_reminders_go_by_that()
    {
        var thread = new Thread { Zone = "America/New_York", Clock = Clock.Unknown with { Channel = "Asia/Tokyo" } };
        thread.Type(Thread.Ana, "Revenue growth fell from 19.9 % to 5.2 % since Q2", "why").Say(Thread.Ben, "Releases come too late");
        thread.Fill(Thread.Chen, "contest", "c1", ("reason", "They were on time"), ("owner", "U4"), ("due", "2026-11-30"));
        Assert.Equal(Instant.FromUtc(2026, 11, 30, 0, 0), Assert.Single(thread.Page!.Reminders).At);
        thread.Ring();
        Assert.Equal(Instant.FromUtc(2026, 12, 1, 0, 0), Assert.Single(thread.Page.Reminders).At);
    }

    [Fact]
    public void A_day_that_is_over_where_the_person_is_is_refused_and_one_that_has_just_begun_is_not()
    {
        var thread = new Thread { Now = s_nearlyMidnightInGreenwich, Zone = "Pacific/Auckland" };
        thread.Type(Thread.Ana, "Revenue growth fell from 19.9 % to 5.2 % since Q2", "why").Say(Thread.Ben, "Releases come too late");
        thread.Fill(Thread.Chen, "contest", "c1", ("reason", "They were on time"), ("owner", "U4"), ("due", "2026-11-23"));
        Assert.Contains("That day has passed", thread.Wrong, StringComparison.Ordinal);
        thread.Fill(Thread.Chen, "contest", "c1", ("reason", "They were on time"), ("owner", "U4"), ("due", "2026-11-24"));
        Assert.NotNull(thread.Tree.Find("c1")!.GoAndSee);
    }
}
