using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>The improvement kata: a storyboard in a thread, where a learner experiments towards a target condition.</summary>
public sealed class KataPractice() : Practice<KataState, KataChange>(() => KataJson.State, () => KataJson.Changes)
{
    public const string Name = "kata";

    private const int MostTerms = 40;
    private const int TitleLength = 120;

    public override string Word => Name;

    public override ImmutableArray<Usage> Usages { get; } =
    [
        new("kata Every request is live within a month", "start a storyboard for a challenge"),
        new("kata", "list the storyboards here, or start by form"),
        new("target", "in a storyboard's thread: the next target condition"),
        new("obstacle we can't ... because ...", "in a storyboard's thread: park an obstacle"),
        new("step", "in a storyboard's thread: the next step, and what you expect"),
        new("coach", "in a storyboard's thread: the five questions"),
        new("log", "in a storyboard's thread: record, cycles, bottlenecks"),
        new("storyboard", "in a storyboard's thread: the board as a picture"),
        new("who can review this?", "in a storyboard's thread: who may do what"),
        new("kata help", "how it works, and what to type in a thread"),
    ];

    protected override KataState Blank => new Unstarted();

    public override ImmutableArray<Need> Needs(Subject subject, Page? page, Incoming incoming) => KataNeeds.Of(page?.State as KataState ?? Blank, incoming);

    public override bool AnswersAlone(string verb) => PressVerb.Alone.Contains(verb);

    public override bool Hears(Page page) => page.State is Running(var board) && CoachingOrder.Next(board) is not null;

    public override Turn Take(Subject subject, Page? page, Incoming incoming, Readings readings)
    {
        var scene = new Scene(subject, page?.State as KataState ?? Blank, page, incoming, readings);
        return Conversation.TurnOf(scene, KataTalk.Of(scene), After, (after, changes, wants) => Consequences.Of(scene, after, changes, wants));
    }

    public override Card Draw(Page page) => KataCards.Of(page.Subject, (KataState)page.State);

    public override PageIndex Index(Page page) => (KataState)page.State switch
    {
        Running(var board) state => new(Title(board), true, Tags(board), Terms(board), !KataWork.Of(page.Subject, state).IsEmpty),
        Ended(var board, _, _, _) => new(Title(board), false, Tags(board), Terms(board)),
        Offered offered => new(Typed.Clip(offered.Text, TitleLength), false, [], []),
        Placed or Unstarted => new("An obstacle that found its storyboard", false, [], []),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public override ImmutableArray<Work> Works(Page page) => KataWork.Of(page.Subject, (KataState)page.State);

    public override Involvement? InvolvementOf(Page page, Person who) => ((KataState)page.State).Known is { } board
        ? Involvement.Of(Works(page), who.Is(board.Learner) || who.Is(board.Coach) || who.Is(board.SecondCoach) || who.Is(board.OpenedBy), who)
        : null;

    protected override KataState Evolve(KataState state, KataChange change) => KataFolding.Evolve(state, change);

    private static string Title(Storyboard board) => Typed.Clip(board.Name(), TitleLength);

    /// <summary>How its target conditions stand, and which metrics they move: for lists and counts.</summary>
    private static ImmutableArray<string> Tags(Storyboard board) =>
    [
        .. board.Targets.Select(target => target.IsReviewDue ? "review-due" : TargetWords.Of(target.State).ToLowerInvariant()).Distinct(),
        .. board.Targets.Select(target => target.Goal).OfType<Goal>().Select(goal => $"metric:{MetricName.IdOf(goal.Metric)}").Distinct(),
    ];

    private static ImmutableArray<string> Terms(Storyboard board) =>
        [.. new[] { board.Challenge ?? "" }.Concat(board.OpenObstacles().Select(obstacle => obstacle.Text)).SelectMany(text => Stems.Of(text)).Distinct().Take(MostTerms)];
}
