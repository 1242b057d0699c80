using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.FluentUI.AspNetCore.Components;
using OutcomeBot.Runtime;
using OutcomeBot.Web.LocalChat.Components;

namespace OutcomeBot.Web.LocalChat;

/// <summary>The local chat in the host.</summary>
public static class LocalChatServices
{
    // A form may carry ten long paragraphs in one message; files travel in chunks of their own.
    private const long LongestMessage = 256 * 1024;

    /// <summary>Adds the local chat as a door, or nothing when it is switched off.</summary>
    public static IServiceCollection AddLocalChat(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(LocalChatOptions.Section);
        services.AddOptions<LocalChatOptions>().Bind(section).ValidateOnStart();
        if (section.Get<LocalChatOptions>() is { Enabled: false }) return services;
        services.AddSingleton<LocalFeed>();
        services.AddSingleton<Commands>();
        services.AddSingleton<LocalHouse>();
        services.AddSingleton<LocalTalk>();
        services.AddSingleton<Sample>();
        services.AddSingleton<IPlatform, LocalPlatform>();
        services.AddScoped<ChatView>();
        services.AddFluentUIComponents();
        services.AddRazorComponents()
            .AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = LongestMessage);
        return services;
    }

    /// <summary>Serves the local chat, to this machine only.</summary>
    public static void MapLocalChat(this WebApplication app)
    {
        if (app.Services.GetService<LocalFeed>() is null) return;
        app.Use(GuardAsync);
        app.UseAntiforgery();
        app.MapGet("/local/files/{room}/{line}/{number:int}", LocalFiles.DownloadAsync).WithMetadata(new LocalOnly());
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode().WithMetadata(new LocalOnly());
    }

    private static Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<LocalOnly>() is null) return next(context);
        if (LocalChatGuard.Check(context.Request) is not { } objection)
        {
            context.Response.Headers.ContentSecurityPolicy =
                "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync(objection, context.RequestAborted);
    }

    /// <summary>Marks what only this machine may ask for; the doors of platforms on the same port are asked from outside.</summary>
    private sealed class LocalOnly;
}
