using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;

namespace OutcomeBot.Web.Api;

/// <summary>Values of metrics over HTTP, for programs that hold a token of the workspace.</summary>
public static class MetricsApi
{
    private const string Root = "/api/v1/metrics";
    private const string Limiter = "metrics-api";
    private const int MostRequests = 120;
    private const int LongestBody = 256 * 1024;
    private const string Document = "/api/openapi.json";

    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);

    /// <summary>Adds what the address needs: its document and its pace.</summary>
    public static IServiceCollection AddMetricsApi(this IServiceCollection services)
    {
        services.AddOpenApi("v1", options => options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true);
        services.AddSingleton<ApiGate>();
        services.AddSingleton<ApiIntake>();
        return services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = (context, _) => new ValueTask(TooMany(context.HttpContext).ExecuteAsync(context.HttpContext));
            limits.AddPolicy(Limiter, context => RateLimitPartition.GetFixedWindowLimiter(
                ApiGate.CountedAs(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = MostRequests, Window = s_window }));
        });
    }

    /// <summary>Serves the addresses and their document.</summary>
    public static void MapMetricsApi(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Root), branch => branch.Use(LookAtTokenAsync));
        app.UseRateLimiter();
        app.MapOpenApi(Document);
        var group = app.MapGroup(Root).RequireRateLimiting(Limiter).WithMetadata(new RequestSizeLimitAttribute(LongestBody)).DisableAntiforgery();
        group.MapPost("/{name}/snapshots", OneAsync)
            .Accepts<Snapshot>("application/json").Produces<Outcome>().WithRefusals()
            .WithSummary("Record a value of a metric").WithDescription("The first value of a name begins the metric. A value for a period that has one takes its place, and the old one stays readable. Send an Idempotency-Key header, and the same request again changes nothing; the same key with another body is refused.");
        group.MapPost("/snapshots", BatchAsync)
            .Accepts<SnapshotBatch>("application/json").Produces<BatchOutcome>().Produces<BatchOutcome>(StatusCodes.Status207MultiStatus).WithRefusals()
            .WithSummary("Record values of several metrics").WithDescription("Up to 500 values. Those of one metric are kept together or not at all; the answer says for each metric what became of it, with status 207 when one was refused.");
    }

    /// <summary>Before requests are counted it must be known whose they are.</summary>
    private static async Task LookAtTokenAsync(HttpContext context, RequestDelegate next)
    {
        context.Features.Set(await context.RequestServices.GetRequiredService<ApiGate>().OpenAsync(context));
        await next(context);
    }

    private static async Task<IResult> OneAsync(string name, HttpContext context, ApiIntake intake)
    {
        if (context.Features.Get<Caller>() is not { } caller) return Closed(context);
        var (body, wrong) = await ReadAsync(context, ApiJson.Default.Snapshot);
        if (body is null) return wrong!;
        var taken = await intake.TakeAsync(caller, [new BatchSnapshot(name, body.Value, body.Period, body.Unit, body.Source)], context);
        return taken switch
        {
            { Refused: { } sentence } => Problem(StatusCodes.Status422UnprocessableEntity, "Not recorded", sentence),
            { Outcomes: [{ Refused: { } sentence }] } => Problem(StatusCodes.Status422UnprocessableEntity, "Not recorded", sentence),
            { Outcomes: [var outcome, ..] } => Results.Json(outcome, ApiJson.Default.Outcome),
            _ => Broken(),
        };
    }

    private static async Task<IResult> BatchAsync(HttpContext context, ApiIntake intake)
    {
        if (context.Features.Get<Caller>() is not { } caller) return Closed(context);
        var (body, wrong) = await ReadAsync(context, ApiJson.Default.SnapshotBatch);
        if (body is null) return wrong!;
        if (body.Snapshots.IsDefaultOrEmpty || body.Snapshots.Length > ApiIntake.MostValues)
            return Problem(StatusCodes.Status422UnprocessableEntity, "Not recorded", $"Send 1 to {ApiIntake.MostValues} values in \"snapshots\".");
        if (await intake.TakeAsync(caller, body.Snapshots, context) is not { } taken) return Broken();
        if (taken.Refused is { } sentence) return Problem(StatusCodes.Status422UnprocessableEntity, "Not recorded", sentence);
        var isWhole = taken.Outcomes.All(outcome => outcome.Refused is null);
        return Results.Json(new BatchOutcome(taken.Outcomes), ApiJson.Default.BatchOutcome, statusCode: isWhole ? StatusCodes.Status200OK : StatusCodes.Status207MultiStatus);
    }

    private static async Task<(T? Body, IResult? Wrong)> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        if (!context.Request.HasJsonContentType())
            return (null, Problem(StatusCodes.Status415UnsupportedMediaType, "Not recorded", "Send the body as JSON, with the header Content-Type: application/json."));
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted) is { } body
                ? (body, null)
                : (null, Problem(StatusCodes.Status400BadRequest, "Not recorded", "The body is empty."));
        }
        catch (JsonException exception)
        {
            return (null, Problem(StatusCodes.Status400BadRequest, "Not recorded", $"The body isn't the JSON that is expected, at {exception.Path ?? "its beginning"}. {Document} describes it."));
        }
        catch (BadHttpRequestException exception)
        {
            return (null, Problem(exception.StatusCode, "Not recorded", $"The body is too large: up to {LongestBody / 1024} kB go in at once."));
        }
    }

    private static RouteHandlerBuilder WithRefusals(this RouteHandlerBuilder route) => route
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static IResult Closed(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problem(StatusCodes.Status401Unauthorized, "No valid token", "Send the header Authorization: Bearer with a token that works. To make one, type in chat: metric token for nightly build");
    }

    private static IResult TooMany(HttpContext context)
    {
        context.Response.Headers.RetryAfter = $"{(int)s_window.TotalSeconds}";
        return Problem(StatusCodes.Status429TooManyRequests, "Too many requests", $"Up to {MostRequests} requests a minute are taken; a batch carries {ApiIntake.MostValues} values. Try again in a minute.");
    }

    private static IResult Broken() =>
        Problem(StatusCodes.Status503ServiceUnavailable, "Something broke on our side", "Send the same request again with the same Idempotency-Key; what was kept is not kept twice.");

    private static IResult Problem(int status, string title, string sentence) => Results.Problem(sentence, statusCode: status, title: title);
}
