using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>A file that was read, from its preview to its end.</summary>
public sealed record Importing(ImportSheet Sheet) : MetricsState
{
    public ImportStage Stage { get; init; }

    public Person? ConfirmedBy { get; init; }

    public Instant ConfirmedAt { get; init; }

    public Person? UndoneBy { get; init; }

    public Instant UndoneAt { get; init; }
}

/// <summary>How far an import is.</summary>
public enum ImportStage
{
    Preview,
    Confirmed,
    Undone,
}

/// <summary>What a file says.</summary>
/// <param name="Id">The import by which its values can be taken back: the id of its page.</param>
/// <param name="Source">Where the file is from, as the values will say.</param>
/// <param name="Series">The metrics with their values.</param>
/// <param name="Errors">Lines that were left out, and why.</param>
/// <param name="Findings">What the rows say about one another: which follow from which, and where they disagree.</param>
public sealed record ImportSheet(string Id, string Source, ImmutableArray<ImportedSeries> Series, ImmutableArray<RowError> Errors, ImmutableArray<string> Findings)
{
    /// <summary>Values that are new, that stand there already, and that take the place of another.</summary>
    public ImportCount Count { get; init; } = new(0, 0, 0);
}

/// <summary>One metric of a file. A metric with a formula and without values follows from others.</summary>
public sealed record ImportedSeries(string Name, string? Unit, ImmutableArray<HandedValue> Values)
{
    public string? Formula { get; init; }

    public ImmutableArray<string> PartOf { get => field.IsDefault ? [] : field; init; } = [];
}

/// <summary>A line of the file that can't be used, and what would be right.</summary>
public sealed record RowError(int Line, string Sentence);

/// <summary>What an import would do.</summary>
public sealed record ImportCount(int New, int Same, int Corrected);
