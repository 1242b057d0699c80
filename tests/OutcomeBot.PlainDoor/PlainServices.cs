using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OutcomeBot.Runtime;

namespace OutcomeBot.PlainDoor;

/// <summary>
/// A fourth door, for the tests: plain text and JSON over HTTP. It shows what a door needs, which is this project and a line in
/// <c>Program.cs</c>: <c>new(PlainServices.AddPlain, PlainServices.MapPlain)</c>.
/// </summary>
public static class PlainServices
{
    /// <summary>The setting with the word that callers bring.</summary>
    public const string Token = "Plain:Token";

    /// <summary>Adds the door, or nothing without its token.</summary>
    public static IServiceCollection AddPlain(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[Token] is not { Length: > 0 } token) return services;
        services.AddSingleton<PlainBook>().AddSingleton<IPlatform, PlainPlatform>();
        services.AddSingleton(provider => new PlainEndpoints(
            token, provider.GetRequiredService<IInbox>(), provider.GetRequiredService<PlainBook>(), provider.GetRequiredService<IPainter>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>Maps its addresses.</summary>
    public static void MapPlain(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetService<PlainEndpoints>() is not { } endpoints) return;
        app.MapPost("/plain/{workspace}/{channel}", endpoints.TakeAsync);
        app.MapGet("/plain/{workspace}/{channel}", endpoints.Read);
    }
}
