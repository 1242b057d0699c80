namespace OutcomeBot.Core.Practices.Kata;

/// <summary>How much one storyboard holds, so that it stays readable and every platform can carry it.</summary>
public static class Limits
{
    public const int Challenge = 300;
    public const int Note = 300;
    public const int Obstacle = 500;
    public const int Metric = MetricName.Longest;

    public const int OpenTargets = 3;
    public const int Targets = 20;
    public const int Obstacles = 40;
    public const int OpenSteps = 10;
    public const int Experiments = 200;

    /// <summary>The newest coaching cycles stay on the board; older ones are in its history.</summary>
    public const int Cycles = 100;

    /// <summary>So many of the newest lines of the thread follow their edits.</summary>
    public const int Lines = 100;

    /// <summary>After so many days without a word from the learner, anybody can take over.</summary>
    public const int QuietDays = 14;
}
