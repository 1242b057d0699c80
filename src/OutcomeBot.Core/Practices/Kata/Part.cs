using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>A text on the board: whose it is, and which of its texts.</summary>
/// <param name="Item">The mark of the target condition, obstacle or experiment.</param>
public sealed record Part(string Item, PartKind Kind)
{
    /// <summary>The part as the argument of a press: <c>e1.expect</c>.</summary>
    public string Argument => $"{Item}.{Kind.ToString().ToLowerInvariant()}";

    /// <summary>Reads an argument that came from outside; null when it names no part.</summary>
    public static Part? Of(string? argument) => argument?.Split('.') is [{ Length: > 1 } item, var kind]
        && Enum.GetNames<PartKind>().FirstOrDefault(name => name.Equals(kind, StringComparison.OrdinalIgnoreCase)) is { } known
            ? new Part(item, Enum.Parse<PartKind>(known))
            : null;

    /// <summary>The text as it stands on this board; null when there is none.</summary>
    public Written? On(Storyboard board) => Kind switch
    {
        PartKind.Target => board.Target(Item) is { } target ? new Written(target.Description, target.By, target.At) : null,
        PartKind.Actual => board.Target(Item)?.Actual is { IsMeasured: false } actual ? new Written(actual.Text, board.Learner, board.LearnerActedAt) : null,
        PartKind.Obstacle => board.Obstacle(Item) is { } obstacle ? new Written(obstacle.Text, obstacle.By, obstacle.At) : null,
        PartKind.Step => board.Experiment(Item) is { } experiment ? new Written(experiment.Step, experiment.By, experiment.At) : null,
        PartKind.Expect => board.Experiment(Item)?.Expectation,
        PartKind.Happened => board.Experiment(Item)?.Outcome,
        PartKind.Learned => board.Experiment(Item)?.Learning,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>Which text it is.</summary>
public enum PartKind
{
    Target,
    Actual,
    Obstacle,
    Step,
    Expect,
    Happened,
    Learned,
}
