using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.House.Tests.Runtime;

public sealed class TurnTests
{
    [Fact]
    public async Task A_turn_is_saved_before_it_is_answered_and_its_card_is_shown()
    {
        await using var loop = await Loop.StartAsync();
        await loop.SayAsync("3");
        Assert.Equal([3], loop.Sums);
        await loop.Platform.ArriveAsync();
        Assert.Equal("Tally\n3", CardText.Of(loop.Platform.Letters.Single().Letter.Card!));
    }

    [Fact]
    public async Task A_repeated_delivery_changes_nothing()
    {
        await using var loop = await Loop.StartAsync();
        await loop.SayAsync("3", delivery: "once");
        await loop.SayAsync("3", delivery: "once");
        Assert.Equal([3], loop.Sums);
    }

    [Fact]
    public async Task A_repeated_delivery_is_known_after_a_restart()
    {
        var journal = new MemoryJournal();
        await using (var loop = await Loop.StartAsync(journal)) await loop.SayAsync("3", delivery: "once");
        await using var again = await Loop.StartAsync(journal);
        await again.SayAsync("3", delivery: "once");
        Assert.Single(journal.Turns);
    }

    [Fact]
    public async Task When_another_machine_was_faster_the_turn_is_decided_again()
    {
        await using var loop = await Loop.StartAsync();
        loop.Journal.Clashes = 3;
        await loop.SayAsync("3");
        Assert.Equal([3], loop.Sums);
    }

    [Fact]
    public async Task Forty_people_in_one_thread_at_once_lose_nothing()
    {
        await using var loop = await Loop.StartAsync();
        await loop.SayAsync("0");
        await loop.Platform.ArriveAsync();
        var thread = loop.Platform.Letters.Single().Letter.Parcel.Subject;
        await Task.WhenAll(Enumerable.Range(1, 40).Select(n => Task.Run(() => loop.HearAsync($"{n}", "m1"))));
        Assert.Equal(820, ((TallyState)(await loop.Journal.OpenAsync(thread, CancellationToken.None))!.State).Sum);
    }

    [Fact]
    public async Task Lines_of_one_thread_are_taken_in_the_order_they_came()
    {
        await using var loop = await Loop.StartAsync();
        await loop.SayAsync("0");
        await loop.Platform.ArriveAsync();
        await Task.WhenAll(Enumerable.Range(1, 100).Select(n => loop.HearAsync($"{n}", "m1")));
        Assert.Equal(Enumerable.Range(0, 101), ((TallyState)loop.Journal.Turns[^1].After.State).Numbers);
    }

    [Fact]
    public async Task A_line_in_a_thread_that_is_nobodys_changes_nothing()
    {
        await using var loop = await Loop.StartAsync();
        var answer = await loop.HearAsync("4", "somebody-elses");
        Assert.Empty(answer.Replies);
        Assert.Empty(loop.Journal.Turns);
    }

    [Fact]
    public async Task An_answer_that_comes_before_we_hear_that_the_card_was_posted_is_not_lost()
    {
        var gate = new TaskCompletionSource();
        await using var loop = await Loop.StartAsync();
        loop.Platform.Fate = async _ =>
        {
            await gate.Task;
            return null;
        };
        await loop.SayAsync("1");
        var heard = loop.HearAsync("4", "m1");
        gate.SetResult();
        while (!heard.IsCompleted)
        {
            loop.Time.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Delay(1);
        }

        Assert.Equal([5], loop.Sums);
    }

    [Fact]
    public async Task A_command_that_begins_a_thread_of_its_own_waits_for_no_card_on_its_way()
    {
        var gate = new TaskCompletionSource();
        await using var loop = await Loop.StartAsync();
        loop.Platform.Fate = async _ =>
        {
            await gate.Task;
            return null;
        };
        await loop.SayAsync("1");

        // Time stands still here: who waits for a card waits for ever.
        await loop.TakeAsync(fresh => new Said("tally", "2", "t2") { Delivery = fresh, Place = new Place(Loop.Tenant, "general", "t2"), By = Loop.Ana, At = loop.Now }).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal([1, 2], loop.Sums);
        gate.SetResult();
    }

    [Fact]
    public async Task What_a_practice_does_not_take_goes_to_the_desk()
    {
        await using var loop = await Loop.StartAsync();
        await loop.SayAsync("0");
        await loop.Platform.ArriveAsync();
        await loop.HearAsync("not mine", "m1");
        await loop.Platform.ArriveAsync();
        Assert.IsType<Whisper>(loop.Platform.Letters.Last().Letter.Parcel.Reply);
    }

    [Fact]
    public async Task A_form_goes_to_the_open_door_and_changes_nothing()
    {
        await using var loop = await Loop.StartAsync();
        var answer = await loop.SayAsync("form", door: OpenDoor.Form);
        Assert.IsType<Ask>(Assert.Single(answer.Replies));
        Assert.Empty(loop.Journal.Turns);
    }

    [Fact]
    public async Task A_bug_in_a_turn_is_said_to_the_person_and_logged_without_what_was_typed()
    {
        await using var loop = await Loop.StartAsync();
        var answer = await loop.SayAsync("break", door: OpenDoor.Whisper);
        Assert.Contains("try again", CardText.Of(Assert.IsType<Whisper>(Assert.Single(answer.Replies)).Card), StringComparison.Ordinal);
        Assert.Contains(loop.Log.Lines, line => line.Contains("A turn failed: Said in test:home.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_handed_over_arrives_once_at_the_other_practice()
    {
        await using var loop = await Loop.StartAsync();
        await loop.SayAsync("hand");
        await loop.Platform.ArriveAsync();
        Assert.Equal([0, 7], loop.Sums);
    }

    [Fact]
    public async Task A_reminder_wakes_its_page_when_it_is_due_and_only_once_however_often_we_start()
    {
        var journal = new MemoryJournal();
        await using (var loop = await Loop.StartAsync(journal))
        {
            await loop.SayAsync("remind");
            while (loop.Sums is not [1000]) await loop.Platform.ArriveAsync();
        }

        await using var again = await Loop.StartAsync(journal);
        await again.SayAsync("5", "elsewhere", delivery: "another");
        await again.Platform.ArriveAsync();
        Assert.Equal([1000, 5], again.Sums);
    }

    [Fact]
    public async Task A_reminder_rings_at_the_tick_after_the_clock_is_set_past_its_time()
    {
        await using var loop = await Loop.StartAsync();
        await loop.SayAsync("remind tomorrow");
        await loop.Platform.ArriveAsync();
        Assert.Equal([0], loop.Sums);
        loop.Time.Advance(TimeSpan.FromDays(1));
        await loop.Platform.ArriveAsync();
        Assert.Equal([1000], loop.Sums);
    }

    [Fact]
    public async Task A_reminder_whose_turn_could_not_be_saved_rings_again_until_it_can()
    {
        await using var loop = await Loop.StartAsync();
        await loop.SayAsync("remind tomorrow");
        await loop.Platform.ArriveAsync();
        loop.Journal.Failures = 2;
        loop.Time.Advance(TimeSpan.FromDays(1));
        while (loop.Journal.Failures > 0 || loop.Sums is not [1000])
        {
            loop.Time.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(20);
        }

        Assert.Contains(loop.Log.Lines, line => line.Contains("The disk is full.", StringComparison.Ordinal));
    }
}
