using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace OutcomeBot.Doors.Tests.Teams;

/// <summary>Who is let in: real tokens of a made issuer, each wrong in one thing.</summary>
public sealed class TeamsGateTests
{
    private static readonly Dictionary<string, Action<SecurityTokenDescriptor, DateTimeOffset>> s_wrong = new()
    {
        ["expired"] = (token, now) => (token.NotBefore, token.Expires) = (now.UtcDateTime.AddHours(-2), now.UtcDateTime.AddMinutes(-6)),
        ["not yet valid"] = (token, now) => token.NotBefore = now.UtcDateTime.AddMinutes(6),
        ["without an end"] = (token, _) => token.Expires = null,
        ["another audience"] = (token, _) => token.Audience = "44444444-4444-4444-8444-444444444444",
        ["the audience as an address"] = (token, _) => token.Audience = "api://" + TestIssuer.ClientId,
        ["another issuer"] = (token, _) => token.Issuer = "https://api.botframework.us",
        ["the emulator's issuer"] = (token, _) => token.Issuer = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
        ["another service address"] = (token, _) => token.Claims["serviceurl"] = "https://smba.trafficmanager.net/teams/",
        ["no service address"] = (token, _) => token.Claims.Remove("serviceurl"),
        ["signed by another key under the same name"] = (token, _) => token.SigningCredentials = new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "first" }, SecurityAlgorithms.RsaSha256),
        ["signed by a key that nobody knows"] = (token, _) => token.SigningCredentials = new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "stranger" }, SecurityAlgorithms.RsaSha256),
        ["without a key's name"] = (token, _) => token.SigningCredentials = new(new RsaSecurityKey(RSA.Create(2048)), SecurityAlgorithms.RsaSha256),
        ["algorithm none"] = (token, _) => token.SigningCredentials = null,
        ["HS256"] = (token, _) => token.SigningCredentials = new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(TestIssuer.ClientId + TestIssuer.ClientId)) { KeyId = "first" }, SecurityAlgorithms.HmacSha256),
        ["PS256"] = (token, _) => token.SigningCredentials = new(((RsaSecurityKey)token.SigningCredentials.Key), SecurityAlgorithms.RsaSsaPssSha256),
    };

    public static TheoryData<string> Wrong => [.. s_wrong.Keys];

    [Fact]
    public async Task A_token_of_Microsofts_for_this_bot_is_let_in()
    {
        await using var teams = await TeamsHost.StartAsync();
        using var answer = await teams.SendAsync(teams.Activity());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
        Assert.Single(teams.Inbox.Taken);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-4)]
    public async Task Clocks_may_differ_by_five_minutes(int minutes)
    {
        await using var teams = await TeamsHost.StartAsync();
        var now = teams.Time.GetUtcNow().UtcDateTime;
        using var answer = await teams.SendAsync(teams.Activity(), teams.Token(token => (token.NotBefore, token.Expires) = minutes > 0 ? (now.AddMinutes(minutes), now.AddHours(1)) : (now.AddHours(-1), now.AddMinutes(minutes))));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_token_that_is_wrong_in_anything_is_a_401_that_tells_nothing(string what)
    {
        await using var teams = await TeamsHost.StartAsync();
        var token = teams.Token(descriptor => s_wrong[what](descriptor, teams.Time.GetUtcNow()));
        using var answer = await teams.SendAsync(teams.Activity(), token);

        await RefusedAsync(teams, answer);
        Assert.DoesNotContain(token, teams.Log.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic dGVzdDp0ZXN0")]
    [InlineData("Bearer")]
    [InlineData("Bearer not.a.token")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.e30.")]
    public async Task No_token_or_no_real_one_is_a_401(string? authorization)
    {
        await using var teams = await TeamsHost.StartAsync();
        using var answer = await teams.SendAsync(teams.Activity().ToJsonString(), authorization);

        await RefusedAsync(teams, answer);
    }

    [Fact]
    public async Task The_playgrounds_header_opens_nothing()
    {
        await using var teams = await TeamsHost.StartAsync();
        using var answer = await teams.SendAsync(teams.Activity().ToJsonString(), null, "x-ms-agents-playground");

        await RefusedAsync(teams, answer);
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData("")]
    public async Task A_key_that_may_not_speak_for_Teams_is_not_heard(string endorsement)
    {
        await using var teams = await TeamsHost.StartAsync();
        teams.Issuer.Roll("other", endorsement);
        using var answer = await teams.SendAsync(teams.Activity());

        await RefusedAsync(teams, answer);
    }

    [Fact]
    public async Task Another_tenant_a_missing_one_or_two_that_differ_are_not_let_in()
    {
        await using var teams = await TeamsHost.StartAsync();
        Action<System.Text.Json.Nodes.JsonObject>[] strangers =
        [
            activity => (activity["conversation"]!["tenantId"], activity["channelData"]!["tenant"]!["id"]) = ("another", "another"),
            activity => activity["channelData"]!["tenant"]!["id"] = "another",
            activity => activity["conversation"]!["tenantId"] = "another",
            activity => (activity["channelData"], activity["conversation"]!["tenantId"]) = (null, null),
        ];
        foreach (var stranger in strangers)
        {
            using var answer = await teams.SendAsync(teams.Activity(stranger));
            await RefusedAsync(teams, answer);
        }
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams/", true)]
    [InlineData("https://SMBA.trafficmanager.net/emea/", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc/", true)]
    [InlineData("https://evil.trafficmanager.net/teams/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://user@smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net:8443/", false)]
    [InlineData("http://smba.trafficmanager.net/", false)]
    [InlineData("http://169.254.169.254/latest/meta-data/", false)]
    [InlineData("http://[::1]:80/", false)]
    [InlineData("not an address", false)]
    public async Task Replies_may_go_to_Microsofts_hosts_only(string serviceUrl, bool isAllowed)
    {
        await using var teams = await TeamsHost.StartAsync();
        using var answer = await teams.SendAsync(teams.Activity(activity => activity["serviceUrl"] = serviceUrl), teams.Token(token => token.Claims["serviceurl"] = serviceUrl));

        Assert.Equal(isAllowed ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_new_key_is_fetched_at_its_first_use_and_no_request_fails_by_it()
    {
        await using var teams = await TeamsHost.StartAsync();
        (await teams.SendAsync(teams.Activity())).Dispose();
        teams.Issuer.Roll("second");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => teams.SendAsync(teams.Activity(activity => activity["id"] = $"17600000001{number}"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(2, teams.Issuer.KeyReads);
    }

    [Fact]
    public async Task Keys_that_nobody_has_do_not_make_the_bot_ask_again_and_again()
    {
        await using var teams = await TeamsHost.StartAsync();
        for (var number = 0; number < 5; number++)
        {
            var token = teams.Token(descriptor => descriptor.SigningCredentials = new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "made up " + number }, SecurityAlgorithms.RsaSha256));
            using var answer = await teams.SendAsync(teams.Activity(), token);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        Assert.InRange(teams.Issuer.KeyReads, 1, 2);
    }

    private static async Task RefusedAsync(TeamsHost teams, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
        Assert.Empty(answer.Headers.WwwAuthenticate);
        Assert.Empty(teams.Inbox.Taken);
    }
}
