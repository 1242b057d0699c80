using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OutcomeBot.Runtime;
using OutcomeBot.Slack.Sockets;

namespace OutcomeBot.Slack;

/// <summary>The Slack door, for the host.</summary>
public static class SlackServices
{
    /// <summary>Adds the door. Without Slack's settings only their check is added; too few of them stop the start.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(SlackOptions.Section);
        services.AddOptions<SlackOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SlackOptions>, SlackOptionsCheck>();
        if (section.Get<SlackOptions>() is not { IsOn: true } options) return services;
        AddDoor(services);
        if (options.TakesInstallations) AddInstall(services);
        if (options.TakesRequests) services.AddSingleton<SlackGate>().AddSingleton<SlackEndpoints>();
        if (options.OpensSockets) services.AddSlackSockets();
        return services;
    }

    /// <summary>Maps the addresses of the door; they answer 404 while it is closed, those for requests also while it is open by sockets alone.</summary>
    public static void MapSlack(this IEndpointRouteBuilder app)
    {
        var endpoints = app.ServiceProvider.GetService<SlackEndpoints>();
        Map("/slack/commands", endpoints is null ? Closed : endpoints.CommandAsync);
        Map("/slack/interactions", endpoints is null ? Closed : endpoints.InteractionAsync);
        Map("/slack/events", endpoints is null ? Closed : endpoints.EventAsync);

        var install = app.ServiceProvider.GetService<SlackInstallEndpoints>();
        app.MapGet("/" + SlackInstallEndpoints.InstallPath, install is null ? Closed : (RequestDelegate)install.InstallAsync);
        app.MapGet("/" + SlackInstallEndpoints.CallbackPath, install is null ? Closed : (RequestDelegate)install.CallbackAsync);

        void Map(string pattern, RequestDelegate answer) => app.MapPost(pattern, answer);
    }

    private static void AddDoor(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(SlackHttp.Name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // A redirect would carry the token to another host.
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),

                // Slack reads no trace of ours, and making one costs every call.
                ActivityHeadersPropagator = null,
            })
            .RemoveAllLoggers();
        services.AddDataProtection();
        services.AddSingleton<SlackHttp>().AddSingleton<SlackInstallationBook>().AddSingleton<SlackInstallations>().AddSingleton<SlackOAuth>().AddSingleton<SlackRotation>();
        services.AddSingleton<SlackStanding>().AddSingleton<SlackPresence>().AddSingleton<SlackAdmission>();
        services.AddSingleton<SlackClient>().AddSingleton<SlackIdentity>().AddSingleton<SlackPeople>().AddSingleton<SlackChannels>().AddSingleton<SlackMovedChannels>().AddSingleton<SlackClosedChannels>();
        services.AddSingleton<SlackReader>().AddSingleton<SlackFiles>().AddSingleton<SlackNotes>();
        services.AddSingleton<SlackAnswers>().AddSingleton<SlackHomes>().AddSingleton<SlackUnfurls>().AddSingleton<SlackRoad>().AddSingleton<SlackUploads>().AddSingleton<SlackPosts>().AddSingleton<SlackHistory>().AddSingleton<SlackSurfaces>();
        Forgets<SlackInstallations>(services);
        Forgets<SlackPeople>(services);
        Forgets<SlackChannels>(services);
        Forgets<SlackMovedChannels>(services);
        Forgets<SlackClosedChannels>(services);
        Forgets<SlackSurfaces>(services);
        Forgets<SlackHomes>(services);
        services.AddSingleton<SlackCourier>().AddHostedService(provider => provider.GetRequiredService<SlackCourier>());
        services.AddSingleton<IPlatform, SlackPlatform>();
    }

    private static void Forgets<T>(IServiceCollection services)
        where T : class, IForgets => services.AddSingleton<IForgets>(provider => provider.GetRequiredService<T>());

    private static void AddInstall(IServiceCollection services)
    {
        services.AddSingleton<SlackInstallState>().AddSingleton<SlackInstallPages>().AddSingleton<SlackInstallEndpoints>();
        services.AddHealthChecks().AddCheck<SlackHealth>("slack", tags: ["ready"]);
    }

    private static Task Closed(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
