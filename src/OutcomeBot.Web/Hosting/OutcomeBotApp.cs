using OutcomeBot.Core.Practices;
using OutcomeBot.Pictures;
using OutcomeBot.Runtime;
using OutcomeBot.Slack;
using OutcomeBot.Storage;
using OutcomeBot.Teams;
using OutcomeBot.Web.Api;
using OutcomeBot.Web.LocalChat;

namespace OutcomeBot.Web.Hosting;

/// <summary>The whole bot, put together: one line a room.</summary>
public static class OutcomeBotApp
{
    /// <summary>Builds it from the command line and the settings; nothing runs yet.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.UseOutcomeBotDefaults();
        builder.AddDevelopmentClock();
        builder.AddKeyRing();
        builder.Services.AddRuntime(Catalog.All);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddPictures();
        builder.Services.AddSlack(builder.Configuration);
        builder.Services.AddTeams(builder.Configuration);
        builder.Services.AddLocalChat(builder.Configuration);
        builder.Services.AddMetricsApi();
        builder.AddTelemetry();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseAcknowledgeMeter();
        app.MapHealth();
        app.MapSlack();
        app.MapTeams();
        app.MapLocalChat();
        app.MapMetricsApi();
        app.MapDevelopmentClock();
        app.RefuseOpenSettings();
        return app;
    }
}
