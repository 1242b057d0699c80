using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OutcomeBot.Browser.Tests;

/// <summary>The Acme story in the local chat: from the quarter's table to the alarm, the whys, the obstacle, the target condition, the first step, and next Monday's reminder.</summary>
public sealed class AcmeTests(AcmeHouse house) : IClassFixture<AcmeHouse>
{
    private const string Table =
        """
        ,Q1 2026,Q2 2026,Q3 2026,Q4 2026
        Revenue,36.7,44.0,48.4,50.9
        COGS,2.2,4.0,4.8,4.6
        Net sales,34.5,40.1,43.6,46.3
        Net profit,-2.7,-3.3,-5.5,-7.9
        Profit margin,-7%,-8%,-11%,-16%
        Lead time (days),31,52,69,88
        """;

    [Fact]
    public async Task A_table_becomes_an_alarm_whys_an_obstacle_a_target_condition_a_step_and_a_reminder()
    {
        await using var ana = await house.VisitAsync("Ana Acme");
        await ana.OpenRoomAsync("Acme");
        await ImportAsync(ana);
        await ana.SayAsync("/outcome metric revenue-growth = growth of revenue");
        await Expect(Newest(ana.Room)).ToContainTextAsync("5.2 %");
        await AlarmAsync(ana);
        await WhyAsync(ana);
        await KataAsync(ana);
        await ReminderAsync(ana);
    }

    private static async Task ImportAsync(Visitor ana)
    {
        await ana.SayAsync("/outcome metric import");
        await Field(ana, "Or its lines").FillAsync(Table);
        await SendAsync(ana, "Show the preview");
        await Expect(ana.Room).ToContainTextAsync("Net sales, Q2 2026: Revenue 44.0 - COGS 4.0 = 40.0, the file says 40.1.");
        await Button(ana.Room, "Import them").ClickAsync();
        await Expect(Button(ana.Room, "Undo the import")).ToBeVisibleAsync();
        await AcmeHouse.ShootAsync(ana, "acme-import");
    }

    private static async Task AlarmAsync(Visitor ana)
    {
        await ana.SayAsync("/outcome metric profit-margin threshold -20 % warn -15 % then the board meets");
        await Expect(ana.Room).ToContainTextAsync("Profit margin is in its warning band");
        await Expect(ana.Room.Locator("figure svg").Last).ToContainTextAsync("1 to 2 quarters");
        await AcmeHouse.ShootAsync(ana, "acme-threshold");
    }

    private static async Task WhyAsync(Visitor ana)
    {
        await Button(ana.Room, "Ask five whys").Last.ClickAsync();
        await OpenThreadOfAsync(ana, "Why is Profit margin falling?");
        await Expect(ana.Thread).ToContainTextAsync("Belongs to: metric \"Profit margin\"");
        foreach (var answer in new[] { "Conversion of up-sells has fallen", "Promised capabilities come too late", "Release planning has no capacity rule" })
        {
            await ana.ReplyAsync(answer);
            await Expect(ana.Thread.Locator(".card").First).ToContainTextAsync(answer);
            if (answer.StartsWith("Release", StringComparison.Ordinal)) break;
            await Button(ana.Thread, "Next why").Last.ClickAsync();
            await ana.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).First.WaitForAsync();
            await ana.Page.Keyboard.PressAsync("Escape");
            await Expect(ana.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        }

        await Button(ana.Thread, "Read back").First.ClickAsync();
        await Button(ana.Thread, "Yes, each holds").ClickAsync();
        await ConcludeAsync(ana);
        await Button(ana.Thread, "Make it an obstacle").First.ClickAsync();
        await Expect(ana.Thread.Locator(".card").First).ToContainTextAsync("kata \"Release planning has no capacity rule\"");
        await AcmeHouse.ShootAsync(ana, "acme-concluded");
    }

    private static async Task ConcludeAsync(Visitor ana)
    {
        var soon = DateTime.UtcNow.Date;
        await Button(ana.Thread, "Conclude").First.ClickAsync();
        await Field(ana, "What kind of cause is it?").SelectOptionAsync("Priority/Capacity");
        await Field(ana, "Yes, it's ours").CheckAsync();
        await Field(ana, "Countermeasure").FillAsync("Release planning reserves capacity before a date is promised");
        await Field(ana, "Owner").SelectOptionAsync(new SelectOptionValue { Label = "Ana Acme (you)" });
        await Field(ana, "Done by").FillAsync($"{soon.AddDays(12):yyyy-MM-dd}");
        await Field(ana, "Stronger: the system").CheckAsync();
        await Field(ana, "How will you know").FillAsync("Lead time under 57 days");
        await Field(ana, "Check on").FillAsync($"{soon.AddDays(60):yyyy-MM-dd}");
        await Field(ana, "Why stop here?").FillAsync("The team can change it now");
        await SendAsync(ana, "Conclude");
        await Expect(ana.Thread.Locator(".card-title").First).ToContainTextAsync("Concluded");
    }

    private static async Task KataAsync(Visitor ana)
    {
        await OpenThreadOfAsync(ana, "Which challenge does this obstacle belong to?");
        await Button(ana.Thread, "Say the challenge").ClickAsync();
        await Field(ana, "What's the challenge?").FillAsync("Revenue grows by 10 % a quarter again, within the board's limit");
        await SendAsync(ana, null);
        await TargetAsync(ana, "A customer's request is delivered within two months", "Lead time", "57 days");
        await MoreTargetAsync(ana, "Customers extend what they have, and revenue grows as it did in Q3", "revenue-growth", "10 %");
        await Button(ana.Thread, "Choose an obstacle").First.ClickAsync();
        await Button(ana.Thread, "Plan the next step").First.ClickAsync();
        await Field(ana, "What do you try?").FillAsync("Reserve a fifth of the capacity for promised features in the next release");
        await Field(ana, "What do you expect?").FillAsync("Two of the five promised features are delivered within 57 days");
        await Field(ana, "Go and see by").FillAsync($"{DateTime.UtcNow.Date.AddDays(6):yyyy-MM-dd}");
        await SendAsync(ana, null);
        await Expect(ana.Thread.Locator(".card").First).ToContainTextAsync("Two of the five promised features");
        await AcmeHouse.ShootAsync(ana, "acme-kata");
        await StoryboardAsync(ana);
    }

    /// <summary>The board as a picture, in the thread.</summary>
    private static async Task StoryboardAsync(Visitor ana)
    {
        await ana.ReplyAsync("storyboard");
        var board = ana.Thread.Locator("figure.board svg").Last;
        foreach (var words in new[] { "Lead time from 88 to 57 days", "revenue-growth from 5.2 to 10 %", "Active", "What do you expect?" }) await Expect(board).ToContainTextAsync(words);
        await board.ScrollIntoViewIfNeededAsync();
        await AcmeHouse.ShootAsync(ana, "acme-storyboard");
    }

    /// <summary>A challenge holds several target conditions: the next one is behind More.</summary>
    private static async Task MoreTargetAsync(Visitor ana, string description, string metric, string to)
    {
        await Button(ana.Thread, "More").First.ClickAsync();
        await TargetAsync(ana, description, metric, to);
        await Expect(ana.Thread.Locator(".card").First).ToContainTextAsync($"{metric} from 5.2 to {to}");
    }

    private static async Task TargetAsync(Visitor ana, string description, string metric, string to)
    {
        await Button(ana.Thread, "Set target condition").Last.ClickAsync();
        await Field(ana, "How will the work go then?").FillAsync(description);
        await Field(ana, "Achieve by").FillAsync($"{DateTime.UtcNow.Date.AddDays(80):yyyy-MM-dd}");
        await Field(ana, "Which metric shows it?").FillAsync(metric);
        await Field(ana, "To which value?").FillAsync(to);
        await SendAsync(ana, null);
        await Expect(ana.Thread.Locator(".card").First).ToContainTextAsync(description);
    }

    private async Task ReminderAsync(Visitor ana)
    {
        await ana.SayAsync("/outcome checkin every Monday 9:00 in my zone: target lead time");
        await Expect(ana.Room).ToContainTextAsync("Check-in:");
        await house.ForwardAsync(UntilMonday());
        await Expect(ana.Room).ToContainTextAsync("31 days above the target of 57 days");
        await AcmeHouse.ShootAsync(ana, "acme-reminder");
    }

    /// <summary>Until a minute past nine on Monday, where the browser is.</summary>
    private static TimeSpan UntilMonday()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var now = DateTime.UtcNow;
        var here = TimeZoneInfo.ConvertTimeFromUtc(now, zone);
        var monday = here.Date.AddDays((DayOfWeek.Monday - here.DayOfWeek + 7) % 7) + new TimeSpan(9, 1, 0);
        return TimeZoneInfo.ConvertTimeToUtc(monday > here ? monday : monday.AddDays(7), zone) - now;
    }

    private static async Task OpenThreadOfAsync(Visitor ana, string title)
    {
        var line = ana.Room.Locator("li", new() { HasText = title }).Last;
        await line.GetByText(new System.Text.RegularExpressions.Regex("Open the thread|View thread")).Last.ClickAsync();
        await Expect(ana.Thread.Locator(".card-title").First).ToContainTextAsync(title);
    }

    private static ILocator Newest(ILocator pane) => pane.Locator(".card").Last;

    private static ILocator Button(ILocator where, string text) => where.Locator("fluent-button", new() { HasText = text });

    private static ILocator Field(Visitor ana, string label) => ana.Page.GetByRole(AriaRole.Dialog).GetByLabel(label);

    /// <summary>Sends the open form by its last button, and sees it go.</summary>
    private static async Task SendAsync(Visitor ana, string? submit)
    {
        var form = ana.Page.GetByRole(AriaRole.Dialog);
        await (submit is null ? form.Locator("fluent-button").Last : Button(form, submit).Last).ClickAsync();
        await Expect(form).ToHaveCountAsync(0);
    }
}
