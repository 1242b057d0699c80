using CsCheck;
using OutcomeBot.Core.Language;
using Xunit;

namespace OutcomeBot.Core.Tests.Language;

public sealed class WordingTests
{
    public static TheoryData<string, string> Questions
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var (said, asked) in WhyOfTable.Rows) rows.Add(said, asked);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void The_next_question_is_good_English(string said, string asked) => Assert.Equal(asked, Wording.WhyOf(said));

    [Fact]
    public void The_table_of_questions_is_long_enough_to_mean_something() => Assert.True(WhyOfTable.Rows.Count() >= 60);
}
