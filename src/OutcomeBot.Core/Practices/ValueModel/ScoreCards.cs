using System.Collections.Immutable;
using System.Globalization;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>What the weights say about what teams want to build.</summary>
internal static class ScoreCards
{
    private const int Listed = 20;

    /// <summary>One initiative: each factor's share and points, and what it comes to.</summary>
    public static Card Of(Subject subject, AgreedModel model, Initiative initiative) => new(
        Typed.Clip($"{Signed(Scores.Net(model, initiative))} points: {initiative.Name}", 140),
    [
        new Table($"{initiative.Team}, by value model {model.Version.ToString(CultureInfo.InvariantCulture)}; the share is that of the way from worst to best",
            [new Column("Factor"), new Column("Level"), new Column("Share", ColumnKind.Number), new Column("Weight", ColumnKind.Number), new Column("Points", ColumnKind.Number)],
            [.. model.Factors.Where(weighed => Scores.EffectOn(initiative, weighed.Factor) is not null).Select(weighed => Row(weighed, Scores.EffectOn(initiative, weighed.Factor)!))]),
        .. initiative.From is { } from ? [new Prose($"{"From":strong} {from}")] : ImmutableArray<Block>.Empty,
        .. Scores.Conflicts(model, initiative).Select(conflict => Pull(initiative, conflict.Weighed, conflict.Other)),
        .. Order(model),
        new Buttons(new Button("All scores", subject.Press(PressVerb.Scores), ButtonKind.Primary), new Button("Take it off", subject.Press(PressVerb.DropInitiative, initiative.Id))),
        new Aside($"Scored by {initiative.By}, {initiative.At}"),
    ]);

    /// <summary>All that hold, the best first, and when the order would change.</summary>
    public static Card All(Subject subject, AgreedModel model)
    {
        var ranked = Scores.Ranked(model);
        return ranked.IsEmpty
            ? new Card("Nothing is scored yet", new Prose("Score what you want to build: which factors it lifts, which it lowers."), new Buttons(new Button("Score an initiative", subject.Press(PressVerb.Score), ButtonKind.Primary)))
            : new Card($"{Wordings.Count(ranked.Length, "initiative", "initiatives")} by value model {model.Version.ToString(CultureInfo.InvariantCulture)}",
            [
                new Table("Points of 100, the best first", [new Column("Initiative"), new Column("Team"), new Column("Points", ColumnKind.Number)],
                    [.. ranked.Take(Listed).Select(initiative => ImmutableArray.Create<Words>(initiative.Name, initiative.Team, Signed(Scores.Net(model, initiative))))]),
                .. Order(model),
                new Buttons(new Button("Score another", subject.Press(PressVerb.Score), ButtonKind.Primary)),
            ]);
    }

    /// <summary>What a model was last used for.</summary>
    public static IEnumerable<Block> Used(AgreedModel model) => model.Initiatives.LastOrDefault(initiative => initiative.Dropped is null) is { } last
        ? [new Prose($"{"Last used":strong} on {last.Name} ({last.Team}): {Signed(Scores.Net(model, last))} points. {Wordings.Count(Scores.Ranked(model).Length, "initiative is", "initiatives are")} scored.")]
        : [];

    /// <summary>Two teams pull the same factor both ways: told to both.</summary>
    public static Card Conflict(Subject subject, AgreedModel model, Initiative one, WeighedFactor weighed, Initiative other) => new(
        Typed.Clip($"{one.Team} and {other.Team} pull {weighed.Factor.Name} both ways", 140),
        Pull(one, weighed, other),
        new Facts(
            new Fact(one.Name, $"{Signed(Scores.Net(model, one))} points by all factors"),
            new Fact(other.Name, $"{Signed(Scores.Net(model, other))} points by all factors")),
        new Prose("Settle it before either is built: the weights say what each is worth, not which team gives way."),
        new Buttons(new Button("All scores", subject.Press(PressVerb.Scores), ButtonKind.Primary)));

    private static Prose Pull(Initiative one, WeighedFactor weighed, Initiative other) => new(
        $"{weighed.Factor.Name}: {one.Name} ({one.Team}) brings it to {Level(one, weighed)}, {other.Name} ({other.Team}) to {Level(other, weighed)}.");

    private static string Level(Initiative initiative, WeighedFactor weighed) => Scores.EffectOn(initiative, weighed.Factor) is { } effect
        ? $"{Quantity.Text(effect.To, weighed.Factor.Unit)} ({Signed(Scores.Points(weighed, effect))} points)"
        : "";

    /// <summary>When the first two would change places.</summary>
    private static IEnumerable<Block> Order(AgreedModel model) => Sensitivity.Of(model) is { } sentence ? [new Prose(sentence)] : [];

    private static ImmutableArray<Words> Row(WeighedFactor weighed, Effect effect) =>
    [
        weighed.Factor.Name,
        $"{Quantity.Text(effect.From)} → {Quantity.Text(effect.To, weighed.Factor.Unit)}",
        decimal.Round(100 * Scores.Share(weighed.Factor, effect)).ToString("+0;-0;0", CultureInfo.InvariantCulture) + "%",
        weighed.Weight.ToString(CultureInfo.InvariantCulture),
        Signed(Scores.Points(weighed, effect)),
    ];

    private static string Signed(decimal points) => decimal.Round(points, 1).ToString("+0.#;-0.#;0", CultureInfo.InvariantCulture);
}
