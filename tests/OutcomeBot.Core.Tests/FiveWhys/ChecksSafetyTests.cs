using System.Diagnostics;
using CsCheck;
using OutcomeBot.Core.Language;
using OutcomeBot.Core.Practices.FiveWhys;
using Xunit;
using Check = OutcomeBot.Core.Practices.FiveWhys.Check;

namespace OutcomeBot.Core.Tests.FiveWhys;

public sealed class ChecksSafetyTests
{
    private const int Samples = 3000;

    private static readonly string[] s_pieces =
    [
        "Ana", "R&D", "is", "not", "too", "and", "; ", "also", "because", "n't", "'s", "nobody", "the process", "needs", "no", "…", "\n",
        "\uD83D", "\uDC00", "👩‍💻", "e\u0301", "売上", "عربي", "@", "<@U1>", "https://x.y/a;b", "**", "|", "\u200B", "\0", "5 %", "was", ".", "?",
    ];

    private static readonly Gen<string> s_text = Gen.OneOf(
        Gen.String,
        Gen.Int[0, s_pieces.Length - 1].Select(at => s_pieces[at]).Array[0, 30].Select(pieces => string.Join(' ', pieces)),
        Gen.Int[0, s_pieces.Length - 1].Select(at => s_pieces[at]).Array[0, 30].Select(string.Concat));

    [Fact]
    public void Any_text_is_answered_with_questions() => Gen.Select(s_text, s_text).Sample((answer, parent) =>
    {
        var checks = CausationChecks.Of(answer, new CheckContext(parent, parent, [parent, answer + " x"], [parent, "Ana"]));
        foreach (var check in checks) AssertIsKind(check);
        Assert.Equal(checks.Length, checks.Select(check => check.Id).Distinct().Count());
        if (ProblemChecks.Refused(answer, [parent, "Ana"]) is { } refused) AssertIsKind(refused);
        ProblemChecks.Missing(answer);
    }, iter: Samples);

    [Fact]
    public void A_contraction_of_nothing_is_a_word_like_any_other() =>
        Assert.NotEmpty(CausationChecks.Of("Ana needs n't", new CheckContext("", "", default, ["Ana"])));

    [Fact]
    public void Any_text_becomes_a_question() => s_text.Sample(text =>
    {
        Assert.EndsWith("?", Wording.WhyOf(text), StringComparison.Ordinal);
        Assert.EndsWith("?", Wording.HowOf(text), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', Wording.WhyOf(text));
        Assert.NotEmpty(Wording.Split(text));
        Assert.NotEmpty(Wording.CausalStatement(text, text, text));
        Assert.Equal(Wording.Sentence(text), Wording.Sentence(Wording.Sentence(text)));
    }, iter: Samples);

    [Theory]
    [InlineData("a and ")]
    [InlineData("tests fail and ")]
    [InlineData("nobody is not too ")]
    [InlineData("; and also ")]
    [InlineData("process not ")]
    [InlineData("we skip the no without enough ")]
    [InlineData("because ")]
    [InlineData("'s")]
    [InlineData("x")]
    [InlineData("\uD83D")]
    [InlineData("売")]
    [InlineData("https://")]
    public void Ten_thousand_characters_of_anything_are_read_at_once(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length));
        var context = new CheckContext(text, text, [.. Enumerable.Range(0, 40).Select(number => $"Cause {number} waits")], ["Ana"]);
        var clock = Stopwatch.StartNew();

        CausationChecks.Of(text, context);
        ProblemChecks.Refused(text, ["Ana"]);
        Wording.WhyOf(text);
        Wording.CausalStatement(text, text, text);

        // A quadratic reading takes minutes; this one takes milliseconds, and a busy machine may take a hundred times that.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.ElapsedMilliseconds} ms");
    }

    private static void AssertIsKind(Check check)
    {
        Assert.EndsWith("?", check.Question, StringComparison.Ordinal);
        Assert.EndsWith(".", check.Explanation, StringComparison.Ordinal);
        Assert.NotEmpty(check.Name);
        Assert.InRange(check.Found.Length, 1, 120);
    }
}
