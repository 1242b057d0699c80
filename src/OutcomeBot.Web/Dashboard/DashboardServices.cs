using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NodaTime;
using OutcomeBot.Runtime;

namespace OutcomeBot.Web.Dashboard;

/// <summary>The bot's own web pages in the host.</summary>
public static class DashboardServices
{
    /// <summary>Adds the pages, at the public address of a chat door where they have none of their own.</summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PageOptions>().Bind(configuration.GetSection(PageOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PageOptions>, PageOptionsCheck>();
        services.PostConfigure<PageOptions>(options => options.PublicUrl = First(options.PublicUrl, configuration["Slack:PublicUrl"], configuration["Teams:PublicUrl"]));
        services.AddSingleton<IPageHome, PageHome>();
        services.AddRazorComponents();
        return services;
    }

    /// <summary>Maps the pages and what they are drawn with.</summary>
    public static void MapDashboard(this WebApplication app)
    {
        // By this project's name: the process may be another one's.
        app.MapStaticAssets(typeof(DashboardServices).Assembly.GetName().Name + ".staticwebassets.endpoints.json");
        app.MapGet("/" + PageLinks.Path + "{token}", ReadAsync);
    }

    private static async Task ReadAsync(HttpContext context)
    {
        var time = context.RequestServices.GetRequiredService<TimeProvider>();
        var page = await context.RequestServices.GetRequiredService<PublishedPages>().ReadAsync(context.Request.RouteValues["token"] as string ?? "", context.RequestAborted);
        Guard(context.Response.Headers);
        var drawn = new RazorComponentResult<ReadPage>(new Dictionary<string, object?> { [nameof(ReadPage.Page)] = page, [nameof(ReadPage.Now)] = Instant.FromDateTimeOffset(time.GetUtcNow()) })
        {
            StatusCode = page is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK,
        };
        await drawn.ExecuteAsync(context);
    }

    /// <summary>Who has the address can read the page: it is neither told to other sites nor kept, framed or found by searching.</summary>
    private static void Guard(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
    }

    private static string First(params string?[] addresses) => addresses.FirstOrDefault(address => !string.IsNullOrWhiteSpace(address)) ?? "";
}
