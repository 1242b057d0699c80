using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OutcomeBot.House.Tests.Architecture;
using OutcomeBot.Runtime;
using OutcomeBot.Slack;
using OutcomeBot.Storage;
using OutcomeBot.Teams;
using OutcomeBot.Web.LocalChat;

namespace OutcomeBot.House.Tests;

public sealed class SampleSettingsTests
{
    private static readonly IConfiguration s_sample =
        new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "appsettings.sample.json")).Build();

    [Fact]
    public void The_sample_binds_and_validates()
    {
        using var services = new ServiceCollection()
            .AddSingleton(s_sample)
            .AddStorage(s_sample)
            .AddSlack(s_sample)
            .AddTeams(s_sample)
            .AddLocalChat(s_sample)
            .BuildServiceProvider();
        Assert.Equal("data/outcomebot.db", services.GetRequiredService<IOptions<LiteDbOptions>>().Value.Path);
        Assert.Equal("https://slack.com/api/", services.GetRequiredService<IOptions<SlackOptions>>().Value.ApiBaseUrl.ToString());
        Assert.False(services.GetRequiredService<IOptions<TeamsOptions>>().Value.IsOn);
        Assert.True(services.GetRequiredService<IOptions<LocalChatOptions>>().Value.Enabled);
    }

    [Theory]
    [InlineData("Slack", typeof(SlackOptions))]
    [InlineData("Teams", typeof(TeamsOptions))]
    [InlineData("Storage", typeof(StorageOptions))]
    [InlineData("Storage:LiteDb", typeof(LiteDbOptions))]
    [InlineData("LocalChat", typeof(LocalChatOptions))]
    [InlineData("Retention", typeof(RetentionOptions))]
    public void The_sample_names_every_setting_and_no_other(string section, Type options)
    {
        var settings = options.GetProperties().Where(property => property.SetMethod is { IsPublic: true }).Select(property => property.Name);
        var shown = s_sample.GetSection(section).GetChildren().Where(child => !child.GetChildren().Any()).Select(child => child.Key);
        Assert.Equal(settings.Order(), shown.Order());
    }

    [Fact]
    public void Every_default_is_the_one_that_the_sample_shows()
    {
        var bare = new ConfigurationBuilder().Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(bare).AddStorage(bare).AddSlack(bare).AddTeams(bare).AddLocalChat(bare).BuildServiceProvider();
        var storage = services.GetRequiredService<IOptions<LiteDbOptions>>().Value;
        Assert.Equal(s_sample["Storage:LiteDb:BackupPath"], storage.BackupPath);
        Assert.Equal(s_sample["Storage:LiteDb:BackupKeep"], $"{storage.BackupKeep}");
        Assert.Equal(s_sample["Storage:LiteDb:BackupEvery"], $"{storage.BackupEvery}");
        Assert.Equal(s_sample["Retention:AfterRemovalDays"], $"{new RetentionOptions().AfterRemovalDays}");
        Assert.Equal(s_sample["Teams:Cloud"], $"{services.GetRequiredService<IOptions<TeamsOptions>>().Value.Cloud}");
        Assert.Equal(s_sample["Slack:ApiBaseUrl"], $"{services.GetRequiredService<IOptions<SlackOptions>>().Value.ApiBaseUrl}");
        Assert.Equal(s_sample["Slack:SocketConnections"], $"{services.GetRequiredService<IOptions<SlackOptions>>().Value.SocketConnections}");
    }
}
