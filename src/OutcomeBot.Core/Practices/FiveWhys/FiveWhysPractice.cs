using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>Five whys: a tree of causes, built in a thread by anybody in the channel.</summary>
public sealed class FiveWhysPractice() : Practice<FiveWhysState, FiveWhysChange>(() => FiveWhysJson.State, () => FiveWhysJson.Changes)
{
    public const string Name = "why";

    /// <summary>The argument of a press from a place that is no channel: the form then asks for one.</summary>
    public const string Home = "home";

    private const int MostTerms = 40;

    public override string Word => Name;

    public override ImmutableArray<Usage> Usages { get; } =
    [
        new("why Why is revenue growth declining?", "start five whys about a problem"),
        new("why", "list what is open here, or start by form"),
        new("why pareto", "see which kinds of causes come up most"),
        new("why categories", "see and change the categories of causes"),
        new("why export", "in a thread: the analysis as Markdown and JSON"),
        new("why import", "bring an exported analysis back"),
        new("picture", "in a thread: the tree as a picture"),
        new("read back", "in a thread: the chain, backwards with therefore"),
        new("conclude", "in a thread: name the root causes and what you'll do"),
        new("undo", "in a thread: take your last step back"),
        new("who can conclude this?", "in a thread: who may do what"),
        new("why help", "how it works, and what to type in a thread"),
    ];

    protected override FiveWhysState Blank => new Unasked();

    public override ImmutableArray<Need> Needs(Subject subject, Page? page, Incoming incoming) => FiveWhysNeeds.Of(page?.State as FiveWhysState ?? Blank, incoming);

    public override bool AnswersAlone(string verb) => PressVerb.Alone.Contains(verb);

    public override bool Hears(Page page) => page.State is Open;

    public override Turn Take(Subject subject, Page? page, Incoming incoming, Readings readings)
    {
        var scene = new Scene(subject, page?.State as FiveWhysState ?? Blank, page, incoming, readings);
        return Conversation.TurnOf(scene, FiveWhysTalk.Of(scene), After, (after, changes, wants) => Consequences.Of(scene, after, changes, wants));
    }

    public override Card Draw(Page page) => FiveWhysCards.Of(page.Subject, (FiveWhysState)page.State);

    public override PageIndex Index(Page page) => (FiveWhysState)page.State switch
    {
        Open(var tree) state => new(FiveWhysCards.Name(tree), true, [], Terms(tree, state), HasWork(page)),
        Concluded(var tree, _) state => new(FiveWhysCards.Name(tree), false, [.. ConclusionCards.RootCauses(state).Select(cause => cause.Category).OfType<string>().Distinct()], Terms(tree, state), HasWork(page)),
        Abandoned(var tree, _, _, _) state => new(FiveWhysCards.Name(tree), false, [], Terms(tree, state)),
        Unasked => new("A question to reword", false, [], []),
        Settings => new("Categories of root causes", false, [], []),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public override Involvement? InvolvementOf(Page page, Person who) =>
        ((FiveWhysState)page.State).Known is { } tree ? Involvement.Of(Works(page), tree.IsFacilitator(who) || tree.Participants.Any(person => person.Is(who)), who) : null;

    public override ImmutableArray<Work> Works(Page page) => FiveWhysWork.Of(page.Subject, (FiveWhysState)page.State);

    protected override FiveWhysState Evolve(FiveWhysState state, FiveWhysChange change) => FiveWhysFolding.Evolve(state, change);

    private static bool HasWork(Page page) => !FiveWhysWork.Of(page.Subject, (FiveWhysState)page.State).IsEmpty;

    private static ImmutableArray<string> Terms(WhyTree tree, FiveWhysState state) =>
        [.. Recurrence.Causes(state).SelectMany(cause => Stems.Of(cause.Text)).Distinct().Take(MostTerms - 1).Prepend(Recurrence.IdTerm(tree.Id))];
}
