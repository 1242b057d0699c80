using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Doors.Tests.Teams;
using OutcomeBot.Runtime;
using OutcomeBot.Slack;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>Within the bot a channel keeps its first id; towards Slack it has its newest.</summary>
public sealed class SlackMovedChannelTests
{
    private static readonly Tenant s_tenant = new("slack:T1");
    private static readonly Person s_ana = new("U111", "Ana");
    private static readonly Card s_card = new("Why?", new Prose("Because."));

    [Fact]
    public async Task What_comes_from_a_channel_that_moved_comes_from_the_channel_that_the_bot_knows()
    {
        await using var slack = await SlackHost.StartAsync();
        await MoveAsync(slack, "G1", "C2");
        await slack.SendAsync("/slack/commands", SlackReaderTests.Command("why").Replace("channel_id=C1", "channel_id=C2", StringComparison.Ordinal));
        await slack.SendAsync("/slack/commands", SlackReaderTests.Command("why", "1.9"));

        Assert.Equal(["G1", "C1"], slack.Inbox.Taken.Select(incoming => incoming.Place.Channel));
    }

    [Fact]
    public async Task A_form_that_names_a_channel_that_moved_names_the_one_that_the_bot_knows_and_typed_text_stays_as_typed()
    {
        await using var slack = await SlackHost.StartAsync();
        await MoveAsync(slack, "G1", "C2");
        await slack.InteractAsync(SlackReaderTests.Submission("""{"tenant":"slack:T1","channel":"C2","thread":"1.5"}""", """{"channel":{"input":{"type":"conversations_select","selected_conversation":"C2"}},"cause":{"input":{"type":"plain_text_input","value":"C2"}}}"""));

        var filled = Assert.IsType<Filled>(Assert.Single(slack.Inbox.Taken));
        Assert.Equal(("G1", "G1", "C2"), (filled.Place.Channel, filled.Values.Text("channel"), filled.Values.Text("cause")));
    }

    [Fact]
    public async Task What_is_said_there_goes_to_the_channel_as_Slack_knows_it_now()
    {
        await using var slack = await SlackHost.StartAsync();
        await MoveAsync(slack, "G1", "C2");
        await MoveAsync(slack, "C2", "C3", "Ev2");
        var place = new Place(s_tenant, "G1", "1.5");
        await SendAsync(slack, place, new Post(place, s_card));
        await SendAsync(slack, place, new Whisper(place, s_ana, s_card));
        await SendAsync(slack, new Place(s_tenant, "C2"), new Post(new Place(s_tenant, "C2"), s_card));
        await SendAsync(slack, new Place(s_tenant, "G9"), new Post(new Place(s_tenant, "G9"), s_card));

        Assert.Equal(["C3", "C3", "G9"], slack.Api.Of("chat.postMessage").Select(call => call.Json.GetProperty("channel").GetString()));
        Assert.Equal("C3", Assert.Single(slack.Api.Of("chat.postEphemeral")).Json.GetProperty("channel").GetString());
    }

    [Fact]
    public async Task A_move_is_known_after_a_start_and_in_its_own_workspace_only()
    {
        var addresses = new MemoryAddresses();
        using (var before = new SlackMovedChannels(addresses)) await before.FollowAsync(new ChannelMoved(s_tenant, "G1", "C2"), CancellationToken.None);
        using var after = new SlackMovedChannels(addresses);

        Assert.Equal("C2", await after.NewestAsync(new Place(s_tenant, "G1"), CancellationToken.None));
        Assert.Equal("G1", await after.NewestAsync(new Place(new Tenant("slack:T2"), "G1"), CancellationToken.None));
    }

    [Fact]
    public async Task A_move_is_acknowledged_when_it_is_on_disk_and_not_before()
    {
        var (addresses, isBroken) = (new MemoryAddresses(), true);
        await using var slack = await SlackHost.StartWithSocketsAsync(adjust: services => services.AddSingleton<IAddressBook>(new Fragile(addresses, () => isBroken)));
        var socket = await slack.SocketAsync();
        await socket.SendAsync("e1", "events_api", Moved("G1", "C2"));
        await slack.StillWorksAsync(socket);
        Assert.Null(socket.Of("e1"));

        isBroken = false;
        await socket.SendAsync("e2", "events_api", Moved("G1", "C2"));
        await slack.AcknowledgedAsync(socket, "e2");
        Assert.Equal("G1 C2", await addresses.TextAsync(s_tenant, "moved-channels", CancellationToken.None));
    }

    [Fact]
    public void A_chain_of_moves_leads_to_its_ends_and_a_repeat_or_a_late_one_changes_nothing()
    {
        var moves = ChannelMoves.Read("G1 C2\nC2 C3\n\nnonsense").With("G1", "C2").With("C2", "C3").With("C3", "C3").With("C3", "G1");

        Assert.Equal("G1 C2\nC2 C3", moves.Text);
        Assert.All(["G1", "C2", "C3"], id => Assert.Equal(("G1", "C3"), (moves.First(id), moves.Newest(id))));
        Assert.Equal(("C9", "C9"), (moves.First("C9"), moves.Newest("C9")));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"type":"channel_id_changed"}""")]
    [InlineData("""{"type":"channel_id_changed","old_channel_id":"G1","new_channel_id":"C 2"}""")]
    [InlineData("""{"type":"channel_id_changed","old_channel_id":"G1\nG2","new_channel_id":"C2"}""")]
    public async Task A_move_without_two_ids_is_none(string inner)
    {
        await using var slack = await SlackHost.StartAsync();
        using var answer = await slack.SendAsync("/slack/events", SlackReaderTests.Event(inner));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await slack.SendAsync("/slack/commands", SlackReaderTests.Command("why").Replace("channel_id=C1", "channel_id=C2", StringComparison.Ordinal));

        Assert.Equal("C2", Assert.Single(slack.Inbox.Taken).Place.Channel);
    }

    private static string Moved(string from, string to, string id = "Ev1") =>
        SlackReaderTests.Event($$"""{"type":"channel_id_changed","old_channel_id":"{{from}}","new_channel_id":"{{to}}"}""", id);

    private static async Task MoveAsync(SlackHost slack, string from, string to, string id = "Ev1")
    {
        using var answer = await slack.SendAsync("/slack/events", Moved(from, to, id));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static Task<Sending> SendAsync(SlackHost slack, Place place, Reply reply) => slack.Platform.SendAsync(
        new Letter(new Parcel("why.3f9k2.1.0", new Subject(s_tenant, "why", "3f9k2"), place, reply, s_ana, null, slack.Now), null, null, place, MayHaveArrived: false), CancellationToken.None);

    /// <summary>A store that can't write now and then.</summary>
    private sealed class Fragile(IAddressBook book, Func<bool> isBroken) : IAddressBook
    {
        public ValueTask PutAsync(Tenant tenant, string name, string text, CancellationToken cancellationToken) =>
            isBroken() ? throw new IOException("The disk is full.") : book.PutAsync(tenant, name, text, cancellationToken);

        public ValueTask<string?> TextAsync(Tenant tenant, string name, CancellationToken cancellationToken) => book.TextAsync(tenant, name, cancellationToken);

        public ValueTask<System.Collections.Immutable.ImmutableArray<string>> TextsAsync(Tenant tenant, string? after, int take, CancellationToken cancellationToken) => book.TextsAsync(tenant, after, take, cancellationToken);

        public ValueTask<System.Collections.Immutable.ImmutableArray<Tenant>> TenantsAsync(string door, CancellationToken cancellationToken) => book.TenantsAsync(door, cancellationToken);
    }
}
