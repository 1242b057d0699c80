using System.Collections.Immutable;
using System.Text.Json;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>What a file held: an analysis, or a sentence on why it is none.</summary>
internal sealed record FileRead(FiveWhysState? State, string Sentence = "");

/// <summary>Reads an exported file. It may come from anybody, so everything is checked that the rules would have checked.</summary>
internal static class FiveWhysImport
{
    private const int LongestName = 200;
    private const int MostEntries = 500;

    public static FileRead Read(string text)
    {
        if (text.Length == 0) return new(null, "Choose the JSON file of an export.");
        if (text.Length > FiveWhysExport.LongestFile) return new(null, "This file is too large to be an analysis: exports stay under a megabyte.");
        try
        {
            return JsonSerializer.Deserialize(text, FiveWhysJson.File) switch
            {
                { Format: FiveWhysExport.Format, State.Known: { } tree } file => Wrong(file.State, tree) is { } wrong ? new(null, wrong) : new(file.State),
                { Format: FiveWhysExport.Format } => new(null, "This export holds no analysis."),
                _ => new(null, $"This isn't an export of five whys: its format should be {FiveWhysExport.Format}."),
            };
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException or InvalidOperationException or NodaTime.Text.UnparsableValueException)
        {
            // The message would quote the file; people need to know which file to bring, not where a bracket is missing.
            return new(null, "This file can't be read as an export. Choose the .json file as it was exported, unchanged.");
        }
    }

    private static string? Wrong(FiveWhysState state, WhyTree tree) =>
        WrongTree(tree)
        ?? (tree.Last.Before is null ? null : WrongTree(Undoing.PutBack(tree)))
        ?? (state is Concluded(_, var conclusion) ? WrongConclusion(tree, conclusion) : null)
        ?? (state is Abandoned { Reason: var reason, By: var by } && (!IsLine(reason, Limits.Note) || !IsPerson(by)) ? "The reason for abandoning doesn't fit." : null);

    private static string? WrongTree(WhyTree tree) => tree switch
    {
        _ when !IsId(tree.Id) => "The id of the analysis doesn't fit.",
        _ when !IsLine(tree.Problem.Statement, Limits.Problem) || !Facts(tree.Problem).All(fact => fact is null || IsLine(fact, Limits.Fact)) => "The problem is missing, or too long.",
        { Causes.Length: > Limits.Causes } => $"It holds more than {Limits.Causes} causes.",
        { Countermeasures.Length: > Limits.Countermeasures } or { Participants.Length: > MostEntries } or { Amendments.Length: > MostEntries } or { Reopenings.Length: > MostEntries } or { Links.Length: > Limits.Links } or { HandedOn.Length: > MostEntries } => "It holds more than an analysis can.",
        _ when WrongShape(tree) is { } wrong => wrong,
        _ when tree.Causes.Select(WrongCause).FirstOrDefault(wrong => wrong is not null) is { } wrong => wrong,
        _ when !People(tree).All(IsPerson) => "A person in it has no name or id.",
        _ when !Lines(tree).All(line => IsLine(line, Limits.Answer)) => "One of its texts is empty, too long, or holds control characters.",
        _ when !Measures(tree) => "One of its countermeasures doesn't fit.",
        _ => null,
    };

    /// <summary>Ids in order, parents that exist and came before: so there is no cycle, and nothing hangs in the air.</summary>
    private static string? WrongShape(WhyTree tree)
    {
        var depth = new Dictionary<string, int>(StringComparer.Ordinal);
        var last = 0;
        foreach (var cause in tree.Causes)
        {
            if (!IsCauseId(cause.Id) || cause.Number <= last || cause.Number > tree.Numbered) return "The ids of its causes are not in order.";
            if (cause.Parent is { } parent && !depth.ContainsKey(parent)) return "A cause in it explains something that isn't there.";
            last = cause.Number;
            depth[cause.Id] = cause.Parent is null ? 1 : depth[cause.Parent] + 1;
            if (depth[cause.Id] > Limits.Deep) return $"It is more than {Limits.Deep} whys deep.";
        }

        return tree.Numbered > 100_000 || (tree.Focus is { } focus && !depth.ContainsKey(focus)) ? "The why that it asks about isn't in it." : null;
    }

    private static string? WrongCause(Cause cause) => cause switch
    {
        _ when !IsLine(cause.Text, Limits.Answer) => "One of its causes is empty, too long, or holds control characters.",
        { Evidence.Length: > Limits.Evidence } or { Revisions.Length: > MostEntries } => "One of its causes holds more than it can.",
        { Category: { } category } when !IsLine(category, Limits.Category) => "One of its categories is too long.",
        { Message.Length: > LongestName } or { Seen: { Id.Length: > LongestName } or { Title.Length: > LongestName } or { Cause.Length: > Limits.Answer } } => "One of its references is too long.",
        _ when !cause.Evidence.All(IsEvidence) => "One piece of its evidence doesn't fit: numbers need a source, links an address.",
        { GoAndSee.Nudges: < 0 or > 2 } => "One of its tasks was reminded of impossibly often.",
        { Gate: not (Branching.And or Branching.Or) } or { Judged.Is: < 0 or > Standing.Refuted } => "One of its causes stands in no known way.",
        _ => null,
    };

    private static string? WrongConclusion(WhyTree tree, Conclusion conclusion) => conclusion switch
    {
        { RootCauses.Length: 0 } => "It is concluded without a root cause.",
        _ when !conclusion.RootCauses.All(id => tree.Find(id) is not null) => "One of its root causes isn't in it.",
        _ when !IsLine(conclusion.Metric, Limits.Note) || (conclusion.WhyStop is { } stop && !IsLine(stop, Limits.Note)) || !IsPerson(conclusion.By) => "Its conclusion has a text that doesn't fit.",
        { Nudges: < 0 or > 2 } => "Its effectiveness check was asked for impossibly often.",
        { Effect: { } effect } when !Enum.IsDefined(effect.Helped) || !IsPerson(effect.By) || !IsLine(effect.Text, Limits.Note) => "Its effectiveness check has a text that doesn't fit.",
        { Reach: not (Reach.Ours or Reach.Influence or Reach.Outside) } => "Its conclusion has an unknown reach.",
        _ => null,
    };

    private static bool IsEvidence(Evidence evidence) =>
        EvidenceRules.WrongEvidence(evidence.Kind, evidence.Text, evidence.Source) is null && IsLine(evidence.Text, Limits.Note) && (evidence.Source is null || IsLine(evidence.Source, Limits.Note));

    private static bool Measures(WhyTree tree) => tree.Countermeasures.Select((measure, index) =>
        measure.Id == $"m{index + 1}" && IsLine(measure.Text, Limits.Note) && IsPerson(measure.Owner) && Enum.IsDefined(measure.Strength)
        && measure.Nudges is >= 0 and <= 2 && (measure.End is not { } end || (Enum.IsDefined(end.Outcome) && IsPerson(end.By) && (end.Note is null || IsLine(end.Note, Limits.Note))))).All(fits => fits);

    private static IEnumerable<string?> Facts(Problem problem) => [problem.Metric, problem.Baseline, problem.When, problem.Where, problem.Source];

    private static IEnumerable<Person> People(WhyTree tree) =>
    [
        tree.Facilitator, tree.OpenedBy, tree.Last.By, .. tree.Participants,
        .. tree.Causes.Select(cause => cause.By),
        .. tree.Causes.SelectMany(cause => cause.Evidence.Select(evidence => evidence.By).Concat(cause.Revisions.Select(revision => revision.By))),
        .. tree.Causes.Select(cause => cause.Judged?.By).OfType<Person>(),
        .. tree.Causes.Select(cause => cause.Held?.By).OfType<Person>(),
        .. tree.Causes.SelectMany(cause => new[] { cause.GoAndSee?.Owner, cause.GoAndSee?.By, cause.GoAndSee?.Finding?.By }).OfType<Person>(),
        .. tree.Amendments.Select(amendment => amendment.By), .. tree.Reopenings.Select(again => again.By), .. tree.Problem.Revisions.Select(revision => revision.By),
    ];

    private static IEnumerable<string> Lines(WhyTree tree) =>
    [
        tree.Last.What,
        .. tree.Causes.Select(cause => cause.Judged?.Reason).OfType<string>(),
        .. tree.Causes.Select(cause => cause.GoAndSee?.Finding?.Text).OfType<string>(),
        .. tree.Causes.SelectMany(cause => cause.Revisions).Concat(tree.Problem.Revisions).SelectMany(revision => new[] { revision.Was, revision.Why }).OfType<string>(),
        .. tree.Amendments.SelectMany(amendment => new[] { amendment.Of, amendment.Was, amendment.Now, amendment.Why }),
        .. tree.Reopenings.Select(again => again.Reason),
        .. tree.HandedOn,
        .. tree.Links.SelectMany(link => new[] { link.Practice, link.Id, link.Title, link.About }).OfType<string>(),
        .. tree.From is { } from ? [from.Id, from.Cause, from.Title] : ImmutableArray<string>.Empty,
    ];

    private static bool IsLine(string text, int longest) => text.Length > 0 && text.Length <= longest && Typed.Line(text) == text;

    private static bool IsPerson(Person person) => IsLine(person.Id, LongestName) && IsLine(person.Name, LongestName);

    private static bool IsId(string id) => id.Length is > 0 and <= 40 && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter));

    private static bool IsCauseId(string id) => id.Length is > 1 and < 8 && id[0] == 'c' && id[1] != '0' && id.Skip(1).All(char.IsAsciiDigit);
}
