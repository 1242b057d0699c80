using System.IO.Pipelines;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OutcomeBot.Slack;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

public sealed class SlackGateTests
{
    /// <summary>Published with Slack's own SDKs (python-slack-sdk, tests/slack_sdk/signature).</summary>
    private const string Body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    private const string Published = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private const long Stamp = 1531420618;

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    [InlineData(86_400, false)]
    public async Task The_published_signature_is_admitted_for_five_minutes_both_ways(long secondsLater, bool isAdmitted) =>
        Assert.Equal(isAdmitted, await AdmitsAsync(Body, Stamp.ToString(System.Globalization.CultureInfo.InvariantCulture), Published, secondsLater));

    [Theory]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b504")]
    [InlineData("v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=zz114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Any_other_signature_is_not(string? signature) =>
        Assert.False(await AdmitsAsync(Body, "1531420618", signature, 0));

    [Theory]
    [InlineData(" 1531420618")]
    [InlineData("+1531420618")]
    [InlineData("1531420618.0")]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    [InlineData("soon")]
    [InlineData(null)]
    public async Task A_time_stamp_that_is_no_number_is_not_admitted(string? stamp) =>
        Assert.False(await AdmitsAsync(Body, stamp, Published, 0));

    [Fact]
    public async Task One_changed_byte_is_not_admitted() =>
        Assert.False(await AdmitsAsync(Body.Replace("roadrunner", "roadrunneR", StringComparison.Ordinal), "1531420618", Published, 0));

    [Theory]
    [InlineData("/slack/commands")]
    [InlineData("/slack/interactions")]
    [InlineData("/slack/events")]
    public async Task Without_a_signature_an_address_says_401_and_nothing_else(string path)
    {
        await using var slack = await SlackHost.StartAsync();
        using var answer = await slack.SendSignedAsync(path, Encoding.UTF8.GetBytes("""{"type":"url_verification","challenge":"secret-word"}"""), null, null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
        Assert.Empty(slack.Inbox.Taken);
        Assert.DoesNotContain(SlackHost.Secret, slack.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_over_a_mebibyte_is_refused_before_it_is_read()
    {
        await using var slack = await SlackHost.StartAsync();
        using var answer = await slack.SendAsync("/slack/commands", "text=" + new string('x', 1024 * 1024));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_of_200_kilobytes_in_many_pieces_is_read_whole()
    {
        await using var slack = await SlackHost.StartAsync();
        using var answer = await slack.SendAsync("/slack/commands", "team_id=T1&channel_id=C1&user_id=U1&user_name=ana&trigger_id=1.2.3&text=why+" + new string('x', 200_000));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(200_000, Assert.IsType<Core.Chat.Said>(Assert.Single(slack.Inbox.Taken)).Text.Length);
    }

    private static async Task<bool> AdmitsAsync(string body, string? stamp, string? signature, long secondsLater)
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(Stamp + secondsLater));
        var gate = new SlackGate(Options.Create(new SlackOptions { SigningSecret = "8f742231b10e8888abcd99yyyzzz85a5", BotToken = "xoxb-1" }), time);
        using var read = await SlackBody.ReadAsync(PipeReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(body))), null, CancellationToken.None);
        var headers = new HeaderDictionary();
        if (stamp is not null) headers["X-Slack-Request-Timestamp"] = stamp;
        if (signature is not null) headers["X-Slack-Signature"] = signature;
        return gate.Admits(headers, read!);
    }
}
