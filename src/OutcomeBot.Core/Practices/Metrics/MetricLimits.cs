namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>How much one metric and one import hold. A turn is stored as one record, so a batch is bounded too.</summary>
internal static class MetricLimits
{
    public const int Text = 300;
    public const int Source = 120;
    public const int Clock = 100;
    public const int Edges = 40;
    public const int Links = 5;
    public const int Batch = Metric.MostValues;
    public const int ImportValues = 1_000;
    public const int ImportMetrics = 60;
    public const int FileLength = 200_000;
    public const int Corrections = 20;

    /// <summary>A formula is worked out again this far up the tree, so that formulas that lead in a circle come to rest.</summary>
    public const int Hops = 8;
}
