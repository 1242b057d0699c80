using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>Who is learner, coach and second coach.</summary>
internal static class RoleRules
{
    public static Decision Of(Storyboard board, GiveRole give) => (give.Role, give.To) switch
    {
        (_, null) => new Refusal("Choose somebody.", "to"),
        (var role, { } to) when to.Is(Holder(board, role)) => new Refusal($"{to.Name} is the {RoleWords.Of(role)} already.", "to"),
        (Role.Learner, { } to) when board.IsCoach(to) => new Refusal($"{to.Name} coaches here. Name another coach first: nobody coaches their own work.", "to"),
        (not Role.Learner, { } to) when board.IsLearner(to) => new Refusal($"{to.Name} is the learner. Choose somebody else: nobody coaches their own work.", "to"),
        (not Role.Learner, { } to) when board.IsCoach(to) => new Refusal($"{to.Name} coaches here already.", "to"),
        (Role.Learner, { } to) when to.Is(give.By) && IsSilent(board, give.At) => Given(give),
        (Role.Coach, { } to) when to.Is(give.By) && board.Coach is null => Given(give),
        _ when board.Leads(give.By) => Given(give),
        (Role.Learner, _) => board.OnlyLeads("name the learner"),
        _ => board.OnlyLeads("name a coach"),
    };

    /// <summary>Whether the learner has been silent for so long that anybody may take over.</summary>
    public static bool IsSilent(Storyboard board, Instant at) => at - board.LearnerActedAt >= Duration.FromDays(Limits.QuietDays);

    public static Person? Holder(Storyboard board, Role role) => role switch
    {
        Role.Learner => board.Learner,
        Role.Coach => board.Coach,
        Role.SecondCoach => board.SecondCoach,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static RoleGiven Given(GiveRole give) => new(give.Role, give.To!) { By = give.By, At = give.At };
}

/// <summary>The roles in words.</summary>
internal static class RoleWords
{
    public static string Of(Role role) => role switch
    {
        Role.Learner => "learner",
        Role.Coach => "coach",
        Role.SecondCoach => "second coach",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
