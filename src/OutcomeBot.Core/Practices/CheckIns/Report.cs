using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>What was found when the time came, for the kinds that look something up. It stays as it was found, so that a card of March says what March knew.</summary>
/// <param name="Headline">The state in a line.</param>
/// <param name="Lines">The rest, a sentence each, the most telling first.</param>
/// <param name="Items">What it is about, one by one, with what leads there.</param>
/// <param name="Asking">Whether there is a question to it.</param>
public sealed record Report(string Headline, ImmutableArray<Words> Lines, ImmutableArray<ReportItem> Items, Asking Asking)
{
    /// <summary>The series as a picture; null where there is none to show.</summary>
    public Plot? Picture { get; init; }

    /// <summary>There is nothing to ask, and that is said in one line.</summary>
    public static Report Quiet(string headline, params ImmutableArray<Words> lines) => new(headline, lines, [], Asking.Nothing);
}

/// <summary>One thing of a report: a countermeasure, a check, a page that changed.</summary>
public sealed record ReportItem(Words Words, Words? Quiet = null, Press? Open = null);

/// <summary>Whether a report asks something.</summary>
public enum Asking
{
    Nothing,
    Question,
}
