using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Kata;
using Xunit;
using static OutcomeBot.Core.Tests.Kata.Board;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests.Kata;

/// <summary>What the rules say to a command, given a storyboard.</summary>
internal static class Rules
{
    public static TChange Done<TChange>(Board given, Command command, Person by) =>
        Assert.Single(Assert.IsType<Accepted>(KataRules.Decide(given.State, command with { By = by, At = given.Now })).Changes.OfType<TChange>());

    public static void Nothing(Board given, Command command, Instant at) =>
        Assert.Empty(Assert.IsType<Accepted>(KataRules.Decide(given.State, command with { By = Bot, At = at })).Changes);

    public static void Refused(Board given, Command command, string because, Person by)
    {
        var refusal = Assert.IsType<Refusal>(KataRules.Decide(given.State, command with { By = by, At = given.Now }));
        Assert.Contains(because, refusal.Sentence, StringComparison.Ordinal);
    }
}
