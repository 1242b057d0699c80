using Microsoft.Extensions.Logging;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Runtime;

/// <summary>Takes what doors bring, keeps the order within a subject, and answers when the turn is on disk.</summary>
internal sealed partial class Inbox(Switchboard switchboard, TurnRunner runner, RuntimeMeter meter, TimeProvider time, ILogger<Inbox> logger) : IInbox
{
    private readonly Lanes<Core.Practices.Subject> _lanes = new();

    public async Task<Answer> TakeAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        var kind = incoming.GetType().Name;
        using var activity = RuntimeMeter.Source.StartActivity("turn");
        activity?.SetTag("outcomebot.kind", kind);
        var began = time.GetTimestamp();
        var outcome = "failed";
        try
        {
            var answer = await RouteAsync(incoming, cancellationToken);
            outcome = "taken";
            return answer;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            outcome = "cancelled";
            throw;
        }
#pragma warning disable CA1031 // The one place where a bug ends: the person is told, the log has it, everybody else goes on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.TurnFailed(logger, exception, kind, incoming.Place.Tenant);
            activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Error);
            return Sorry(incoming);
        }
        finally
        {
            meter.TurnTaken(time.GetElapsedTime(began), kind, outcome);
        }
    }

    private async Task<Answer> RouteAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        if (await switchboard.FindAsync(incoming, cancellationToken) is not { } route) return Answer.Quiet;
        var answer = await RunAsync(route, incoming, cancellationToken);
        return answer ?? await RunAsync(switchboard.Desk(incoming), incoming, cancellationToken) ?? Answer.Quiet;
    }

    private Task<Answer?> RunAsync(Route route, Incoming incoming, CancellationToken cancellationToken) =>
        _lanes.RunAsync(route.Subject, () => runner.RunAsync(route, incoming, cancellationToken));

    private static Answer Sorry(Incoming incoming) => new(
    [
        new Whisper(incoming.Place, incoming.By, new Card(
            "Something broke on our side",
            new Prose("Nothing of this step was saved. What you typed is still with you: try again in a moment. If it happens again, tell whoever runs OutcomeBot here."))),
    ])
    {
        IsTaken = false,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A turn failed: {Kind} in {Tenant}.")]
        public static partial void TurnFailed(ILogger logger, Exception exception, string kind, Tenant tenant);
    }
}
