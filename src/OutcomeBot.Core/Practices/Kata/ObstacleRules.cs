using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>The obstacle parking lot: anybody parks, one is active.</summary>
internal static class ObstacleRules
{
    public static Decision Of(Storyboard board, ParkObstacle park) => Typed.Line(park.Text) switch
    {
        { Length: < 3 } => new Refusal("Say what stands in the way.", "text"),
        { Length: > Limits.Obstacle } => new Refusal($"Keep the obstacle under {Limits.Obstacle} characters.", "text"),
        _ when board.Obstacles.Length >= Limits.Obstacles => new Refusal($"The parking lot holds {Limits.Obstacles} obstacles, and that's more than anybody can look at. Work on one of them."),
        var text when board.Obstacles.FirstOrDefault(obstacle => obstacle.IsOpen && obstacle.Text.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } same =>
            new Refusal($"That's in the parking lot already, as {same.Id}."),
        var text => new ObstacleParked($"o{board.Obstacles.Length + 1}", text, park.From) { By = park.By, At = park.At },
    };

    public static Decision Of(Storyboard board, Activate activate) => board.Obstacle(activate.Obstacle) switch
    {
        null => Gone,
        _ when !board.Leads(activate.By) => board.OnlyLeads("choose the obstacle to work on"),
        { State: ObstacleState.Active } => new Refusal("You work on this obstacle already."),
        { State: ObstacleState.Overcome } => new Refusal("This obstacle is overcome. If it's back, park it again in today's words."),
        _ when board.RunningStep() is { } running => new Refusal($"{running.Id} is running on another obstacle. Go and see what happened first, then change over."),
        var obstacle => new ObstacleActivated(obstacle.Id) { By = activate.By, At = activate.At },
    };

    public static Decision Of(Storyboard board, Overcome overcome) => (board.Obstacle(overcome.Obstacle), Typed.Line(overcome.How)) switch
    {
        (null, _) => Gone,
        _ when !board.Leads(overcome.By) => board.OnlyLeads("call an obstacle overcome"),
        ({ State: ObstacleState.Overcome }, _) => new Refusal("This obstacle is overcome already."),
        _ when board.RunningStep() is { } running && running.Obstacle == overcome.Obstacle => new Refusal($"{running.Id} is still running on it. Say what happened first."),
        (_, { Length: 0 }) => new Refusal("Say what shows that it's gone.", "how"),
        (_, { Length: > Limits.Note }) => new Refusal($"Keep it under {Limits.Note} characters.", "how"),
        var (obstacle, how) => new ObstacleOvercome(obstacle.Id, how) { By = overcome.By, At = overcome.At },
    };

    public static Refusal Gone { get; } = new("That obstacle isn't on the board any more. The newest board shows what is.");
}
