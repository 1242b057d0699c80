using System.Collections.Immutable;
using System.Globalization;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>What may become a factor: proposed by anybody, merged and set aside by whoever leads.</summary>
internal static class FactorRules
{
    public static Decision Of(WeightingSession session, ProposeFactor propose) => session switch
    {
        _ when session.Candidates.Any(other => other.Standing == Standing.InPlay && other.ProposedBy.Any(person => person.Is(propose.By)) && string.Equals(other.Name, Typed.Line(propose.Draft.Name), StringComparison.OrdinalIgnoreCase)) => new Refusal("You proposed that already.", "name"),
        { Candidates.Length: >= Limits.Candidates } => new Refusal($"{Limits.Candidates} factors are proposed, which is more than anybody can weigh. {session.Owner.Name} can merge some first."),
        _ => Read(propose.Draft, null) switch
        {
            (_, { } refusal) => refusal,
            ({ } candidate, _) => new FactorProposed(candidate with { Id = $"f{(session.Candidates.Length + 1).ToString(CultureInfo.InvariantCulture)}", ProposedBy = [propose.By] }) { By = propose.By, At = propose.At },
            _ => throw new System.Diagnostics.UnreachableException(),
        },
    };

    public static Decision Of(WeightingSession session, RewordFactor reword) => (session.Candidate(reword.Id), reword.Draft) switch
    {
        (null, _) => new Refusal("That factor isn't here any more."),
        (var known, _) when !session.Leads(reword.By) && !known!.ProposedBy.Any(person => person.Is(reword.By)) => new Refusal($"Only whoever proposed it can word it anew, and {session.Names()}."),
        (_, null) => Decision.Of(),
        ({ } known, { } draft) => Read(draft, known) switch
        {
            (_, { } refusal) => refusal,
            ({ } candidate, _) when candidate == known => Decision.Of(),
            ({ } candidate, _) => new FactorReworded(candidate with { Standing = known.Standing == Standing.SetAside ? Standing.InPlay : known.Standing, Reason = known.Standing == Standing.SetAside ? null : known.Reason }) { By = reword.By, At = reword.At },
            _ => throw new System.Diagnostics.UnreachableException(),
        },
    };

    public static Decision Of(WeightingSession session, MergeFactors merge)
    {
        if (!session.Leads(merge.By)) return session.OnlyLeads("merge factors");
        var gone = merge.Ids.Where(id => id != merge.Into).Distinct().ToImmutableArray();
        if (session.Candidate(merge.Into) is not { Standing: Standing.InPlay }) return new Refusal("Choose the factor whose wording stays.", "into");
        if (gone.IsEmpty || gone.Any(id => session.Candidate(id) is not { Standing: Standing.InPlay })) return new Refusal("Choose at least one other factor that means the same.", "same");
        return new FactorsMerged(merge.Into, gone, Typed.LineOrNull(Typed.Clip(merge.Note, Limits.Note))) { By = merge.By, At = merge.At };
    }

    public static Decision Of(WeightingSession session, SetFactorAside aside) => (session.Candidate(aside.Id), Typed.Line(aside.Reason)) switch
    {
        _ when !session.Leads(aside.By) => session.OnlyLeads("set a factor aside"),
        (not { Standing: Standing.InPlay }, _) => new Refusal("Choose a factor that is in play.", "factor"),
        (_, "") => new Refusal("Say why: it stays visible with the reason.", "reason"),
        (_, { Length: > Limits.Note }) => new Refusal($"{Limits.Note} characters fit.", "reason"),
        var (_, reason) => new FactorSetAside(aside.Id, reason) { By = aside.By, At = aside.At },
    };

    public static Decision Of(WeightingSession session, ShowCandidates show) => session switch
    {
        _ when !session.Leads(show.By) => session.OnlyLeads("end the proposing"),
        { Candidates.IsEmpty: true } => new Refusal("Nobody has proposed a factor yet. Propose one yourself, or wait for the others."),
        _ => new CandidatesShown { By = show.By, At = show.At },
    };

    private static (Candidate? Candidate, Refusal? Refusal) Read(FactorDraft draft, Candidate? known)
    {
        var (name, meaning) = (Typed.Line(draft.Name), Typed.Line(draft.Meaning));
        var (worst, best) = (Level(draft.Worst), Level(draft.Best));
        Refusal? refusal = (name, meaning) switch
        {
            ("", _) => new("Name the factor in a few words: Lead time, Renewal rate.", "name"),
            ({ Length: > Limits.Name }, _) => new($"{Limits.Name} characters fit on a ballot.", "name"),
            (_, "") => new("Say what is meant, so that everybody weighs the same thing.", "meaning"),
            (_, { Length: > Limits.Meaning }) => new($"{Limits.Meaning} characters fit.", "meaning"),
            _ when draft.Worst.Trim().Length > 0 && worst is null => new("Write the level as a number with its unit, such as 120 days.", "worst"),
            _ when draft.Best.Trim().Length > 0 && best is null => new("Write the level as a number with its unit, such as 30 days.", "best"),
            _ when worst is { } w && best is { } b && w.Unit != b.Unit && w.Unit.Length * b.Unit.Length > 0 => new($"The worst level is in {w.Unit}, the best in {b.Unit}. Write both in the same unit.", "best"),
            _ when worst is { } w && best is { } b && w.Value == b.Value => new("Worst and best level are the same, so nothing could be won. Make them different.", "best"),
            _ when Typed.Line(draft.Metric).Length > MetricName.Longest => new($"{MetricName.Longest} characters fit.", "metric"),
            _ => null,
        };
        return refusal is not null ? (null, refusal) : ((known ?? new Candidate { Id = "", Name = "", Meaning = "" }) with
        {
            Name = name,
            Meaning = meaning,
            Metric = Typed.LineOrNull(draft.Metric),
            Unit = worst is { Unit.Length: > 0 } ? worst.Value.Unit : best?.Unit ?? "",
            WorstLevel = worst?.Value,
            BestLevel = best?.Value,
            Passes = [.. Enum.GetValues<Screen>().Where(screen => draft.Passes.Contains(screen.ToString()))],
        }, null);
    }

    private static Quantity? Level(string typed) => Quantity.Read(typed);
}
