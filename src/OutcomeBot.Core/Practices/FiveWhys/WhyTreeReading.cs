using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>A cause in its place: how deep it stands (1 under the problem) and its mark, such as 2.1.</summary>
public sealed record Row(Cause Cause, int Depth, string Mark);

/// <summary>Questions that a tree of causes can answer.</summary>
public static class WhyTreeReading
{
    /// <summary>The cause of this id. Causes stand in the order of their numbers, so it is looked for from where it would stand if none had gone.</summary>
    public static Cause? Find(this WhyTree tree, string? id)
    {
        if (id is not ['c', .. var digits] || !int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var number)) return null;
        for (var at = Math.Min(number, tree.Causes.Length) - 1; at >= 0; at--)
            if (tree.Causes[at].Id == id) return tree.Causes[at];
        return null;
    }

    public static IEnumerable<Cause> ChildrenOf(this WhyTree tree, string? parent) => tree.Causes.Where(cause => cause.Parent == parent);

    /// <summary>The cause and all that it leads to, up to the problem.</summary>
    public static IEnumerable<Cause> Path(this WhyTree tree, Cause cause)
    {
        for (var at = cause; at is not null; at = tree.Find(at.Parent)) yield return at;
    }

    public static int Depth(this WhyTree tree, Cause cause) => tree.Path(cause).Count();

    /// <summary>Whether neither it nor anything it leads to has been refuted.</summary>
    public static bool IsAlive(this WhyTree tree, Cause cause) => !tree.Path(cause).Any(step => step.IsRefuted);

    /// <summary>The cause on its path that somebody has gone to look at; null when nothing holds the branch up.</summary>
    public static Cause? WaitsFor(this WhyTree tree, Cause cause) => tree.Path(cause).FirstOrDefault(step => step.IsWaiting);

    /// <summary>Living causes that no living cause explains: where the next why is asked.</summary>
    public static ImmutableArray<Cause> Leaves(this WhyTree tree)
    {
        var alive = tree.Causes.Where(tree.IsAlive).ToList();
        var explained = alive.Select(cause => cause.Parent).ToHashSet();
        return [.. alive.Where(cause => !explained.Contains(cause.Id))];
    }

    /// <summary>Leaves that may be named as root causes: nobody contests them or anything they lead to, and nothing is being looked at.</summary>
    public static ImmutableArray<Cause> Eligible(this WhyTree tree) =>
        [.. tree.Leaves().Where(leaf => tree.Path(leaf).All(step => step.Standing != Standing.Contested && !step.IsWaiting))];

    /// <summary>Every cause in reading order: each above its own causes.</summary>
    public static ImmutableArray<Row> Rows(this WhyTree tree)
    {
        var children = tree.Causes.ToLookup(cause => cause.Parent);
        var rows = ImmutableArray.CreateBuilder<Row>(tree.Causes.Length);
        Add(null, 1, "");
        return rows.ToImmutable();

        void Add(string? parent, int depth, string prefix)
        {
            foreach (var (index, cause) in children[parent].Index())
            {
                var mark = $"{prefix}{index + 1}";
                rows.Add(new Row(cause, depth, mark));
                Add(cause.Id, depth + 1, mark + ".");
            }
        }
    }

    /// <summary>The mark of a cause in its place, such as 2.1; empty for the problem.</summary>
    public static string Mark(this WhyTree tree, string? id) => tree.Rows().FirstOrDefault(row => row.Cause.Id == id)?.Mark ?? "";

    /// <summary>What a cause explains, in words: its parent, or the problem.</summary>
    public static string TextOf(this WhyTree tree, string? id) => tree.Find(id)?.Text ?? tree.Problem.Statement;

    /// <summary>How deep the living tree goes.</summary>
    public static int Deepest(this WhyTree tree) => tree.Causes.Where(tree.IsAlive).Select(tree.Depth).DefaultIfEmpty(0).Max();

    public static Branching GateOf(this WhyTree tree, string? id) => tree.Find(id)?.Gate ?? tree.Problem.Gate;

    /// <summary>The zone by whose clock its people are reminded.</summary>
    public static DateTimeZone Clock(this WhyTree tree) => Zones.Of(tree.Zone);

    /// <summary>The day that an instant falls on where the analysis is.</summary>
    public static LocalDate DayOf(this WhyTree tree, Instant at) => at.InZone(tree.Clock()).Date;

    /// <summary>Everybody that the tree knows by name.</summary>
    public static ImmutableArray<string> PeopleNames(this WhyTree tree) =>
        [.. tree.Participants.Append(tree.Facilitator).Select(person => person.Name).Distinct(StringComparer.Ordinal)];
}
