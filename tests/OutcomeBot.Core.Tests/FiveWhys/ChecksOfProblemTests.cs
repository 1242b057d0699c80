using OutcomeBot.Core.Practices.FiveWhys;
using Xunit;

namespace OutcomeBot.Core.Tests.FiveWhys;

public sealed class ChecksOfProblemTests
{
    [Theory]
    [InlineData("We need a new CRM")]
    [InlineData("Introduce OKRs")]
    [InlineData("Migrate to Kubernetes")]
    [InlineData("Build a data warehouse")]
    [InlineData("Why don't we use feature flags?")]
    [InlineData("Why do we have no automated tests?")]
    [InlineData("How can we automate the release?")]
    [InlineData("We should hire a tester")]
    [InlineData("Not enough developers")]
    public void A_solution_is_no_problem_to_ask_about(string problem) =>
        Assert.Equal(CheckId.SolutionInDisguise, ProblemChecks.Refused(problem, ["Ana Lopez", "Ben"])?.Id);

    [Theory]
    [InlineData("Ben is always late")]
    [InlineData("Why is Ben always late?")]
    [InlineData("Why is Ana so slow?")]
    [InlineData("The new developer is careless")]
    [InlineData("She doesn't listen")]
    [InlineData("Ben")]
    [InlineData("Why are the testers lazy?")]
    public void A_person_is_no_problem_to_ask_about(string problem) =>
        Assert.Equal(CheckId.PersonOrGroup, ProblemChecks.Refused(problem, ["Ana Lopez", "Ben"])?.Id);

    [Theory]
    [InlineData("Why is revenue growth declining?")]
    [InlineData("Conversion of up-sells fell from 31 % to 22 % in Q3")]
    [InlineData("Why do releases slip?")]
    [InlineData("Build times have doubled since May")]
    [InlineData("Use of the export has fallen")]
    [InlineData("Why is R&D slowing?")]
    [InlineData("Support answers after 3 days, it was 1 day in spring")]
    [InlineData("Why did Ben's import lose 40 rows?")]
    [InlineData("Customers in Germany cancel in the first month")]
    [InlineData("Increase of churn in the Nordics")]
    [InlineData("売上が落ちた")]
    public void A_problem_is_taken(string problem) => Assert.Null(ProblemChecks.Refused(problem, ["Ana Lopez", "Ben"]));

    [Theory]
    [InlineData("Revenue growth fell from 19.9 % to 5.2 % in Q4 for enterprise customers", "")]
    [InlineData("Lead time in checkout was 31 days in May, now it is 88", "")]
    [InlineData("Why is revenue growth declining?", "baseline when where")]
    [InlineData("Releases slip", "metric baseline when where")]
    [InlineData("Churn in Germany has doubled", "when")]
    [InlineData("Things are bad", "metric baseline when where")]
    [InlineData("Since March 12 % of the orders in the web shop fail", "baseline")]
    [InlineData("Conversion is 22 % instead of 31 % since May", "where")]
    public void What_a_problem_leaves_out_is_named(string problem, string missing) =>
        Assert.Equal(missing.Split(' ', StringSplitOptions.RemoveEmptyEntries), ProblemChecks.Missing(problem));
}
