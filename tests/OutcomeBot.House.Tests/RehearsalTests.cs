using OutcomeBot.Core.Practices;
using OutcomeBot.Web.Hosting;

namespace OutcomeBot.House.Tests;

public sealed class RehearsalTests
{
    [Fact]
    public void What_is_rehearsed_at_a_start_is_a_whole_turn_with_a_card() =>
        Assert.Contains("revenue growth declining", Rehearsal.Take(Catalog.All[0]).Title, StringComparison.Ordinal);
}
