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

    [Theory]
    [InlineData("dates were believed", "How did it come about that dates were believed?")]
    [InlineData("Because R&D plans alone.", "How did it come about that R&D plans alone?")]
    [InlineData("How did the price change?", "How did the price change?")]
    [InlineData("Why is growth declining?", "Why is growth declining, and how did it come about?")]
    public void How_asks_for_the_story(string said, string asked) => Assert.Equal(asked, Wording.HowOf(said));

    [Theory]
    [InlineData("release planning has no capacity rule ", "Release planning has no capacity rule.")]
    [InlineData("iOS users can't log in", "iOS users can't log in.")]
    [InlineData("Is it?", "Is it?")]
    [InlineData("a\nb ;", "A b.")]
    [InlineData("売上が落ちた。", "売上が落ちた。")]
    [InlineData("", "")]
    public void A_sentence_has_a_capital_and_a_stop(string said, string sentence) => Assert.Equal(sentence, Wording.Sentence(said));

    [Theory]
    [InlineData("Release planning has no capacity rule.", "release planning has no capacity rule")]
    [InlineData("R&D is slow.", "R&D is slow")]
    [InlineData("SSO was never tested", "SSO was never tested")]
    [InlineData("I am paged", "I am paged")]
    [InlineData("Because Ana left", "Ana left")]
    [InlineData("Q4 was short", "Q4 was short")]
    [InlineData("It's late!", "it's late")]
    public void A_clause_stands_inside_a_sentence(string said, string clause) => Assert.Equal(clause, Wording.Clause(said));

    [Theory]
    [InlineData("Release planning has no capacity rule", "Work waits 51 of 88 days", "Why is revenue growth declining?",
        "Release planning having no capacity rule led to work waiting 51 of 88 days, which increased the likelihood of revenue growth declining.")]
    [InlineData("Dates were believed", "Sales sold from the roadmap", "Conversion of up-sells has fallen",
        "Dates being believed led to sales selling from the roadmap, which increased the likelihood of conversion of up-sells having fallen.")]
    [InlineData("Technical debt", "The build is failing", "Why do customers churn?",
        "Technical debt led to the build failing, which increased the likelihood of customers churning.")]
    [InlineData("Marketing did not inform sales", "The numbers were never verified", "Customers leave",
        "Marketing not informing sales led to the numbers never being verified, which increased the likelihood of customers leaving.")]
    [InlineData("We can't release on Fridays", "If a test fails, the queue stops", "Why is it so?",
        "The fact that we can't release on Fridays led to a situation where if a test fails, the queue stops, which increased the likelihood of what was asked (“Why is it so?”).")]
    public void A_causal_statement_reads_as_one_sentence(string cause, string effect, string problem, string statement) =>
        Assert.Equal(statement, Wording.CausalStatement(cause, effect, problem));

    [Theory]
    [InlineData("The build takes an hour and tests fail at random", "The build takes an hour", "tests fail at random")]
    [InlineData("Prices changed in May; the plan was removed", "Prices changed in May", "the plan was removed")]
    [InlineData("The price was raised in March. Also, the old plan was removed.", "The price was raised in March", "the old plan was removed")]
    [InlineData("Mails bounce; forms fail; and calls wait", "Mails bounce", "forms fail", "calls wait")]
    public void Several_causes_come_apart(string answer, params string[] causes) => Assert.Equal(causes, Wording.Split(answer));

    [Theory]
    [InlineData("R&D and sales plan from different calendars")]
    [InlineData("Supply and demand are matched once a quarter")]
    [InlineData("Enterprises need audit and SSO")]
    [InlineData("The rule is missing and so work waits")]
    [InlineData("Features are promised before capacity and dates are known")]
    [InlineData("The script retries and fails")]
    [InlineData("See https://example.org/a;b for the numbers")]
    public void One_cause_stays_whole(string answer) => Assert.Equal(answer, Assert.Single(Wording.Split(answer)));
}
