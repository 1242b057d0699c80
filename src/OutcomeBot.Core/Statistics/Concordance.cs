namespace OutcomeBot.Core.Statistics;

/// <summary>What may honestly be said about the agreement of raters on the order of items.</summary>
public abstract record Concordance
{
    private protected Concordance()
    {
    }

    /// <summary>With two or three raters W is large by chance alone, so it isn't said. Four is the rule of this house.</summary>
    public const int LeastRaters = 4;

    /// <summary>The agreement of values, one list a rater, one value an item, as <see cref="KendallsW"/> reads them. No rater at all is too few as well.</summary>
    public static Concordance Of(IReadOnlyList<IReadOnlyList<decimal>> ratings)
    {
        if (ratings.Count < LeastRaters)
            return new TooFewRaters(ratings.Count);
        return ratings[0].Count < 2 || KendallsW.Of(ratings) is not { } test ? new NoOrder() : new Agreement(test);
    }
}

/// <summary>Fewer raters than <see cref="Concordance.LeastRaters"/>: look at the values themselves.</summary>
public sealed record TooFewRaters(int Raters) : Concordance;

/// <summary>There is no order to agree on: one item only, or every rater holds all items equal.</summary>
public sealed record NoOrder : Concordance;

/// <summary>The measured agreement.</summary>
public sealed record Agreement(KendallsW Test) : Concordance
{
    /// <summary>A p value below this is more agreement than chance makes.</summary>
    public const double Risk = 0.05;

    /// <summary>Whether raters who rank blindly would seldom agree as much.</summary>
    public bool IsProven => Test.P < Risk;

    /// <summary>
    /// The agreement in a word. The steps 0.3, 0.5, 0.7 and 0.9 are those at which R. C. Schmidt calls W weak, moderate, strong and
    /// unusually strong: Managing Delphi Surveys Using Nonparametric Statistical Techniques, Decision Sciences 28 (1997) 763-774.
    /// </summary>
    public AgreementLevel Level => LevelOf(Test.W);

    /// <summary>The word of a W, see <see cref="Level"/>.</summary>
    public static AgreementLevel LevelOf(double w) => w switch
    {
        < 0.3 => AgreementLevel.VeryWeak,
        < 0.5 => AgreementLevel.Weak,
        < 0.7 => AgreementLevel.Moderate,
        < 0.9 => AgreementLevel.Strong,
        _ => AgreementLevel.VeryStrong,
    };
}

/// <summary>How much agreement a W is: a level begins at the value named and ends below the next.</summary>
public enum AgreementLevel
{
    /// <summary>From 0.</summary>
    VeryWeak,

    /// <summary>From 0.3.</summary>
    Weak,

    /// <summary>From 0.5.</summary>
    Moderate,

    /// <summary>From 0.7.</summary>
    Strong,

    /// <summary>From 0.9.</summary>
    VeryStrong,
}
