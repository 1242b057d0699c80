using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>The forms about an agreed model and what it's used on.</summary>
internal static class ModelForms
{
    private const int ReviewMonths = 3;
    private const int MostOrigins = 40;

    public static Form Agree(Scene scene, WeightingSession session)
    {
        var (round, revealed) = (session.LastWeights!.Round, (WeightsRevealed)session.LastWeights.End);
        var today = Deadline.Today(scene.At, scene.Zone);
        return new Form("Agree on weights", "Agree", scene.Subject.Press(PressVerb.Agree),
            revealed.Spreads.IsEmpty ? "Everybody abstained." : $"Version {(session.Earlier?.Version ?? 0) + 1}: {ValueModelCards.Weights(ModelRules.Weighed(round, revealed))}. The mean of all ballots, brought to exactly 100 by the largest remainder.",
            [
                new TextField("rationale", "Why these weights?", Limits.Rationale, TextSize.Paragraph) { Hint = "What spoke for them, and what against" },
                new DateField("from", "They hold from", today),
                new DateField("review", "Look at them again on", today.PlusMonths(ReviewMonths)),
            ]);
    }

    public static Form Score(Scene scene, AgreedModel model) => new(
        "Score an initiative", "Score it", scene.Subject.Press(PressVerb.Score),
        "Which factors does it lift, which does it lower, and to what level? Leave alone what it leaves alone.",
        [
            new TextField("name", "What do you want to build?", Limits.Question),
            new TextField("team", "Whose is it?", Limits.Team) { Hint = "A team's name" },
            .. model.Factors.Select(weighed => new TextField(InitiativeRules.LevelField(weighed.Factor), Typed.Clip(weighed.Factor.Name, 70), 60)
            {
                Answering = Answering.Optional,
                Hint = Now(scene, weighed.Factor),
            }),
            .. Origins(scene),
        ]);

    public static Form DropInitiative(Subject subject, Initiative initiative) => new(
        "Take it off", "Take it off", subject.Press(PressVerb.DropInitiative, initiative.Id), Typed.Clip(initiative.Name, 200),
        [new TextField("reason", "Why?", Limits.Note)]);

    /// <summary>The storyboards and analyses that it may come from.</summary>
    private static IEnumerable<Field> Origins(Scene scene)
    {
        var found = scene.Origins.Take(MostOrigins).ToArray();
        if (found.Length > 0)
            yield return new ChoiceField("from", "Where does it come from?", [new("none", "From nothing that is here"), .. found.Select(page => new Option(FilledTalk.Origin(page), Typed.Clip($"{page.Subject.Practice}: {page.Index.Title}", 74)))])
            {
                Answering = Answering.Optional,
                Hint = "Both keep the link.",
            };
    }

    private static string Now(Scene scene, ValueFactor factor) => scene.Readings.MetricOf(factor.Metric)?.Last is { } last
        ? $"Now {Quantity.Text(last.Value, factor.Unit)}. Write the level that it brings, such as {Quantity.Text(factor.BestLevel)}; worst {Quantity.Text(factor.WorstLevel)}, best {Quantity.Text(factor.BestLevel)}."
        : $"Nothing is recorded for {factor.Metric}: write both levels, such as {Quantity.Text(factor.WorstLevel)} to {Quantity.Text(factor.BestLevel)}.";
}
