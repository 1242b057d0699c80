using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.FiveWhys;
using Xunit;

namespace OutcomeBot.Core.Tests.FiveWhys;

/// <summary>Given an analysis, when somebody wants something, then this happens or is refused.</summary>
internal static class Rules
{
    public static Decision When(this Thread given, Command command) => FiveWhysRules.Decide(given.State, command);

    public static TChange Then<TChange>(this Decision decision)
        where TChange : Change => Assert.IsType<TChange>(Assert.IsType<Accepted>(decision).Changes[^1]);

    public static void ThenNothing(this Decision decision) => Assert.Empty(Assert.IsType<Accepted>(decision).Changes);

    public static Refusal ThenRefused(this Decision decision, string because, string? field = null)
    {
        var refusal = Assert.IsType<Refusal>(decision);
        Assert.Contains(because, refusal.Sentence, StringComparison.Ordinal);
        Assert.Equal(field, refusal.Field);
        return refusal;
    }

    public static TCommand By<TCommand>(this TCommand command, Person person, Instant? at = null)
        where TCommand : Command => command with { By = person, At = at ?? People.Start + Duration.FromHours(1) };

    /// <summary>A chain of so many whys.</summary>
    public static Thread Deep(int whys)
    {
        var thread = Thread.Asked();
        for (var why = 1; why <= whys; why++)
        {
            thread.Say(People.Ben, $"Cause number {why} of the chain");
            if (why < whys) thread.Press(People.Ben, "next", $"c{why}");
        }

        return thread;
    }
}
