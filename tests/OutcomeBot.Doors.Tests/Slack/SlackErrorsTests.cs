using System.Text;
using OutcomeBot.Runtime;
using OutcomeBot.Slack;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

public sealed class SlackErrorsTests
{
    /// <summary>What an error means when a message is posted: a wait and its reach, or never and a part of the sentence.</summary>
    public static TheoryData<string, string> Meanings { get; } = new()
    {
        { "account_inactive", "Install it again" },
        { "cannot_dm_bot", "choose somebody else" },
        { "cant_update_message", "deleted or can't be changed" },
        { "channel_not_found", "/invite @OutcomeBot" },
        { "edit_window_closed", "deleted or can't be changed" },
        { "exchanged_trigger_id", "press the button or type the command again" },
        { "expired_trigger_id", "press the button or type the command again" },
        { "fatal_error", "later Channel 5" },
        { "hash_conflict", "later Channel 1" },
        { "internal_error", "later Channel 5" },
        { "invalid_arguments", "fault of mine" },
        { "invalid_auth", "Slack:BotToken" },
        { "invalid_blocks", "fault of mine" },
        { "invalid_trigger_id", "press the button or type the command again" },
        { "is_archived", "archived" },
        { "message_not_found", "deleted or can't be changed" },
        { "missing_scope", "reinstall" },
        { "msg_blocks_too_long", "fault of mine" },
        { "msg_too_long", "fault of mine" },
        { "not_in_channel", "/invite @OutcomeBot" },
        { "push_limit_reached", "Close one" },
        { "rate_limited", "later Channel 30" },
        { "restricted_action", "workspace admin" },
        { "restricted_action_thread_only_channel", "only one way of posting" },
        { "team_access_not_granted", "organisation admin" },
        { "token_expired", "Slack:BotToken" },
        { "token_revoked", "Install it again" },
        { "trigger_exchanged", "press the button or type the command again" },
        { "trigger_expired", "press the button or type the command again" },
        { "user_not_found", "Choose somebody else" },
        { "not_found", "Open it again" },
        { "something_of_the_future", "something_of_the_future" },
    };

    [Theory]
    [MemberData(nameof(Meanings))]
    public void Every_refusal_is_a_wait_or_a_sentence_with_what_to_do(string error, string meaning)
    {
        var sending = SlackErrors.Sending(SlackResult.Of(200, null, Encoding.UTF8.GetBytes($$"""{"ok":false,"error":"{{error}}"}""")), "chat.postMessage");

        Assert.Contains(meaning, Said(sending), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_sample_of_an_error_is_in_the_table()
    {
        var known = Meanings.Select(meaning => (string)meaning[0]).ToHashSet();
        foreach (var file in SlackSamplesTests.Files("api", "error.*.json"))
            Assert.Contains(System.Text.Json.JsonElement.Parse(File.ReadAllText(file)).GetProperty("error").GetString()!, known);
    }

    [Theory]
    [InlineData(429, "30", "chat.postMessage", "later Channel 30")]
    [InlineData(429, "30", "chat.update", "later Kind 30")]
    [InlineData(429, null, "chat.update", "later Kind 30")]
    [InlineData(429, "0", "chat.update", "later Kind 1")]
    [InlineData(429, "86400", "chat.update", "later Kind 3600")]
    [InlineData(503, null, "chat.update", "later Channel 5")]
    [InlineData(500, null, "chat.update", "later Channel 5")]
    [InlineData(302, null, "chat.update", "later Channel 5")]
    public void What_is_no_answer_of_the_API_is_tried_later(int status, string? retryAfter, string method, string meaning)
    {
        TimeSpan? wait = retryAfter is null ? null : TimeSpan.FromSeconds(int.Parse(retryAfter, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(meaning, Said(SlackErrors.Sending(SlackResult.Of(status, wait, "<html>upstream error</html>"u8), method)));
    }

    [Fact]
    public void No_connection_holds_up_the_whole_workspace() =>
        Assert.Equal("later Tenant 5", Said(SlackErrors.Sending(new SlackResult(SlackOutcome.Unreachable, "no_connection"), "chat.update")));

    internal static string Said(Sending sending) => sending switch
    {
        Later later => $"later {later.Reach} {later.Wait.TotalSeconds:0}",
        Never never => never.Sentence,
        _ => "done",
    };
}
