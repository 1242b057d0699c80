namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>How much one analysis holds, so that it stays readable and every platform can carry it.</summary>
public static class Limits
{
    public const int Problem = 300;
    public const int Answer = 500;
    public const int Note = 500;
    public const int Fact = 150;
    public const int Causes = 120;
    public const int Deep = 9;
    public const int EnoughDeep = 3;
    public const int Evidence = 20;
    public const int Countermeasures = 20;
    public const int Links = 20;
    public const int Category = 40;
    public const int Categories = 25;
    public const int QuietDays = 7;
}
