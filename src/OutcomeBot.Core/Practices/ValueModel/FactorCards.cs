using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>Candidates and factors on cards.</summary>
internal static class FactorCards
{
    /// <summary>Candidates by what became of them: in play, kept aside until something measures them, and out, each with the reason.</summary>
    public static IEnumerable<Block> Candidates(WeightingSession session)
    {
        var all = session.Candidates;
        foreach (var block in Section("Candidates", all.Where(candidate => candidate is { Standing: Standing.InPlay, IsMeasurable: true }), Measured)) yield return block;
        foreach (var block in Section("Kept aside until something measures them", all.Where(candidate => candidate is { Standing: Standing.InPlay, IsMeasurable: false }), Unmeasured)) yield return block;
        foreach (var block in Section("Left out", all.Where(candidate => candidate.Standing is Standing.Cut or Standing.SetAside), candidate => candidate.Reason ?? "")) yield return block;
    }

    /// <summary>The factors of a round, in the wording that is frozen for it.</summary>
    public static Outline Frozen(Round round) =>
        new([.. round.Factors.Select((factor, at) => new OutlineRow(0, Wordings.Ordinal(at + 1)[..^2], $"{factor.Name:strong} · {factor.Meaning}", $"{factor.Metric}: {Wordings.Levels(factor)}"))]);

    /// <summary>What somebody may see of the proposals: all of them for whoever leads, else the own ones; everything once they are shown.</summary>
    public static Card Proposals(Scene scene, WeightingSession session)
    {
        var isPrivate = scene.State is Collecting && !session.Leads(scene.By);
        var seen = isPrivate ? session with { Candidates = [.. session.Candidates.Where(candidate => candidate.ProposedBy.Any(person => person.Is(scene.By)))] } : session;
        var mine = seen.Candidates.Where(candidate => candidate.Standing is Standing.InPlay or Standing.SetAside && (session.Leads(scene.By) || candidate.ProposedBy.Any(person => person.Is(scene.By)))).Take(10).ToImmutableArray();
        return new Card(isPrivate ? "What you proposed" : "All candidates",
        [
            .. seen.Candidates.IsEmpty ? [new Prose(isPrivate ? "Nothing yet. What you propose, the others see when all candidates are shown." : "Nobody has proposed a factor yet.")] : Candidates(seen),
            .. mine.IsEmpty || scene.State is not (Collecting or Choosing) ? ImmutableArray<Block>.Empty : [new Buttons(mine.Select(candidate => new Button($"Word {candidate.Id} anew", scene.Subject.Press(PressVerb.Reword, candidate.Id), About: candidate.Name)))],
            .. session.Leads(scene.By) && scene.State is Collecting or Choosing ? [Lead(scene)] : ImmutableArray<Block>.Empty,
        ]);
    }

    private static Buttons Lead(Scene scene) => new(
    [
        new Button("Merge", scene.Subject.Press(PressVerb.Merge), About: "factors that mean the same"),
        new Button("Set one aside", scene.Subject.Press(PressVerb.Aside)),
        .. scene.State is Collecting ? [new Button("Show the candidates", scene.Subject.Press(PressVerb.Candidates), ButtonKind.Primary)] : ImmutableArray<Button>.Empty,
    ]);

    private static IEnumerable<Block> Section(string title, IEnumerable<Candidate> candidates, Func<Candidate, Words> quiet)
    {
        var rows = candidates.Select(candidate => new OutlineRow(0, candidate.Id, $"{candidate.Name:strong} · {candidate.Meaning}", quiet(candidate))).ToImmutableArray();
        if (rows.IsEmpty) yield break;
        yield return new Prose($"{title:strong} · {rows.Length}");
        yield return new Outline(rows);
    }

    private static Words Measured(Candidate candidate) => $"{candidate.Metric}: {Wordings.Levels(candidate.Frozen())}{Rest(candidate)}";

    private static Words Unmeasured(Candidate candidate) => (candidate.Metric switch
    {
        null => "which metric measures it?",
        var metric => $"{metric}: which are its worst and best levels?",
    }) + Rest(candidate);

    private static string Rest(Candidate candidate) =>
        (candidate.Merged.IsEmpty ? "" : $" · with {string.Join(", ", candidate.Merged)}")
        + (candidate.Note is { } note ? $" · {note}" : "")
        + (candidate.Passes.IsEmpty ? " · not screened yet" : candidate.Fails is { Length: > 0 } fails ? $" · to ask: {string.Join(", ", fails.Select(Wordings.Short))}?" : "");
}
