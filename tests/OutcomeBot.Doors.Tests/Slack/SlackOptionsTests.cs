using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using OutcomeBot.Slack;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

public sealed class SlackOptionsTests
{
    [Theory]
    [InlineData("/slack/commands")]
    [InlineData("/slack/interactions")]
    [InlineData("/slack/events")]
    public async Task Without_settings_the_addresses_answer_404_and_no_platform_is_there(string path)
    {
        await using var slack = await SlackHost.StartAsync([]);
        using var answer = await slack.SendSignedAsync(path, Encoding.UTF8.GetBytes("{}"), null, null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Throws<InvalidOperationException>(() => slack.Platform);
    }

    [Theory]
    [InlineData("Slack:SigningSecret", "s", "Slack:BotToken is missing")]
    [InlineData("Slack:BotToken", "xoxb-1", "Slack:SigningSecret is missing")]
    [InlineData("Slack:BotToken", "xoxb-1\n2", "Slack:BotToken holds characters")]
    [InlineData("Slack:BotToken", "xoxb-1", "set Slack:AppToken for Socket Mode")]
    [InlineData("Slack:AppToken", "xapp-1", "Slack:BotToken is missing although Slack:AppToken is set")]
    [InlineData("Slack:AppToken", "xoxb-1", "Slack:AppToken is no app-level token")]
    [InlineData("Slack:AppToken", "xapp-1 2", "Slack:AppToken is no app-level token")]
    [InlineData("Slack:SocketConnections", "0", "Slack:SocketConnections is 0")]
    [InlineData("Slack:SocketConnections", "11", "Slack allows an app 1 to 10 sockets")]
    [InlineData("Slack:ApiBaseUrl", "slack.com", "Slack:ApiBaseUrl is not a web address")]
    [InlineData("Slack:ApiBaseUrl", "ftp://slack.com/", "Slack:ApiBaseUrl is not a web address")]
    [InlineData("Slack:ApiBaseUrl", "http://slack.example.com/api/", "Slack:ApiBaseUrl would send the bot token over plain http")]
    [InlineData("Slack:ClientId", "1.2", "Slack:ClientSecret is missing although Slack:ClientId is set")]
    [InlineData("Slack:ClientSecret", "s", "Slack:ClientId is missing although Slack:ClientSecret is set")]
    [InlineData("Slack:ClientId", "1.2", "Slack:SigningSecret is missing although Slack:ClientId is set")]
    [InlineData("Slack:ClientId", "1.2", "Slack:PublicUrl is missing although Slack:ClientId is set")]
    [InlineData("Slack:ClientSecret", "a b", "Slack:ClientSecret holds characters that none has")]
    [InlineData("Slack:AllowedWorkspaces", "acme", "Slack:AllowedWorkspaces holds something that is no id")]
    [InlineData("Slack:AllowedWorkspaces", "T1;T2", "Slack:AllowedWorkspaces holds something that is no id")]
    [InlineData("Slack:AllowedWorkspaces", "T1, C1", "Slack:AllowedWorkspaces holds something that is no id")]
    [InlineData("Slack:AllowedWorkspaces", " , ", "Slack:AllowedWorkspaces holds something that is no id")]
    [InlineData("Slack:PublicUrl", "bot.example.com", "Slack:PublicUrl is not a public web address")]
    [InlineData("Slack:PublicUrl", "http://bot.example.com/", "Slack:PublicUrl is not a public web address")]
    public async Task Wrong_settings_stop_the_start_with_a_sentence_that_names_the_key(string key, string value, string sentence)
    {
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => SlackHost.StartAsync(new() { [key] = value }));

        Assert.Contains(sentence, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_address_without_its_last_slash_means_the_same() =>
        Assert.Equal("https://slack.com/api/chat.update", new Uri(new SlackOptions { ApiBaseUrl = "https://slack.com/api" }.ApiBase, "chat.update").ToString());
}
