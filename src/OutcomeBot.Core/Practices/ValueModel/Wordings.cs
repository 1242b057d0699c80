using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>The words that several cards and refusals share.</summary>
internal static class Wordings
{
    /// <summary>Fri 4 Dec 2026, 17:00 Europe/Berlin</summary>
    public static string Time(Instant at, string zone) => zone == "UTC" ? CardText.Of(at) : $"{CardText.Of(at, Zones.Of(zone))} {zone}";

    /// <summary>Round 2, or: The ranked vote</summary>
    public static string Round(Round round) => round.IsCut ? "The ranked vote" : $"Round {round.Ordinal.ToString(CultureInfo.InvariantCulture)}";

    public static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number.ToString("#,0", CultureInfo.InvariantCulture)} {many}";

    /// <summary>1st, 2nd, 3rd, 11th</summary>
    public static string Ordinal(int number) => number.ToString(CultureInfo.InvariantCulture) + ((number % 100, number % 10) switch
    {
        ( >= 11 and <= 13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    });

    public static string Of(Method method) => method switch
    {
        Method.PointAllocation => "100 points over the factors",
        Method.Pairwise => "each factor against each other one",
        Method.RankOrder => "the factors in order",
        Method.RankedCut => "the candidates in order",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(Quorum quorum, int voters) => quorum.Percent is { } percent
        ? $"{percent.ToString(CultureInfo.InvariantCulture)}% of the voters, which is {Count(quorum.Of(voters), "vote", "votes")} now"
        : Count(quorum.Of(voters), "vote", "votes");

    /// <summary>What a screening question asks, as a statement to agree with.</summary>
    public static string Of(Screen screen) => screen switch
    {
        Screen.ExpressesValue => "It says what value customers get",
        Screen.RepresentsStrategy => "It stands for our vision and strategy",
        Screen.LeadsResults => "It moves before the results do",
        Screen.Actionable => "What we do can move it",
        Screen.Understandable => "Everybody here understands it",
        Screen.Measurable => "We can measure it",
        Screen.NotVanity => "It wouldn't rise while we fail",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The same in a word or two, for what is still open.</summary>
    public static string Short(Screen screen) => screen switch
    {
        Screen.ExpressesValue => "customer value",
        Screen.RepresentsStrategy => "strategy",
        Screen.LeadsResults => "ahead of results",
        Screen.Actionable => "in our hands",
        Screen.Understandable => "understood",
        Screen.Measurable => "measurable",
        Screen.NotVanity => "no vanity",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>120 → 30 days</summary>
    public static string Levels(ValueFactor factor) => $"{Quantity.Text(factor.WorstLevel)} → {Quantity.Text(factor.BestLevel, factor.Unit)}";

    /// <summary>Agreement in plain words, with the thresholds that it is judged by.</summary>
    public static string Agreement(WeightsRevealed revealed) => revealed.Concord switch
    {
        null when revealed.Weighed < Concordance.LeastRaters => $"Too few voters to speak of agreement: {Count(revealed.Weighed, "ballot", "ballots")} with weights, {Concordance.LeastRaters} are needed. Look at the spread.",
        null => "Nobody put one factor before another, so there's no order to agree on.",
        { W: var w, P: var p } => $"{Of(Statistics.Agreement.LevelOf(w))} on the order: Kendall's W {w.ToString("0.000", CultureInfo.InvariantCulture)}, corrected for ties, p {P(p)} by χ². Under 0.3 is very weak, under 0.5 weak, under 0.7 moderate, under 0.9 strong.",
    };

    private static string Of(AgreementLevel level) => level switch
    {
        AgreementLevel.VeryWeak => "Very weak agreement",
        AgreementLevel.Weak => "Weak agreement",
        AgreementLevel.Moderate => "Moderate agreement",
        AgreementLevel.Strong => "Strong agreement",
        AgreementLevel.VeryStrong => "Very strong agreement",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>People after one another; of many the first and how many more.</summary>
    public static Words People(IEnumerable<Person> people, int most)
    {
        var all = people.ToImmutableArray();
        var words = Words.None;
        for (var at = 0; at < Math.Min(all.Length, most); at++) words += at == 0 ? (Words)$"{all[at]}" : $", {all[at]}";
        return all.Length > most ? words + $" and {(all.Length - most).ToString("#,0", CultureInfo.InvariantCulture)} more" : words;
    }

    private static string P(double p) => p < 0.001 ? "< 0.001" : p.ToString("0.000", CultureInfo.InvariantCulture);
}
