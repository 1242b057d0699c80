using CsCheck;
using OutcomeBot.Core.Language;
using Xunit;

namespace OutcomeBot.Core.Tests.Language;

public sealed class NearestTests
{
    private static readonly string[] s_commands =
        ["why", "model", "kata", "metric", "flow", "map", "hypothesis", "loop", "checkin", "report", "export", "help"];

    [Theory]
    [InlineData("wyh", "why")]
    [InlineData("WHY", "why")]
    [InlineData("kataa", "kata")]
    [InlineData("katt", "kata")]
    [InlineData("metirc", "metric")]
    [InlineData("hypotesis", "hypothesis")]
    [InlineData("hypothesys", "hypothesis")]
    [InlineData("hypo", "hypothesis")]
    [InlineData("chekin", "checkin")]
    [InlineData("check-in", "checkin")]
    [InlineData("exprot", "export")]
    [InlineData(" repotr ", "report")]
    [InlineData("hlep", "help")]
    public void A_slip_of_the_finger_finds_the_word(string typed, string meant) => Assert.Equal(meant, Nearest.Word(typed, s_commands));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("lunch")]
    [InlineData("conversion")]
    [InlineData("売上")]
    public void What_is_far_from_every_word_finds_none(string typed) => Assert.Null(Nearest.Word(typed, s_commands));

    [Fact]
    public void Every_word_with_two_neighbours_swapped_is_still_found() =>
        Gen.Select(Gen.Int[0, s_commands.Length - 1].Select(at => s_commands[at]), Gen.Int[0, 20]).Sample((word, at) =>
        {
            var place = at % (word.Length - 1);
            var typed = string.Concat(word.AsSpan(0, place), word.AsSpan(place + 1, 1), word.AsSpan(place, 1), word.AsSpan(place + 2));
            return Nearest.Word(typed, s_commands) is not null;
        });

    [Fact]
    public void Any_text_at_all_is_answered() => Gen.String.Sample(typed => { Nearest.Word(typed, s_commands); });
}
