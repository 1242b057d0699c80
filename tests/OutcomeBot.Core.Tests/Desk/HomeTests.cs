using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Desk;
using Xunit;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests.Desk;

/// <summary>A person's own page, on every platform the same.</summary>
public sealed class HomeTests
{
    private static readonly IPractice s_desk = Catalog.Of(DeskPractice.Name)!;
    private static readonly LocalDate s_today = new(2026, 11, 23);

    [Fact]
    public void It_shows_what_waits_the_soonest_due_first_then_votes_then_what_is_open()
    {
        var home = HomeOf(
            Page("s1", "Why is revenue growth declining?", Waits(WorkKind.Countermeasure, "Release planning gets a capacity rule", s_today.PlusDays(11)), Waits(WorkKind.GoAndSee, "Work waits for a release", s_today.PlusDays(-2))),
            Page("m1", "Weights: What we build next quarter", Waits(WorkKind.Vote, "Round 1: What we build next quarter", s_today)),
            Page("m2", "Weights: Which customers we serve", new Involvement([], $"You have voted. You can change your vote until {Start + Duration.FromHours(30)}.")),
            Page("k1", "Revenue growth is back at 10 % a quarter", Involvement.Quiet));
        Golden.Check("Desk", "home", CardText.Of(home.Card));
        Assert.Equal(Ana, home.To);
        var buttons = home.Card.Blocks.OfType<Buttons>().SelectMany(block => block.Items).ToArray();
        Assert.Equal(["1 Say what you saw", "2 Vote", "3 Say what became of it", "Ask why"], buttons.Select(button => button.Label));
        Assert.Equal("1 Say what you saw", Assert.Single(buttons, button => button.Kind == ButtonKind.Primary).Label);
    }

    [Fact]
    public void Where_nothing_waits_the_next_step_is_to_ask()
    {
        var home = HomeOf();
        Golden.Check("Desk", "home-quiet", CardText.Of(home.Card));
        var button = Assert.Single(home.Card.Blocks.OfType<Buttons>().Single().Items);
        Assert.Equal(("why/-/new/home", ButtonKind.Primary), (button.Press.ToString(), button.Kind));
    }

    [Fact]
    public void A_long_list_ends_and_says_how_much_more_there_is()
    {
        var home = HomeOf(Page("s1", "Why?", [.. Enumerable.Range(1, 12).Select(number => Waits(WorkKind.Countermeasure, $"Measure {number}", s_today.PlusDays(number)))]));
        Assert.Contains("And 7 more, due later.", CardText.Of(home.Card), StringComparison.Ordinal);
        Assert.Equal(6, home.Card.Blocks.OfType<Buttons>().Sum(block => block.Items.Length));
    }

    [Fact]
    public void Today_is_told_by_the_persons_own_clock()
    {
        var late = Instant.FromUtc(2026, 11, 23, 23, 30);
        var page = Page("s1", "Why?", Waits(WorkKind.Countermeasure, "Measure", s_today));
        Assert.Contains("due today", CardText.Of(HomeOf(new HomeOpened { Delivery = "d", Place = Room(), By = Ana, At = late }, page).Card), StringComparison.Ordinal);
        Assert.Contains("overdue", CardText.Of(HomeOf(new HomeOpened { Delivery = "d", Place = Room(), By = Ana, At = late, Zone = "Europe/Berlin" }, page).Card), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_types_mine_is_told_the_same_alone()
    {
        var said = new Said("mine", "") { Delivery = "d", Place = Room(), By = Ana, At = Start };
        var page = Page("s1", "Why is revenue growth declining?", Involvement.Quiet);
        var whisper = Assert.IsType<Whisper>(Assert.Single(Take(said, page).Replies));
        Assert.Equal(Ana, whisper.To);
        Assert.Equal(CardText.Of(HomeOf(page).Card), CardText.Of(whisper.Card));
    }

    [Fact]
    public void Only_what_the_person_takes_part_in_is_asked_for() =>
        Assert.Equal<Need>([new InvolvementsOf(Ana), new ClockOf(Ana, "C1")], s_desk.Needs(Subject(), null, new HomeOpened { Delivery = "d", Place = Room(), By = Ana, At = Start }));

    private static Home HomeOf(params FoundInvolvement[] found) => HomeOf(new HomeOpened { Delivery = "d", Place = Room(), By = Ana, At = Start }, found);

    private static Home HomeOf(Incoming incoming, params FoundInvolvement[] found) => Assert.IsType<Home>(Assert.Single(Take(incoming, found).Replies));

    private static Turn Take(Incoming incoming, params FoundInvolvement[] found) =>
        s_desk.Take(Subject(), null, incoming, Readings.Empty with { Involvements = [.. found] });

    private static Subject Subject() => new(Workspace, DeskPractice.Name, "x1");

    private static Place Room() => new(Workspace, "C1");

    private static Work Waits(WorkKind kind, string what, LocalDate due) => new(kind, what, Ana, due, Start, new Press("why", "s1", "done", $"m{due.Day}"));

    private static FoundInvolvement Page(string id, string title, params ImmutableArray<Work> waiting) => Page(id, title, new Involvement(waiting));

    private static FoundInvolvement Page(string id, string title, Involvement involvement) => new(involvement, new Found(
        new Subject(Workspace, "why", id), Room(), null, new PageIndex(title, true, [], []), Start - Duration.FromDays(3), Start - Duration.FromHours(20), null));
}
