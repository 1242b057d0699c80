namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>The last step in words: "Ben answered 1.2".</summary>
internal static class StepWords
{
    public static Step Of(WhyTree was, WhyTree now, FiveWhysChange change) => new(change.By, change.At, change switch
    {
        FactsAdded => "added facts about the problem",
        ProblemReworded => "reworded the problem",
        Answered answered => $"answered ({now.Mark(answered.Id)})",
        CauseSplit split => $"split {now.Mark(split.Cause)}",
        Reworded reworded => $"reworded {now.Mark(reworded.Cause)}",
        Withdrawn withdrawn => $"took {was.Mark(withdrawn.Cause)} back",
        FocusMoved { Cause: null } => "went back to the first why",
        FocusMoved moved => $"asked the next why of {now.Mark(moved.Cause)}",
        EvidenceAttached attached => $"attached evidence to {now.Mark(attached.Cause)}",
        Contested contested => $"contested {now.Mark(contested.Cause)}",
        WentAndSaw saw => $"went and saw {now.Mark(saw.Cause)}",
        Refuted refuted => $"refuted {now.Mark(refuted.Cause)}",
        Restored restored => $"restored {now.Mark(restored.Cause)}",
        GateSet { Gate: Chat.Branching.And } => "joined causes with AND",
        GateSet => "joined causes with OR",
        Categorised filed => $"filed {now.Mark(filed.Cause)} under {filed.Category}",
        LinksHeld held => held.Causes.Length == 1 ? "said that a step holds" : $"said that {held.Causes.Length} steps hold",
        LinksDoubted => "doubted a step",
        CountermeasureAdded => "added a countermeasure",
        MeasureEnded { Outcome: MeasureOutcome.Done } => "finished a countermeasure",
        MeasureEnded { Outcome: MeasureOutcome.Dropped } => "dropped a countermeasure",
        MeasureEnded => "took a countermeasure up again",
        EffectFound { Helped: Helped.No } => "found that it didn't help",
        EffectFound { Helped: Helped.Partly } => "found that it helped in part",
        EffectFound => "found that it helped",
        CauseHandedOn on => $"made {now.Mark(on.Cause)} an obstacle",
        ConclusionDrawn => "concluded",
        Amended => "amended a text",
        FacilitatorChanged to when to.To.Is(change.By) => "took over as facilitator",
        FacilitatorChanged to => $"handed over to {to.To.Name}",
        Undone => $"took the last step back ({was.Last.What})",
        Reopened => "reopened it",
        WasAbandoned => "abandoned it",
        _ => throw new System.Diagnostics.UnreachableException(),
    });
}
