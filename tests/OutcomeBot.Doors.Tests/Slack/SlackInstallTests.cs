using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>The way to Slack and back by which a workspace installs the bot.</summary>
public sealed class SlackInstallTests
{
    [Fact]
    public async Task The_way_leads_to_Slack_with_the_rights_a_state_and_a_cookie_of_this_browser()
    {
        await using var slack = await SlackHost.StartForManyAsync();

        using var answer = await slack.GetAsync("/slack/install");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"{slack.Api.Origin}/oauth/v2/authorize", answer.Headers.Location!.GetLeftPart(UriPartial.Path));
        var query = QueryHelpers.ParseQuery(answer.Headers.Location.Query);
        Assert.Equal((SlackHost.ClientId, "https://bot.example.com/slack/oauth"), (query["client_id"].Single(), query["redirect_uri"].Single()));
        Assert.Contains("chat:write", query["scope"].Single()!.Split(','));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.All(["httponly", "secure", "samesite=lax", "path=/slack", "max-age=600"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(cookie.Split('=', ';')[1], query["state"].Single(), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_workspace_is_installed_by_the_code_that_comes_back_and_its_token_signs_its_calls()
    {
        await using var slack = await SlackHost.StartForManyAsync();

        var page = await slack.InstallAsync("T1", "xoxb-one");

        Assert.Contains("OutcomeBot is installed in Team T1", page, StringComparison.Ordinal);
        Assert.Contains("https://slack.com/app_redirect?app=A0STORY&amp;team=T1", page, StringComparison.Ordinal);
        var asked = Assert.Single(slack.Api.Of("oauth.v2.access"));
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{SlackHost.ClientId}:{SlackHost.ClientSecret}")), asked.Authorization);
        Assert.Equal(("a-code", "https://bot.example.com/slack/oauth", null), (asked.Field("code"), asked.Field("redirect_uri"), asked.Field("client_secret")));
        Assert.IsType<Done>(await slack.PostAsync("T1"));
        Assert.Equal("Bearer xoxb-one", slack.Api.Of("chat.postMessage")[0].Authorization);
        Assert.DoesNotContain("xoxb-one", slack.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain(SlackHost.ClientSecret, slack.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("xoxb", string.Concat(slack.Kept.Addresses.All), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_way_back_without_a_state_installs_nothing_and_leads_through_our_own_page()
    {
        await using var slack = await SlackHost.StartForManyAsync();

        using var answer = await slack.GetAsync("/slack/oauth?code=a-code");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("nothing has been installed yet", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://bot.example.com/slack/install\"", page, StringComparison.Ordinal);
        Assert.Empty(slack.Api.Calls);
    }

    [Fact]
    public async Task A_state_is_taken_once_in_time_and_in_its_own_browser_only()
    {
        await using var slack = await SlackHost.StartForManyAsync();
        var (mine, others) = (await slack.BeginAsync(), await slack.BeginAsync());
        slack.Api.Answers("oauth.v2.access", SlackHost.Granted("T1", "xoxb-one"));

        Assert.Equal(HttpStatusCode.BadRequest, await BackAsync(slack, mine.State, cookie: null));
        Assert.Equal(HttpStatusCode.BadRequest, await BackAsync(slack, mine.State, others.Cookie));
        Assert.Equal(HttpStatusCode.BadRequest, await BackAsync(slack, mine.State + "x", mine.Cookie));
        Assert.Equal(HttpStatusCode.BadRequest, await BackAsync(slack, "made-up", mine.Cookie));
        Assert.Empty(slack.Api.Calls);
        Assert.Equal(HttpStatusCode.OK, await BackAsync(slack, mine.State, mine.Cookie));
        Assert.Equal(HttpStatusCode.BadRequest, await BackAsync(slack, mine.State, mine.Cookie));
        slack.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.BadRequest, await BackAsync(slack, others.State, others.Cookie));
        Assert.Single(slack.Api.Of("oauth.v2.access"));
    }

    [Theory]
    [InlineData("access_denied", "You pressed Cancel")]
    [InlineData("<script>alert(1)</script>", "reason is unknown")]
    [InlineData("invalid_scope", "reason is invalid_scope")]
    public async Task A_no_from_Slack_is_told_in_a_sentence(string error, string sentence)
    {
        await using var slack = await SlackHost.StartForManyAsync();

        using var answer = await slack.GetAsync($"/slack/oauth?error={Uri.EscapeDataString(error)}&state=s");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Empty(slack.Api.Calls);
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"code_already_used"}""", "This link was used already")]
    [InlineData("""{"ok":false,"error":"invalid_client_id"}""", "compare Slack:ClientId")]
    [InlineData("""{"ok":true,"access_token":"xoxp-1","token_type":"user","team":{"id":"T1"},"bot_user_id":"U1"}""", "no bot token in the answer")]
    [InlineData("""{"ok":true,"access_token":"xoxb-1","token_type":"bot","team":null,"bot_user_id":"U1"}""", "Slack gave no installation")]
    [InlineData("<html>", "answer")]
    public async Task What_Slack_gives_for_the_code_is_not_trusted(string answer, string sentence)
    {
        await using var slack = await SlackHost.StartForManyAsync();
        slack.Api.Answers("oauth.v2.access", answer);
        var begun = await slack.BeginAsync();

        using var back = await slack.GetAsync($"/slack/oauth?code=a-code&state={Uri.EscapeDataString(begun.State)}", begun.Cookie);

        Assert.Equal(HttpStatusCode.BadGateway, back.StatusCode);
        Assert.Contains(sentence, await back.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(slack.Kept.Addresses.All);
    }

    [Fact]
    public async Task Names_are_shown_as_they_are_and_never_as_markup()
    {
        await using var slack = await SlackHost.StartForManyAsync();

        var page = await slack.InstallAsync("T1", "xoxb-one", name: "<img src=x onerror=alert(1)>");

        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_tries_too_often_waits()
    {
        await using var slack = await SlackHost.StartForManyAsync();
        for (var n = 0; n < 30; n++) (await slack.GetAsync("/slack/oauth")).Dispose();

        using var answer = await slack.GetAsync("/slack/oauth");

        Assert.Equal((HttpStatusCode.TooManyRequests, "60"), (answer.StatusCode, answer.Headers.GetValues("Retry-After").Single()));
    }

    [Theory]
    [InlineData("/slack/install")]
    [InlineData("/slack/oauth?code=c&state=s")]
    public async Task Without_a_client_there_is_nothing_to_install(string path)
    {
        await using var slack = await SlackHost.StartAsync();
        using var answer = await slack.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<HttpStatusCode> BackAsync(SlackHost slack, string state, string? cookie)
    {
        using var answer = await slack.GetAsync($"/slack/oauth?code=a-code&state={Uri.EscapeDataString(state)}", cookie);
        return answer.StatusCode;
    }
}
