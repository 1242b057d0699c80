using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>Say what a metric means.</summary>
internal sealed record Define(Definition Definition) : Command
{
    /// <summary>What its parts are measured in, where the formula names any that are known.</summary>
    public ImmutableDictionary<string, string> PartUnits { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>Keep these values. A unit that was not typed is the metric's own.</summary>
internal sealed record Record(string Name, ImmutableArray<Entry> Entries, string? Unit, string Source) : Command
{
    /// <summary>Why a value takes the place of another; null refuses to do that.</summary>
    public string? Why { get; init; }

    /// <summary>The import they come with.</summary>
    public string? Batch { get; init; }

    /// <summary>The formula that the import found, for a metric that has none.</summary>
    public Formula? Formula { get; init; }
}

/// <summary>A value and what it is about; its source when it has one of its own.</summary>
internal sealed record Entry(Period Period, decimal Value, string? Source = null);

/// <summary>Take back what an import brought.</summary>
internal sealed record WithdrawBatch(string Batch) : Command;

/// <summary>Work out the formula from these metrics.</summary>
internal sealed record Derive(ImmutableArray<Metric> Parts) : Command;

internal sealed record SetTarget(MetricTarget? Target, string? Unit) : Command;

/// <summary>Say how a target ended, where it still is the target.</summary>
internal sealed record SettleTarget(MetricTarget Target, TargetOutcome Outcome) : Command;

/// <summary>Draw the line that must not be reached; null rubs it out. Without a side it lies on the worse one.</summary>
internal sealed record SetThreshold(decimal? Limit, decimal? Warning, Statistics.Heading? Beyond, string? Action, string? Unit) : Command;

/// <summary>Lock the limits that these days give.</summary>
internal sealed record LockLimits(LocalDate From, LocalDate To, string Reason) : Command;

internal sealed record FreeLimits : Command;

/// <summary>From this day on it is another process.</summary>
internal sealed record SplitAt(LocalDate From, string Reason) : Command;

internal sealed record AddEdge(Edge Edge) : Command;

internal sealed record DropEdge(Edge Edge) : Command;

internal sealed record Retire(string Reason) : Command;

internal sealed record BringBack : Command;

/// <summary>Ask why of the newest value.</summary>
internal sealed record RaiseConcern : Command;

/// <summary>Keep the way to a page that goes on from here.</summary>
internal sealed record KeepLink(Linked To) : Command;

internal sealed record ReadFile(ImportSheet Sheet) : Command;

internal sealed record ConfirmImport : Command;

internal sealed record UndoImport : Command;

internal sealed record MakeToken(string Label, string Hash, string Channel) : Command;

internal sealed record RevokeToken(string Id) : Command;

/// <summary>Take a key for the body that it came with.</summary>
internal sealed record UseKey(string Key, string Body) : Command;
