using OutcomeBot.Core.Language;
using Xunit;

namespace OutcomeBot.Core.Tests.Language;

public sealed class StemsTests
{
    [Theory]
    [InlineData("Release planning has no capacity rule", "There is no rule for capacity in release planning")]
    [InlineData("Release planning has no capacity rule", "We lack a capacity rule when we plan releases")]
    [InlineData("Conversion of up-sells has fallen", "Upsell conversion dropped")]
    [InlineData("Sales sells from the roadmap", "The roadmap is what sales sold from")]
    [InlineData("Code reviews take two days", "A code review takes two days or more")]
    [InlineData("The test environment is rebuilt by hand", "Test environments are rebuilt by hand every week")]
    [InlineData("Customers leave after the price increase", "Clients are leaving since prices increased")]
    [InlineData("Nobody owns the activation metric", "The activation metric has no owner")]
    [InlineData("Deployments are approved by two directors", "Two directors approve each deployment")]
    [InlineData("売上の目標が変わる", "売上の目標が毎月変わる")]
    public void The_same_cause_in_other_words_is_recognised(string a, string b) =>
        Assert.True(Stems.Likeness(a, b) >= Stems.Alike, $"{Stems.Likeness(a, b)}: {string.Join(' ', Stems.Of(a))} / {string.Join(' ', Stems.Of(b))}");

    [Theory]
    [InlineData("Release planning has no capacity rule", "The release notes are written by hand")]
    [InlineData("Conversion of up-sells has fallen", "Conversion of trial users takes a phone call")]
    [InlineData("Code reviews take two days", "Deployments take two hours at night")]
    [InlineData("Nobody owns the activation metric", "Nobody owns the staging environment")]
    [InlineData("Sales sells from the roadmap", "The roadmap has no dates in Q3")]
    [InlineData("R&D is too slow", "The build is too slow to run before a merge")]
    [InlineData("売上の目標が変わる", "顧客の契約が終わる")]
    [InlineData("", "")]
    [InlineData("It is what it is", "It is what it is")]
    public void Another_cause_is_not_taken_for_the_same(string a, string b) =>
        Assert.True(Stems.Likeness(a, b) < Stems.Alike, $"{Stems.Likeness(a, b)}: {string.Join(' ', Stems.Of(a))} / {string.Join(' ', Stems.Of(b))}");

    [Fact]
    public void Stems_are_distinct_and_in_reading_order_and_leave_small_words_out() =>
        Assert.Equal(["releas", "plan", "capaciti", "rul"], Stems.Of("The release planning has no CAPACITY rule, and the rules of planning...").ToArray());
}
