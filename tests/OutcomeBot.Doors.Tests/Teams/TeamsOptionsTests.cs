using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using OutcomeBot.Core.Chat;
using OutcomeBot.Teams;
using Xunit;

namespace OutcomeBot.Doors.Tests.Teams;

public sealed class TeamsOptionsTests
{
    private static readonly (string, string?)[] s_registered = [("Teams:ClientId", "c"), ("Teams:ClientSecret", "s"), ("Teams:TenantId", "t")];

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Without_settings_the_address_answers_404_and_no_platform_is_there(string method)
    {
        await using var teams = await TeamsHost.StartAsync([]);
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/messages");
        using var answer = await teams.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Throws<InvalidOperationException>(() => teams.Platform);
    }

    [Theory]
    [InlineData("Production", "Teams:ClientSecret", null, "Teams:ClientSecret is missing")]
    [InlineData("Production", "Teams:ClientId", null, "Teams:ClientId is missing")]
    [InlineData("Production", "Teams:TenantId", null, "Teams:TenantId is missing")]
    [InlineData("Production", "Teams:OpenIdMetadataUrl", "http://127.0.0.1:1/metadata", "Teams:OpenIdMetadataUrl is not https")]
    [InlineData("Production", "Teams:OpenIdMetadataUrl", "https://login.example.com/metadata", "Teams:OpenIdMetadataUrl is not on a host of Microsoft's sign-in")]
    [InlineData("Production", "Teams:TokenUrl", "nowhere", "Teams:TokenUrl is not a web address")]
    [InlineData("Development", "Teams:TokenUrl", "http://login.example.com/token", "Teams:TokenUrl is not https")]
    [InlineData("Production", "Teams:AllowedServiceHosts", "smba.example.com,127.0.0.1", "Teams:AllowedServiceHosts names 127.0.0.1, which is this machine")]
    [InlineData("Development", "Teams:AllowedServiceHosts", "https://smba.example.com/", "Teams:AllowedServiceHosts names https://smba.example.com/, which is no host name")]
    [InlineData("Production", "Teams:PublicUrl", "http://bot.example.com/", "Teams:PublicUrl is not a public web address")]
    [InlineData("Production", "Teams:AllowUnauthenticatedLoopback", "true", "accepted in the Development environment only")]
    [InlineData("Development", "Teams:AllowUnauthenticatedLoopback", "true", "not accepted together with Teams:ClientId or Teams:ClientSecret")]
    public async Task Wrong_settings_stop_the_start_with_a_sentence_that_names_the_key(string environment, string key, string? value, string sentence)
    {
        var settings = s_registered.ToDictionary(setting => setting.Item1, setting => setting.Item2);
        settings[key] = value;
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => TeamsHost.StartAsync(settings, environment));

        Assert.Contains(sentence, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TeamsCloudName.Public, 0)]
    [InlineData(TeamsCloudName.Gcc, 1)]
    [InlineData(TeamsCloudName.China, 1)]
    public void Targeted_messages_are_for_the_cloud_that_is_known_to_hide_them(TeamsCloudName cloud, int wrongs)
    {
        var check = new TeamsOptionsCheck(new ConfigurationBuilder().Build(), new InDevelopment());
        var wrong = check.Validate(null, new TeamsOptions { TargetedMessages = true, Cloud = cloud });

        Assert.Equal(wrongs, wrong.Failures?.Count(sentence => sentence.StartsWith("Teams:TargetedMessages is on", StringComparison.Ordinal)) ?? 0);
    }

    [Theory]
    [InlineData("urls", "http://0.0.0.0:3978")]
    [InlineData("urls", "http://127.0.0.1:3978;http://*:3979")]
    [InlineData("http_ports", "3978")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://bot.example.com:3978")]
    public void An_open_door_stops_the_start_where_others_could_reach_it(string key, string value)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]).Build();
        var check = new TeamsOptionsCheck(settings, new InDevelopment());

        var wrong = check.Validate(null, new TeamsOptions { AllowUnauthenticatedLoopback = true });
        Assert.Contains(wrong.Failures ?? [], sentence => sentence.Contains("can be reached by others", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, null, HttpStatusCode.OK)]
    [InlineData("X-Forwarded-For", null, HttpStatusCode.Unauthorized)]
    [InlineData("Forwarded", null, HttpStatusCode.Unauthorized)]
    [InlineData(null, "https://smba.trafficmanager.net/teams/", HttpStatusCode.Unauthorized)]
    [InlineData(null, "http://evil.example/", HttpStatusCode.Unauthorized)]
    public async Task A_client_on_this_machine_is_let_in_when_the_settings_say_so(string? header, string? serviceUrl, HttpStatusCode status)
    {
        await using var teams = await TeamsHost.StartAsync(new() { ["Teams:AllowUnauthenticatedLoopback"] = "true" });
        using var answer = await teams.SendAsync(teams.Activity(activity => activity["serviceUrl"] = serviceUrl ?? teams.Connector.ServiceUrl).ToJsonString(), null, header);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Nothing_that_is_sent_to_this_machine_bears_a_token_when_there_is_none()
    {
        await using var teams = await TeamsHost.StartAsync(new() { ["Teams:AllowUnauthenticatedLoopback"] = "true" });
        teams.Inbox.Answering = incoming => Task.FromResult(new OutcomeBot.Runtime.Answer([new Whisper(incoming.Place, incoming.By, new Card("Hello"))]));
        (await teams.SendAsync(teams.Activity(activity => activity["conversation"]!["conversationType"] = "personal").ToJsonString(), null)).Dispose();

        await TeamsHost.UntilAsync(() => teams.Connector.Posts.Count == 1, "the note");
        Assert.All(teams.Connector.Calls, call => Assert.Null(call.Authorization));
        Assert.Empty(teams.Issuer.Asked);
    }

    [Theory]
    [InlineData(TeamsCloudName.Public, "t", "https://login.microsoftonline.com/t/oauth2/v2.0/token", "https://login.botframework.com/v1/.well-known/openidconfiguration")]
    [InlineData(TeamsCloudName.Gcc, null, "https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token", "https://login.botframework.com/v1/.well-known/openidconfiguration")]
    [InlineData(TeamsCloudName.UsGovernment, "t", "https://login.microsoftonline.us/t/oauth2/v2.0/token", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration")]
    [InlineData(TeamsCloudName.Dod, null, "https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us/oauth2/v2.0/token", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration")]
    [InlineData(TeamsCloudName.China, "t", "https://login.partner.microsoftonline.cn/t/oauth2/v2.0/token", "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration")]
    public void Each_cloud_has_its_own_addresses(TeamsCloudName cloud, string? tenant, string token, string metadata)
    {
        var options = new TeamsOptions { Cloud = cloud, TenantId = tenant };

        Assert.Equal((token, metadata), (options.Token.ToString(), options.Metadata.ToString()));
    }
}

/// <summary>The Development environment.</summary>
internal sealed class InDevelopment : Microsoft.Extensions.Hosting.IHostEnvironment
{
    public string EnvironmentName { get; set; } = "Development";

    public string ApplicationName { get; set; } = "";

    public string ContentRootPath { get; set; } = "";

    public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
}
