using System.Collections.Immutable;
using System.Globalization;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>
/// How the lines of a table follow from one another. A line is taken to follow from lines above it when the arithmetic
/// holds, to the printed digit, in every period or in all but one of three or more: the odd one out is named.
/// </summary>
internal sealed class TableRelations
{
    private const int Fewest = 3;
    private const int OtherBases = 3;

    private static readonly decimal[] s_scales = [1, 1_000, 1_000_000, 1_000_000_000];

    private readonly ImmutableArray<TableLine> _lines;
    private readonly ImmutableArray<string> _periods;
    private readonly Dictionary<int, Relation> _relations = [];

    private TableRelations(ImmutableArray<TableLine> lines, ImmutableArray<string> periods)
    {
        (_lines, _periods) = (lines, periods);
        for (var index = 2; index < lines.Length; index++)
            if (Found(index) is { } relation) _relations[index] = relation;
    }

    /// <summary>What the lines say about one another, in sentences.</summary>
    public ImmutableArray<string> Findings => [.. _relations.OrderBy(pair => pair.Key).SelectMany(pair => Said(pair.Key, pair.Value))];

    public static TableRelations Of(ImmutableArray<TableLine> lines, ImmutableArray<string> periods) => new(lines, periods);

    /// <summary>What a line follows from; null when from nothing above it.</summary>
    public Relation? Of(int line) => _relations.GetValueOrDefault(line);

    /// <summary>The lines that are made of this one.</summary>
    public ImmutableArray<string> PartOf(string name) =>
        [.. _relations.Where(pair => pair.Value.Formula.Kind != FormulaKind.Ratio && pair.Value.Formula.Parts.Contains(name)).Select(pair => _lines[pair.Key].Name)];

    private Relation? Found(int line) => Candidates(line)
        .Where(candidate => candidate.Agreeing >= Math.Max(Fewest - 1, candidate.Compared - 1) && candidate.Compared >= Fewest - 1)
        .OrderByDescending(candidate => candidate.Agreeing)
        .ThenByDescending(candidate => candidate.Formula.Parts.Length)
        .ThenByDescending(candidate => candidate.Lines[^1])
        .FirstOrDefault();

    private IEnumerable<Relation> Candidates(int line)
    {
        var own = _lines[line];
        for (var first = 0; first < line; first++)
            for (var second = 0; second < line; second++)
                if (first != second && Unit.Same(_lines[first].Unit, _lines[second].Unit) && Pair(own) is { } kind && (kind == FormulaKind.Sum) == Unit.Same(own.Unit, _lines[first].Unit))
                    yield return With(line, new Formula(kind, [_lines[first].Name, _lines[second].Name]) { Minus = kind == FormulaKind.Sum ? [false, true] : [] }, [first, second], 1);
                else if (first != second && IsEach(own))
                    foreach (var scale in s_scales) yield return With(line, new Formula(FormulaKind.Ratio, [_lines[first].Name, _lines[second].Name]), [first, second], scale);

        // A total stands right under what it adds up.
        for (var first = 0; first < line - 1; first++)
            if (Enumerable.Range(first, line - first).All(at => Unit.Same(_lines[at].Unit, own.Unit)))
                yield return With(line, new Formula(FormulaKind.Sum, [.. _lines[first..line].Select(part => part.Name)]) { Minus = [.. new bool[line - first]] }, [.. Enumerable.Range(first, line - first)], 1);
    }

    private static FormulaKind? Pair(TableLine own) => IsEach(own) ? null : own.Unit == Unit.Percent ? FormulaKind.Share : FormulaKind.Sum;

    private static bool IsEach(TableLine own) => own.Name.Contains(" per ", StringComparison.OrdinalIgnoreCase);

    private Relation With(int line, Formula formula, ImmutableArray<int> parts, decimal scale)
    {
        var computed = ImmutableArray.CreateBuilder<decimal?>();
        for (var at = 0; at < _periods.Length; at++)
            computed.Add(parts.All(part => _lines[part].Values[at] is not null) && formula.Parts.Length <= Formula.MostParts
                ? Scaled(formula.Value([.. parts.Select(part => _lines[part].Values[at]!.Value)]), scale)
                : null);
        var compared = Enumerable.Range(0, _periods.Length).Where(at => _lines[line].Values[at] is not null && computed[at] is not null).ToList();
        return new(formula, parts, scale, computed.ToImmutable(), compared.Count, compared.Count(at => Derivation.Agree(_lines[line].Values[at]!.Value, computed[at]!.Value)));
    }

    private static decimal? Scaled(decimal? value, decimal scale) => value is { } known && Math.Abs(known) <= Amount.Largest ? known * scale : null;

    private IEnumerable<string> Said(int line, Relation relation)
    {
        var own = _lines[line];
        if (relation.Formula.Kind == FormulaKind.Share)
        {
            var worked = string.Join(", ", relation.Computed.OfType<decimal>().Select(value => value.ToString("0.0", CultureInfo.InvariantCulture)));
            yield return $"{own.Name} is {relation.Formula.Parts[0]} as a share of {relation.Formula.Parts[1]}: {worked} %.{OtherBase(line, relation)}";
        }

        for (var at = 0; at < _periods.Length; at++)
            if (own.Values[at] is { } printed && relation.Computed[at] is { } computed && !Derivation.Agree(printed, computed))
                yield return $"{own.Name}, {_periods[at]}: {Arithmetic(relation, at)} = {Number(computed)}, the file says {Number(printed)}.";
            else if (own.Values[at] is { } stated && FromLeaves(relation, at) is { } leaves && !Derivation.Agree(stated, leaves.Value))
                yield return $"{own.Name}, {_periods[at]}: from the lines at the bottom {leaves.Text} = {Number(leaves.Value)}, the file says {Number(stated)}.";
        if (Flat(line, relation) is { } flat) yield return flat;
    }

    /// <summary>Other bases that would fit some of the printed figures, so that nobody takes one for the other.</summary>
    private string OtherBase(int line, Relation relation)
    {
        var others = Candidates(line)
            .Where(candidate => candidate.Formula.Kind == FormulaKind.Share && candidate.Lines[0] == relation.Lines[0] && candidate.Lines[1] != relation.Lines[1] && candidate.Agreeing > 0)
            .OrderByDescending(candidate => candidate.Agreeing)
            .Select(candidate => $"{candidate.Formula.Parts[1]} {candidate.Agreeing}")
            .Take(OtherBases).ToList();
        return others.Count == 0 ? "" : $" The base is {relation.Formula.Parts[1]}, which fits {relation.Agreeing} of {relation.Compared} periods; {string.Join(", ", others)}.";
    }

    /// <summary>The value from lines that follow from nothing, where a line between them disagrees.</summary>
    private (decimal Value, string Text)? FromLeaves(Relation relation, int at)
    {
        if (relation.Formula.Kind != FormulaKind.Sum || !relation.Lines.Any(part => _relations.TryGetValue(part, out var below) && below.Formula.Kind == FormulaKind.Sum)) return null;
        var leaves = Leaves(relation, false).ToList();
        return leaves.TrueForAll(leaf => _lines[leaf.Line].Values[at] is not null)
            ? (leaves.Sum(leaf => (leaf.Minus ? -1 : 1) * _lines[leaf.Line].Values[at]!.Value),
                string.Concat(leaves.Select((leaf, index) => $"{(index == 0 ? "" : leaf.Minus ? " - " : " + ")}{Number(_lines[leaf.Line].Values[at]!.Value)}")))
            : null;
    }

    private IEnumerable<(int Line, bool Minus)> Leaves(Relation relation, bool minus) => relation.Lines.SelectMany((part, index) =>
        _relations.TryGetValue(part, out var below) && below.Formula.Kind == FormulaKind.Sum
            ? Leaves(below, minus ^ relation.Formula.Minus[index])
            : [(part, minus ^ relation.Formula.Minus[index])]);

    /// <summary>A ratio that stays the same although both its parts grow says nothing about either.</summary>
    private string? Flat(int line, Relation relation)
    {
        if (relation.Formula.Kind != FormulaKind.Ratio) return null;
        var values = _lines[line].Values.OfType<decimal>().ToList();
        var growths = relation.Lines.Select(part => Growth(_lines[part])).ToList();
        return values.Count >= Fewest && values.Max() <= values.Min() * 1.005m && growths.TrueForAll(growth => growth > 10)
            ? $"{_lines[line].Name} is flat because {relation.Formula.Parts[1]} follow {relation.Formula.Parts[0]} ({Percent(growths[1])} and {Percent(growths[0])}): it says nothing about how long an item takes."
            : null;
    }

    private static decimal Growth(TableLine line) => line.Values.OfType<decimal>().ToList() is [ > 0 and var first, .., var last] ? 100 * (last - first) / first : 0;

    private static string Percent(decimal value) => value.ToString("+0;-0", CultureInfo.InvariantCulture) + " %";

    private string Arithmetic(Relation relation, int at)
    {
        var numbers = relation.Lines.Select(part => Number(_lines[part].Values[at]!.Value)).ToList();
        return relation.Formula.Kind == FormulaKind.Sum
            ? string.Concat(numbers.Select((number, index) => $"{(index == 0 ? "" : relation.Formula.Minus[index] ? " - " : " + ")}{relation.Formula.Parts[index]} {number}"))
            : $"{relation.Formula.Parts[0]} {numbers[0]}{(relation.Scale == 1 ? "" : $" × {relation.Scale:#,0}")} / {relation.Formula.Parts[1]} {numbers[1]}";
    }

    // As printed: 44.0 stays 44.0.
    private static string Number(decimal value) =>
        Math.Abs(value) >= 1_000 ? Quantity.Text(decimal.Round(value, 0, MidpointRounding.AwayFromZero)) : decimal.Round(value, 2, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);
}

/// <summary>How one line of a table follows from others, and in how many periods the printed figures agree with that.</summary>
internal sealed record Relation(Formula Formula, ImmutableArray<int> Lines, decimal Scale, ImmutableArray<decimal?> Computed, int Compared, int Agreeing);
