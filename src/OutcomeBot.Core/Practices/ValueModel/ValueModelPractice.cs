using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>The value model: the vital few factors of value, weighed in a sealed vote, and used on what the team wants to build.</summary>
public sealed class ValueModelPractice() : Practice<ValueModelState, ValueModelChange>(() => ValueModelJson.State, () => ValueModelJson.Changes)
{
    public const string Name = "model";

    private const int MostTerms = 40;
    private const int TitleLength = 120;

    public override string Word => Name;

    public override ImmutableArray<Usage> Usages { get; } =
    [
        new("model What do we build next quarter for?", "agree on the vital few factors of value and their weights, by a sealed vote"),
        new("model", "the model in force here, and what it was used on"),
        new("model score", "score what you want to build with the agreed weights"),
        new("propose", "in a model's thread: propose a factor, privately"),
        new("vote", "in a model's thread: give your weights, or change them"),
        new("close", "in a model's thread: close the round and reveal it"),
        new("agree", "in a model's thread: agree on the revealed weights"),
        new("who can close this?", "in a model's thread: who may do what"),
        new("model help", "how it works, and what to type in a thread"),
    ];

    protected override ValueModelState Blank { get; } = new Unstarted();

    public override ImmutableArray<Need> Needs(Subject subject, Page? page, Incoming incoming) => ValueModelNeeds.Of(page?.State as ValueModelState ?? Blank, incoming);

    public override bool AnswersAlone(string verb) => PressVerb.Alone.Contains(verb);

    public override Turn Take(Subject subject, Page? page, Incoming incoming, Readings readings)
    {
        var scene = new Scene(subject, page?.State as ValueModelState ?? Blank, page, incoming, readings);
        return Conversation.TurnOf(scene, ValueModelTalk.Of(scene), After, (after, changes, wants) => Consequences.Of(scene, after, changes, wants));
    }

    public override Card Draw(Page page) => ValueModelCards.Of(page.Subject, (ValueModelState)page.State);

    public override PageIndex Index(Page page) => (ValueModelState)page.State switch
    {
        Agreed(var session, var model) => new(Title(ValueModelCards.Name(model)), model.SupersededBy is null, ["agreed"], Terms(session)),
        Dropped(var session, _, _, _) => new(Title(session.Question), false, [], Terms(session)),
        { Known: { } session } => new(Title($"Weights: {session.Question}"), true, [], Terms(session)),
        _ => new("No value model yet", false, [], []),
    };

    public override Involvement? InvolvementOf(Page page, Person who) => Calling.Of(page.Subject, (ValueModelState)page.State, who);

    protected override ValueModelState Evolve(ValueModelState state, ValueModelChange change) => ValueModelFolding.Evolve(state, change);

    private static string Title(string text) => Typed.Clip(text, TitleLength);

    private static ImmutableArray<string> Terms(WeightingSession session) =>
        [.. session.Candidates.Select(candidate => candidate.Name).Prepend(session.Question).SelectMany(text => Stems.Of(text)).Distinct().Take(MostTerms)];
}
