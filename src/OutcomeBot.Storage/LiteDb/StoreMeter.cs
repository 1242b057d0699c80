using System.Diagnostics.Metrics;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>What the store tells a dashboard.</summary>
internal sealed class StoreMeter : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string Name = "OutcomeBot.Storage";

    private readonly Meter _meter = new(Name);
    private readonly Histogram<int> _batch;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _settling;

    public StoreMeter()
    {
        _batch = _meter.CreateHistogram<int>("outcomebot.save.batch", "{turn}", "Turns and marks that one flush made durable.");
        _duration = _meter.CreateHistogram<double>("outcomebot.save.duration", "s", "Writing and flushing one batch.");
        _settling = _meter.CreateHistogram<double>("outcomebot.settle.duration", "s", "Writing one slice of pages and turns to the data file.");
    }

    public void Saved(int count, TimeSpan took)
    {
        _batch.Record(count);
        _duration.Record(took.TotalSeconds);
    }

    public void Settled(TimeSpan took) => _settling.Record(took.TotalSeconds);

    public void Watch(Desk desk) =>
        _meter.CreateObservableGauge("outcomebot.store.unsettled", () => desk.ChangedCount, "{page}", "Pages that the data file does not know as they stand.");

    public void Dispose() => _meter.Dispose();
}
