using System.Collections.Immutable;

namespace OutcomeBot.Load;

/// <summary>An analysis as its card shows it in Slack.</summary>
/// <param name="Subject">The id that the bot gave it, learned from the presses on its card.</param>
/// <param name="Question">The number in its question.</param>
/// <param name="Presses">The presses on its card as it was last sent.</param>
internal sealed record Session(string Subject, string Team, string Channel, string Message, int Question, ImmutableArray<string> Presses)
{
    /// <summary>The presses that ask the next why, one for each open cause.</summary>
    public ImmutableArray<string> NextWhys => [.. Presses.Where(press => press.Contains(Mix.NextWhy, StringComparison.Ordinal))];

    /// <summary>The press that lists all causes.</summary>
    public string Choose => $"why/{Subject}{Mix.Choose}";

    /// <summary>The press that opens the form of the first answer.</summary>
    public string FirstAnswer => $"why/{Subject}{Mix.FirstAnswer}";
}
