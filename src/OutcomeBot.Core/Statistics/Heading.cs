namespace OutcomeBot.Core.Statistics;

/// <summary>Which way something lies or moves: above and rising, or below and falling. It says nothing about good or bad.</summary>
public enum Heading
{
    Up,
    Down,
}
