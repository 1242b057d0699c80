using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>The Teams door, for the host.</summary>
public static class TeamsServices
{
    /// <summary>Adds the door. Without Teams' settings only their check is added; half of them stops the start.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(TeamsOptions.Section);
        services.AddOptions<TeamsOptions>().Bind(section).ValidateOnStart();
        services.TryAddSingleton(configuration);
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsCheck>();
        if (section.Get<TeamsOptions>() is { IsOn: true } options) AddDoor(services, options.AllowUnauthenticatedLoopback ? TeamsDialogs.InPlace : TeamsDialogs.Opened);
        return services;
    }

    /// <summary>Maps the address that Teams sends to and the one that it fetches pictures from; both answer 404 while the door is closed.</summary>
    public static void MapTeams(this IEndpointRouteBuilder app)
    {
        var endpoints = app.ServiceProvider.GetService<TeamsEndpoints>();
        if (endpoints is null)
        {
            app.Map("/api/messages", Closed);
            return;
        }

        app.Map("/api/messages", context => HttpMethods.IsPost(context.Request.Method) ? endpoints.TakeAsync(context) : NotPosted(context));
        app.MapMethods($"/{TeamsShownAddress.Path}{{**{TeamsFetching.Rest}}}", [HttpMethods.Get, HttpMethods.Head], app.ServiceProvider.GetRequiredService<TeamsFetching>().ServeAsync);
    }

    private static void AddDoor(IServiceCollection services, TeamsDialogs dialogs)
    {
        services.TryAddSingleton(TimeProvider.System);
        foreach (var (name, limit) in new[] { (TeamsClient.HttpName, Timeout.InfiniteTimeSpan), (TeamsKeys.HttpName, TeamsClient.CallLimit) })
            services.AddHttpClient(name, client => client.Timeout = limit)
                .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
                {
                    // A redirect would carry the token to another host.
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                })
                .RemoveAllLoggers();
        services.AddSingleton<TeamsHosts>().AddSingleton<TeamsKeys>().AddSingleton<TeamsGate>().AddSingleton<TeamsTokens>().AddSingleton<TeamsClient>();
        services.AddSingleton<TeamsAddresses>().AddSingleton<IForgets>(provider => provider.GetRequiredService<TeamsAddresses>()).AddSingleton<TeamsPeople>().AddSingleton<TeamsRepeats>().AddSingleton<TeamsInvokes>().AddSingleton<TeamsLines>().AddSingleton<TeamsReader>().AddSingleton<TeamsStanding>();
        services.AddSingleton(provider => new TeamsWriter(provider.GetRequiredService<PracticeBook>(), dialogs));
        services.AddSingleton<TeamsSeal>().AddSingleton<TeamsShelf>().AddSingleton<TeamsDrawings>().AddSingleton<TeamsFetching>().AddSingleton<TeamsPictures>().AddSingleton<TeamsFiles>().AddSingleton<TeamsCards>().AddSingleton<TeamsAsked>();
        services.AddSingleton<TeamsRoutes>().AddSingleton<TeamsTargets>().AddSingleton<TeamsPosts>().AddSingleton<TeamsNotes>().AddSingleton<TeamsLater>().AddSingleton<TeamsAnswers>();
        services.AddSingleton<TeamsErrands>().AddHostedService(provider => provider.GetRequiredService<TeamsErrands>());
        services.AddSingleton<TeamsEndpoints>().AddSingleton<IPlatform, TeamsPlatform>();
    }

    /// <summary>Said here, because a host with a page of its own answers other methods in its own way.</summary>
    private static Task NotPosted(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = HttpMethods.Post;
        return Task.CompletedTask;
    }

    private static Task Closed(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
