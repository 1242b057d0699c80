using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.House.Tests.Runtime;

public sealed class OutboxTests
{
    [Fact]
    public async Task Many_changes_while_a_card_is_being_sent_make_one_more_update_with_all_of_them()
    {
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var loop = await Loop.StartAsync();
        loop.Platform.Fate = async _ =>
        {
            begun.TrySetResult();
            await gate.Task;
            return null;
        };
        await loop.SayAsync("1");
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(20));
        var press = loop.Journal.Turns[0].After.Subject.Press("more");
        for (var n = 0; n < 12; n++) await loop.PressAsync(press);
        gate.SetResult();
        await loop.Platform.ArriveAsync(2);
        Assert.Equal("Tally\n13", CardText.Of(loop.Platform.Letters.Last().Letter.Card!));
        Assert.Equal(2, loop.Platform.Letters.Count);
    }

    [Fact]
    public async Task A_card_is_posted_once_and_changed_in_place_from_then_on()
    {
        await using var loop = await Loop.StartAsync();
        await loop.SayAsync("1");
        await loop.Platform.ArriveAsync();
        await MarkedAsync(loop, 1);
        await loop.PressAsync(loop.Journal.Turns[0].After.Subject.Press("more"));
        await loop.Platform.ArriveAsync();
        Assert.Equal([null, "m1"], loop.Platform.Letters.Select(sent => sent.Letter.Message));
    }

    [Fact]
    public async Task New_messages_in_one_channel_keep_the_platforms_pace_and_other_channels_do_not_wait()
    {
        await using var loop = await Loop.StartAsync(prepare: loop => loop.Platform.ChannelPace = TimeSpan.FromSeconds(1));
        await loop.SayAsync("1", "one");
        await loop.SayAsync("2", "one");
        await loop.SayAsync("3", "two");
        await loop.Platform.ArriveAsync(2);
        Assert.Equal(["one", "two"], loop.Platform.Letters.Select(sent => sent.Letter.Place.Channel).Order());
        await AdvanceUntilAsync(loop, 3);
        Assert.True(loop.Platform.Letters.Last().At - loop.Platform.Letters.First().At >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_platform_that_says_wait_is_obeyed_and_nothing_is_lost()
    {
        var first = true;
        await using var loop = await Loop.StartAsync();
        loop.Platform.Fate = _ =>
        {
            var fate = first ? new Later(TimeSpan.FromSeconds(30), Reach.Channel, "rate limited") : null;
            first = false;
            return Task.FromResult<Sending?>(fate);
        };
        await loop.SayAsync("1");
        await loop.Platform.ArriveAsync();
        var asked = loop.Platform.Letters.Single().At;
        await AdvanceUntilAsync(loop, 2);
        Assert.True(loop.Platform.Letters.Last().At - asked >= TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task What_cannot_be_delivered_is_written_down_told_and_can_be_tried_again()
    {
        await using var loop = await Loop.StartAsync();
        loop.Platform.Fate = _ => Task.FromResult<Sending?>(new Never("I am not in #general. Invite me, then press Try again."));
        await loop.SayAsync("1");
        await loop.Platform.ArriveAsync();
        await UntilAsync(() => !loop.Platform.Told.IsEmpty);
        var stuck = Assert.Single(await loop.Journal.StuckAsync(Loop.Tenant, 10, CancellationToken.None));
        Assert.Contains("Invite me", stuck.Sentence, StringComparison.Ordinal);

        loop.Platform.Fate = _ => Task.FromResult<Sending?>(null);
        await loop.PressAsync(new Press("desk", null, "retry", stuck.Parcel));
        await loop.Platform.ArriveAsync();
        await UntilAsync(() => loop.Journal.Marks[^1] is Arrived);
        Assert.Empty(await loop.Journal.StuckAsync(Loop.Tenant, 10, CancellationToken.None));
    }

    [Fact]
    public async Task Another_tenant_cannot_have_a_stuck_parcel_sent()
    {
        await using var loop = await Loop.StartAsync();
        loop.Platform.Fate = _ => Task.FromResult<Sending?>(new Never("No."));
        await loop.SayAsync("1");
        await loop.Platform.ArriveAsync();
        await UntilAsync(() => !loop.Platform.Told.IsEmpty);
        Assert.Null(await loop.Journal.StuckParcelAsync(new Tenant("test:other"), loop.Journal.Turns[0].Parcels[0].Id, CancellationToken.None));
    }

    [Fact]
    public async Task What_waited_when_the_process_ended_goes_out_at_the_next_start()
    {
        var journal = new MemoryJournal();
        await using (var loop = await Loop.StartAsync(journal, loop => loop.Platform.Fate = Unreachable))
        {
            await loop.SayAsync("5");
            await loop.Platform.ArriveAsync();
        }

        await using var again = await Loop.StartAsync(journal);
        await again.Platform.ArriveAsync();
        var letter = again.Platform.Letters.Single().Letter;
        Assert.Equal("Tally\n5", CardText.Of(letter.Card!));
        Assert.True(letter.MayHaveArrived);
    }

    [Fact]
    public async Task A_platforms_own_limit_is_kept_for_the_whole_tenant()
    {
        await using var loop = await Loop.StartAsync(prepare: loop => loop.Platform.Limit = new RateLimit("chat", PerMinute: 60, Burst: 2));
        for (var n = 0; n < 4; n++) await loop.SayAsync("1", $"channel-{n}");
        await loop.Platform.ArriveAsync(2);
        await AdvanceUntilAsync(loop, 4);
        Assert.True(loop.Platform.Letters.Last().At - loop.Platform.Letters.First().At >= TimeSpan.FromSeconds(2));
    }

    private static Task<Sending?> Unreachable(Letter letter) =>
        Task.FromResult<Sending?>(new Later(TimeSpan.FromMinutes(5), Reach.Tenant, "unreachable"));

    private static Task MarkedAsync(Loop loop, int arrived) => UntilAsync(() => loop.Journal.Marks.ToArray().Count(mark => mark is Arrived) >= arrived);

    private static Task AdvanceUntilAsync(Loop loop, int letters) => UntilAsync(() =>
    {
        loop.Time.Advance(TimeSpan.FromMilliseconds(250));
        return loop.Platform.Letters.Count >= letters;
    });

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!isSo())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Delay(1);
        }
    }
}
