using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>The session after a change.</summary>
internal static class SessionFolding
{
    public static WeightingSession After(WeightingSession session, ValueModelChange change)
    {
        var after = Of(session, change);
        return after with
        {
            LeadActedAt = session.Leads(change.By) ? change.At : session.LeadActedAt,
            Last = What(change) is { } what ? new Step(change.By, change.At, what) : session.Last,
        };
    }

    public static WeightingSession Seated(WeightingSession session, Seat seat)
    {
        var at = session.Roll.ToList().FindIndex(taken => taken.Who.Is(seat.Who));
        return session with { Roll = at < 0 ? session.Roll.Add(seat) : session.Roll.SetItem(at, seat) };
    }

    /// <summary>The vital few stay; what was cut keeps its rank as the reason.</summary>
    public static WeightingSession Cut(WeightingSession session, CutRevealed cut) => session with
    {
        Candidates = [.. session.Candidates.Select(candidate => cut.Order.IndexOf(candidate.Id) is var rank && rank >= session.VitalFewLimit
            ? candidate with { Standing = Standing.Cut, Reason = $"came {Wordings.Ordinal(rank + 1)} of {cut.Order.Length} in the ranked vote of {cut.Weighed}" }
            : candidate)],
    };

    private static WeightingSession Of(WeightingSession session, ValueModelChange change) => change switch
    {
        SeatTaken taken => Seated(session, taken.Seat),
        AwaySet set => session with { Roll = [.. session.Roll.Select(seat => seat.Who.Is(set.Who) ? seat with { IsAway = set.IsAway } : seat)] },
        LeadGiven { IsOwner: true } given => session with { Owner = given.To, LeadActedAt = given.At },
        LeadGiven given => session with { Deputy = given.To },
        FactorProposed proposed => session with { Candidates = session.Candidates.Add(proposed.Candidate) },
        FactorReworded reworded => session with { Candidates = Replaced(session, reworded.Candidate) },
        FactorsMerged merged => Merged(session, merged),
        FactorSetAside aside => session with { Candidates = Replaced(session, session.Candidate(aside.Id)! with { Standing = Standing.SetAside, Reason = aside.Reason }) },
        WeightsShown shown => session with { Shown = session.Shown.Add(shown.Shown) },
        _ => session,
    };

    private static WeightingSession Merged(WeightingSession session, FactorsMerged merged)
    {
        var (into, gone) = (session.Candidate(merged.Into)!, merged.Merged.Select(id => session.Candidate(id)!).ToImmutableArray());
        var whole = into with
        {
            Merged = [.. into.Merged, .. gone.Select(candidate => candidate.Name)],
            ProposedBy = [.. into.ProposedBy.Concat(gone.SelectMany(candidate => candidate.ProposedBy)).DistinctBy(person => person.Id)],
            Note = merged.Note ?? into.Note,
        };
        return session with
        {
            Candidates = [.. session.Candidates.Select(candidate => candidate.Id == into.Id ? whole
                : merged.Merged.Contains(candidate.Id) ? candidate with { Standing = Standing.Merged, Reason = $"merged into {into.Name}" }
                : candidate)],
        };
    }

    private static ImmutableArray<Candidate> Replaced(WeightingSession session, Candidate candidate) =>
        [.. session.Candidates.Select(known => known.Id == candidate.Id ? candidate : known)];

    /// <summary>What others see as the newest step; null for what is nobody else's business.</summary>
    private static string? What(ValueModelChange change) => change switch
    {
        SeatTaken { Seat.Part: Part.Observer } => "watches",
        SeatTaken => "takes part",
        LeadGiven { IsOwner: true } => "leads it from now on",
        LeadGiven given => $"named {given.To.Name} as deputy",
        CandidatesShown => "showed the candidates",
        FactorsMerged => "merged factors",
        FactorSetAside => "set a factor aside",
        RoundOpened { Round.IsCut: true } => "opened the ranked vote",
        RoundOpened opened => $"opened round {opened.Round.Ordinal}",
        RoundExtended => "gave it more time",
        RoundEnded { End: NotValid } => "closed the round as not valid",
        RoundEnded => "closed the round",
        ModelAgreed agreed => $"agreed on version {agreed.Model.Version}",
        InitiativeScored scored => $"scored {scored.Initiative.Name}",
        SessionDropped => "gave it up",
        _ => null,
    };
}
