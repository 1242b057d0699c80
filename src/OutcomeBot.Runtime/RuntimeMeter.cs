using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OutcomeBot.Runtime;

/// <summary>What a dashboard can show: turns, acknowledgements, the outbox.</summary>
public sealed class RuntimeMeter : IDisposable
{
    /// <summary>The name of the meter and of the traces.</summary>
    public const string Name = "OutcomeBot";

    internal static readonly ActivitySource Source = new(Name);

    private readonly Meter _meter;
    private readonly Histogram<double> _turns;
    private readonly Histogram<double> _acknowledged;
    private readonly Counter<long> _sent;

    public RuntimeMeter(IMeterFactory factory)
    {
        _meter = factory.Create(Name);
        _turns = _meter.CreateHistogram<double>("outcomebot.turn.duration", "s", "From the door to the answer, the save included.");
        _acknowledged = _meter.CreateHistogram<double>("outcomebot.acknowledge.duration", "s", "From a request's first byte to the platform's acknowledgement.");
        _sent = _meter.CreateCounter<long>("outcomebot.outbox.sent", "{letter}", "Letters handed to a platform, by what became of them.");
    }

    /// <summary>A door has acknowledged a request.</summary>
    public void Acknowledged(TimeSpan took, string door) =>
        _acknowledged.Record(took.TotalSeconds, new KeyValuePair<string, object?>("door", door));

    /// <summary>A door holds connections to its platform; how many are open is asked whenever somebody looks.</summary>
    public void WatchConnections(string door, Func<int> open) =>
        _meter.CreateObservableGauge("outcomebot.connections", () => new Measurement<int>(open(), new KeyValuePair<string, object?>("door", door)), "{connection}", "Connections to a platform that are open.");

    public void Dispose() => _meter.Dispose();

    internal void TurnTaken(TimeSpan took, string kind, string outcome) =>
        _turns.Record(took.TotalSeconds, new("kind", kind), new("outcome", outcome));

    internal void Sent(string door, string kind, string outcome) =>
        _sent.Add(1, new("door", door), new("kind", kind), new("outcome", outcome));

    internal void Watch(Outbox outbox)
    {
        _meter.CreateObservableGauge("outcomebot.outbox.depth", () => outbox.Depth, "{parcel}", "Parcels that wait to be sent.");
        _meter.CreateObservableGauge("outcomebot.outbox.age", () => outbox.Age.TotalSeconds, "s", "How long the oldest of them has waited.");
    }
}
