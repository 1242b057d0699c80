using System.Collections.Immutable;
using NodaTime;

namespace OutcomeBot.Core.Chat;

/// <summary>
/// A block that is a picture. The title is the answer as a sentence, the subtitle the question, unit and count, the footnote
/// source and date; the alternative text says what a person would say aloud.
/// </summary>
public abstract record Drawn(string Title, string Subtitle, string Footnote, string AltText) : Block;

/// <summary>A picture of a series over time, its points in order of their dates. What is known about it is told by the properties; the painter decides where it stands.</summary>
public sealed record Plot(string Title, string Subtitle, string Footnote, string AltText, PlotUnit Unit, ImmutableArray<PlotPoint> Points)
    : Drawn(Title, Subtitle, Footnote, AltText)
{
    /// <summary>The value that is aimed for.</summary>
    public PlotTarget? Target { get; init; }

    /// <summary>The points that the limits come from.</summary>
    public PlotSpan? Baseline { get; init; }

    /// <summary>The natural process limits.</summary>
    public PlotLimits? Limits { get; init; }

    /// <summary>What is exceptional, and by which rule; the most telling first.</summary>
    public ImmutableArray<PlotSignal> Signals { get; init; } = [];

    /// <summary>The value that must not be reached.</summary>
    public PlotThreshold? Threshold { get; init; }

    /// <summary>Where the series is going.</summary>
    public PlotForecast? Forecast { get; init; }
}

/// <summary>What follows a number exactly as it is to stand ("%", " days"), and how many decimals are shown.</summary>
public sealed record PlotUnit(string Suffix, int Decimals = 0);

/// <summary>A value of the series: the day it stands for and what that is called (Q1, 12 Oct).</summary>
public sealed record PlotPoint(LocalDate At, decimal Value, string Label);

/// <summary>A value to reach, and until when.</summary>
public sealed record PlotTarget(decimal Value, LocalDate? By = null);

/// <summary>Points from the first to the last, both included, counted from 0.</summary>
public sealed record PlotSpan(int First, int Last);

/// <summary>Centre line and natural process limits; <paramref name="LockedSince"/> when they no longer move, provisional when few points made them.</summary>
public sealed record PlotLimits(decimal Centre, decimal Lower, decimal Upper, LocalDate? LockedSince = null, bool IsProvisional = false);

/// <summary>Exceptional variation: the name of the rule, and its points counted from 0.</summary>
public sealed record PlotSignal(string Rule, ImmutableArray<int> Points);

/// <summary>A limit with its name ("Board limit"); from <paramref name="Warning"/> on, a series is in the warning band.</summary>
public sealed record PlotThreshold(string Name, decimal Limit, decimal? Warning = null);

/// <summary>A forecast in words ("reaches −20% in 1 to 2 quarters"), and where the next values are expected.</summary>
public sealed record PlotForecast(string Words, ImmutableArray<PlotOutlook> Ahead);

/// <summary>The range in which a later value is expected.</summary>
public sealed record PlotOutlook(LocalDate At, string Label, decimal Low, decimal Likely, decimal High);
