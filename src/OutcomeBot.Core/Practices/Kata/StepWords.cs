namespace OutcomeBot.Core.Practices.Kata;

/// <summary>The last step in words: "Ben parked o2".</summary>
internal static class StepWords
{
    public static string Of(Storyboard was, KataChange change) => change switch
    {
        ChallengeSet when was.Challenge is null => "said the challenge",
        ChallengeSet => "reworded the challenge",
        TargetSet set => $"set target condition {set.Id}",
        ActualSeen => "took down the actual condition",
        TargetReviewed it => $"reviewed {it.Target}: {TargetWords.Of(it.Outcome).ToLowerInvariant()}",
        ObstacleParked parked => $"parked {parked.Id}",
        ObstacleActivated active => $"chose {active.Id} to work on",
        ObstacleOvercome overcome => $"called {overcome.Id} overcome",
        StepPlanned planned => $"planned {planned.Id}",
        OutcomePredicted predicted when was.Experiment(predicted.Id)?.Expectation is null => $"predicted {predicted.Id}",
        OutcomePredicted predicted => $"predicted {predicted.Id} anew",
        StepStarted started => $"started {started.Id}",
        GoAndSeeSet set => $"set the day to go and see {set.Id}",
        OutcomeSeen seen => $"said what happened in {seen.Id}",
        LearningNoted noted => $"noted what {noted.Id} taught",
        StepDropped dropped => $"gave {dropped.Id} up",
        Reworded reworded => $"reworded {reworded.Part.Item}",
        CoachingBegun => "began a coaching cycle",
        CoachingAnswered => "answered the coach",
        CoachingEnded => "finished a coaching cycle",
        RoleGiven given when given.To.Is(given.By) => $"took over as {RoleWords.Of(given.Role)}",
        RoleGiven given => $"named {given.To.Name} as {RoleWords.Of(given.Role)}",
        Undone => $"took the last step back ({was.Last.What})",
        BoardEnded => "ended the storyboard",
        BoardReopened => "reopened the storyboard",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
