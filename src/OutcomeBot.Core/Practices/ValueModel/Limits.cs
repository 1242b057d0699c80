namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>How much there may be of anything, and the thresholds that are said beside the numbers they judge.</summary>
public static class Limits
{
    /// <summary>More factors than this are hard to tell apart; a team can choose up to <see cref="MostFactors"/>.</summary>
    public const int UsualFactors = 5;

    public const int LeastFactors = 2;

    public const int MostFactors = 7;

    /// <summary>Ten comparisons are what a person answers with care.</summary>
    public const int MostCompared = 5;

    public const int Candidates = 30;

    /// <summary>A ranked vote is held on at most so many: one line of a form each.</summary>
    public const int MostRanked = 12;

    public const int Voters = 2000;

    public const int Initiatives = 100;

    public const int Rounds = 20;

    /// <summary>Smaller groups would show what single persons voted.</summary>
    public const int SmallestGroup = 3;

    /// <summary>After so many days without a word from owner and deputy, somebody else may take over.</summary>
    public const int QuietDays = 3;

    public const int Question = 200;

    public const int Name = 60;

    public const int Meaning = 300;

    public const int Note = 300;

    public const int Rationale = 1000;

    public const int Level = 240;

    public const int Group = 40;

    public const int Team = 60;

    /// <summary>The longest that a round may stay open, in days.</summary>
    public const int LongestDays = 60;
}
