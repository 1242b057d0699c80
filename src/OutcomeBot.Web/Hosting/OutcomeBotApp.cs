using OutcomeBot.Core.Practices;
using OutcomeBot.Pictures;
using OutcomeBot.Runtime;
using OutcomeBot.Storage;
using OutcomeBot.Web.Api;
using OutcomeBot.Web.Dashboard;

namespace OutcomeBot.Web.Hosting;

/// <summary>The whole bot, put together: one line a room.</summary>
public static class OutcomeBotApp
{
    /// <summary>Builds it from the command line and the settings; nothing runs yet.</summary>
    public static WebApplication Build(string[] args, IReadOnlyList<Door> doors, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.UseOutcomeBotDefaults();
        builder.AddDevelopmentClock();
        builder.AddKeyRing();
        builder.Services.AddRuntime(Catalog.All);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddPictures();
        foreach (var door in doors) door.Add(builder.Services, builder.Configuration);
        builder.Services.AddMetricsApi();
        builder.Services.AddDashboard(builder.Configuration);
        builder.AddTelemetry();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseAcknowledgeMeter();
        app.MapHealth();
        foreach (var door in doors) door.Map(app);
        app.MapMetricsApi();
        app.MapDashboard();
        app.MapDevelopmentClock();
        app.RefuseOpenSettings();
        return app;
    }
}
