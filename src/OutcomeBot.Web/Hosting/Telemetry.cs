using System.Diagnostics;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using OutcomeBot.Runtime;

namespace OutcomeBot.Web.Hosting;

/// <summary>Metrics and traces, sent where the standard <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says; nowhere when it says nothing.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("outcomebot"))
            .WithMetrics(metrics => metrics
                .AddMeter(RuntimeMeter.Name, "OutcomeBot.Storage", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
                .AddOtlpExporter())
            .WithTracing(traces => traces
                .AddSource(RuntimeMeter.Name)
                .AddAspNetCoreInstrumentation()
                .AddOtlpExporter());
    }

    /// <summary>Measures how long a platform waits for us, at the doors that a platform waits at.</summary>
    public static void UseAcknowledgeMeter(this WebApplication app)
    {
        var meter = app.Services.GetRequiredService<RuntimeMeter>();
        app.Use((context, next) =>
        {
            var door = context.Request.Path.StartsWithSegments("/slack") ? "slack" : context.Request.Path.StartsWithSegments("/api/messages") ? "teams" : null;
            if (door is null) return next(context);
            var began = Stopwatch.GetTimestamp();
            context.Response.OnCompleted(() =>
            {
                meter.Acknowledged(Stopwatch.GetElapsedTime(began), door);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
