using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OutcomeBot.Browser.Tests;

/// <summary>The local chat as people use it: in Chromium, against the whole bot with its real store.</summary>
public sealed class StoryTests(ChatHouse house) : IClassFixture<ChatHouse>
{
    private const string Question = "Why is revenue growth declining?";

    [Fact]
    public async Task Two_people_see_each_others_lines_and_the_same_card_change_without_reload()
    {
        await using var ana = await house.VisitAsync("Ana Two");
        await using var ben = await house.VisitAsync("Ben Two");
        await ana.OpenRoomAsync("Growth");
        await ben.EnterAsync("Growth");
        await ana.SayAsync("Morning, all");
        await Expect(ben.Room.GetByText("Morning, all")).ToBeVisibleAsync();

        await ana.AskWhyAsync(Question);
        await ben.Room.GetByRole(AriaRole.Button, new() { Name = "Open the thread" }).ClickAsync();
        await ben.ThreadBox.FillAsync("half a thought");
        await ana.ReplyAsync("Conversion of up-sells has fallen");

        await Expect(ben.Thread.Locator(".card").First).ToContainTextAsync("Conversion of up-sells has fallen");
        await Expect(ben.ThreadBox).ToHaveValueAsync("half a thought");
        await Expect(ben.ThreadBox).ToBeFocusedAsync();
        await Expect(ben.Page.Locator(".room.here .count")).ToContainTextAsync("1 open item");
    }

    [Fact]
    public async Task What_somebody_begins_in_the_room_opens_its_thread_also_while_another_one_is_open()
    {
        await using var ana = await house.VisitAsync("Ana Next");
        await ana.OpenRoomAsync("Next");
        await ana.AskWhyAsync(Question);
        await Expect(ana.Thread.Locator(".card-title").First).ToContainTextAsync(Question);
        await ana.SayAsync("/outcome kata Every request is live within a month");
        await Expect(ana.Thread.Locator(".card").First).ToContainTextAsync("Every request is live within a month");
    }

    [Fact]
    public async Task What_is_typed_the_moment_another_thread_opens_is_an_answer_there()
    {
        await using var ana = await house.VisitAsync("Ana Swift");
        await ana.OpenRoomAsync("Swift");
        foreach (var question in new[] { Question, "Why do engineers wait for access?" })
        {
            await ana.AskWhyAsync(question);
            await Expect(ana.Thread.Locator(".card-title").First).ToContainTextAsync(question);
        }

        // Faster than any hand: as soon as the browser draws the other thread.
        await ana.Page.EvaluateAsync(
            """
            () => new MutationObserver((_, watching) => {
              const thread = document.querySelector('aside.thread');
              if (!thread?.querySelector('.card-title')?.textContent.includes('revenue growth')) return;
              watching.disconnect();
              setTimeout(() => {
                const box = thread.querySelector('textarea');
                box.value = 'Nobody looks at the queue';
                box.dispatchEvent(new Event('input', { bubbles: true }));
              });
            }).observe(document.body, { childList: true, subtree: true, characterData: true })
            """);
        await ana.Room.Locator("li", new() { HasText = Question }).Last.GetByText(new System.Text.RegularExpressions.Regex("Open the thread|View thread")).Last.ClickAsync();
        await Expect(ana.Thread.Locator(".card-title").First).ToContainTextAsync(Question);
        await Expect(ana.ThreadBox).ToHaveValueAsync("Nobody looks at the queue");
        await ana.ThreadBox.PressAsync("Enter");
        await Expect(ana.Thread.Locator(".card").First).ToContainTextAsync("Nobody looks at the queue");
    }

    [Fact]
    public async Task A_draft_survives_a_reload_and_leaves_when_the_line_is_stored()
    {
        await using var ana = await house.VisitAsync("Ana Draft");
        await ana.OpenRoomAsync("Drafts");
        await ana.RoomBox.FillAsync("not finished yet");
        await ana.Page.ReloadAsync();
        await Expect(ana.RoomBox).ToHaveValueAsync("not finished yet");
        await ana.RoomBox.PressAsync("Enter");
        await Expect(ana.Room.Locator(".line-text")).ToHaveTextAsync("not finished yet");
        await Expect(ana.RoomBox).ToHaveValueAsync("");
        await ana.Page.ReloadAsync();
        await Expect(ana.Room.Locator(".line-text")).ToHaveTextAsync("not finished yet");
        await Expect(ana.RoomBox).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Enter_while_a_line_is_on_its_way_sends_the_next_one_after_it()
    {
        await using var ana = await house.VisitAsync("Ana Quick");
        await ana.OpenRoomAsync("Quick");
        foreach (var line in new[] { "the first line", "the second line" })
        {
            await ana.RoomBox.FillAsync(line);
            await ana.RoomBox.PressAsync("Enter");
        }

        await Expect(ana.Room.Locator(".line-text")).ToHaveTextAsync(["the first line", "the second line"]);
        await Expect(ana.RoomBox).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_form_that_is_not_right_says_so_at_the_field_and_keeps_what_was_typed()
    {
        await using var ana = await house.VisitAsync("Ana Form");
        await ana.OpenRoomAsync("Forms");
        await ana.Page.Locator("fluent-button", new() { HasText = "Ask the first why" }).ClickAsync();
        var form = ana.Page.GetByRole(AriaRole.Dialog);
        await form.GetByLabel("Which number shows it?").FillAsync("Revenue growth");
        await form.Locator("fluent-button", new() { HasText = "Ask the first why" }).ClickAsync();
        await Expect(form.Locator(".field-fault").First).ToBeVisibleAsync();
        await Expect(form.GetByLabel("Which number shows it?")).ToHaveValueAsync("Revenue growth");
        await form.GetByLabel("What do you want to explain?").FillAsync(Question);
        await form.Locator("fluent-button", new() { HasText = "Ask the first why" }).ClickAsync();
        await Expect(ana.Room.Locator(".card", new() { HasText = "Nobody has answered yet" })).ToContainTextAsync("Revenue growth");
    }

    [Fact]
    public async Task A_private_note_is_seen_by_its_person_only_and_can_be_put_away()
    {
        await using var ana = await house.VisitAsync("Ana Note");
        await using var ben = await house.VisitAsync("Ben Note");
        await ana.OpenRoomAsync("Notes");
        await ben.EnterAsync("Notes");
        await ana.SayAsync("/outcome help");
        await Expect(ana.Page.GetByText("Only you see this").First).ToBeVisibleAsync();
        await ana.SayAsync("that helped");
        await Expect(ben.Room.GetByText("that helped")).ToBeVisibleAsync();
        await Expect(ben.Page.GetByText("Only you see this")).ToHaveCountAsync(0);
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).ClickAsync();
        await Expect(ana.Page.GetByText("Only you see this")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Hostile_markup_is_shown_as_text()
    {
        const string hostile = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script> [x](javascript:alert(1))";
        await using var ana = await house.VisitAsync("<b>Ana</b>");
        await ana.OpenRoomAsync("<i>Room</i>");
        await ana.SayAsync(hostile);
        await Expect(ana.Room.Locator(".line-text")).ToHaveTextAsync(hostile);
        await ana.AskWhyAsync("Why does <img src=x onerror=alert(1)> fail every week?");
        await Expect(ana.Thread.Locator(".card")).ToContainTextAsync("<img src=x onerror=alert(1)>");
        await Expect(ana.Page.Locator("main img[src=x], aside img[src=x], .chat script, .chat b, .chat i")).ToHaveCountAsync(0);
        Assert.DoesNotContain("owned", await ana.Page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_narrow_screen_rooms_room_and_thread_come_one_at_a_time_with_a_way_back()
    {
        await using var ana = await house.VisitAsync("Ana Narrow", options => options.ViewportSize = new ViewportSize { Width = 390, Height = 844 });
        await ana.OpenRoomAsync("Narrow");
        await Expect(ana.Page.Locator(".rail")).ToBeHiddenAsync();
        await ana.AskWhyAsync(Question);
        await Expect(ana.Room).ToBeHiddenAsync();
        await ana.ReplyAsync("Conversion of up-sells has fallen");
        await Expect(ana.Thread.Locator(".card")).ToContainTextAsync("Conversion of up-sells has fallen");
        Assert.Equal(390, await ana.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await ana.Thread.GetByRole(AriaRole.Link, new() { Name = "Back to Narrow" }).ClickAsync();
        await Expect(ana.Room).ToBeVisibleAsync();
        await ana.Room.GetByRole(AriaRole.Link, new() { Name = "Back to the rooms" }).ClickAsync();
        await Expect(ana.Page.Locator(".rail")).ToBeVisibleAsync();
        await Expect(ana.Room).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Everything_up_to_the_first_answer_works_with_the_keyboard_alone()
    {
        await using var ana = await house.VisitAsync("Ana Keys");
        await ana.OpenRoomAsync("Keys");
        await ana.RoomBox.FocusAsync();
        await ana.Page.Keyboard.TypeAsync("/outcome wh");
        await Expect(ana.Room.GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
        await ana.Page.Keyboard.PressAsync("Escape");
        await Expect(ana.Room.Locator(".suggestions")).ToBeHiddenAsync();
        await Expect(ana.RoomBox).ToHaveValueAsync("/outcome wh");
        await ana.Page.Keyboard.TypeAsync("y");
        await ana.Page.Keyboard.PressAsync("ArrowDown");
        await ana.Page.Keyboard.PressAsync("ArrowUp");
        await ana.Page.Keyboard.PressAsync("Tab");
        await Expect(ana.RoomBox).ToHaveValueAsync(new Regex("^/outcome why "));
        await ana.RoomBox.FillAsync("/outcome why " + Question);
        await ana.Page.Keyboard.PressAsync("Enter");
        await ana.ThreadBox.WaitForAsync();
        await ana.ThreadBox.FocusAsync();
        await ana.Page.Keyboard.TypeAsync("Conversion of up-sells");
        await ana.Page.Keyboard.PressAsync("Shift+Enter");
        await Expect(ana.ThreadBox).ToHaveValueAsync("Conversion of up-sells\n");
        await ana.Page.Keyboard.TypeAsync("has fallen");
        await ana.Page.Keyboard.PressAsync("Enter");
        await Expect(ana.Thread.Locator(".card").First).ToContainTextAsync("Conversion of up-sells has fallen");
    }

    [Fact]
    public async Task The_author_edits_and_removes_a_message_and_nobody_else_can()
    {
        await using var ana = await house.VisitAsync("Ana Edit");
        await using var ben = await house.VisitAsync("Ben Edit");
        await ana.OpenRoomAsync("Edits");
        await ben.EnterAsync("Edits");
        await ana.SayAsync("First wording");
        var seen = ben.Room.Locator(".line", new() { HasText = "First wording" });
        await seen.HoverAsync();
        await seen.Locator("summary").ClickAsync();
        await Expect(seen.GetByRole(AriaRole.Menuitem, new() { Name = "Edit message" })).ToHaveCountAsync(0);

        await ana.Room.Locator(".line").HoverAsync();
        await ana.Room.Locator(".line summary").ClickAsync();
        await ana.Room.GetByRole(AriaRole.Menuitem, new() { Name = "Edit message" }).ClickAsync();
        await ana.Room.GetByLabel("Edit your message").FillAsync("Second wording");
        await ana.Room.GetByRole(AriaRole.Button, new() { Name = "Save changes" }).ClickAsync();
        await Expect(ben.Room.Locator(".line-text")).ToHaveTextAsync("Second wording (edited)");

        await ana.Room.Locator(".line").HoverAsync();
        await ana.Room.Locator(".line summary").ClickAsync();
        await ana.Room.GetByRole(AriaRole.Menuitem, new() { Name = "Remove message" }).ClickAsync();
        await ana.Page.GetByRole(AriaRole.Dialog).Locator("fluent-button", new() { HasText = "Remove message" }).ClickAsync();
        await Expect(ben.Room.Locator(".line-gone")).ToHaveTextAsync("Ana Edit removed this message.");
    }

    [Fact]
    public async Task A_message_that_is_too_long_is_refused_with_a_sentence_and_stays()
    {
        await using var ana = await house.VisitAsync("Ana Long");
        await ana.OpenRoomAsync("Long");
        var text = new string('x', 4_001);
        await ana.RoomBox.FillAsync(text);
        await ana.RoomBox.PressAsync("Enter");
        await Expect(ana.Room.GetByRole(AriaRole.Alert).First).ToContainTextAsync("at most 4,000 characters; this one has 4,001");
        await Expect(ana.RoomBox).ToHaveValueAsync(text);
    }
}
