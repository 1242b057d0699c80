namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>How much one check-in holds, so that every platform can carry it.</summary>
public static class Limits
{
    public const int Question = 300;
    public const int Answer = 1_000;
    public const int Reason = 300;
    public const int People = 50;
    public const int Answers = 100;
    public const int LongestWindow = 24 * 14;
    public const int MostBudget = 20;
}
