using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>The storyboard as a card, state by state, in the order of the paper one.</summary>
public static class KataCards
{
    private const int TitleLength = 140;

    public static Card Of(Subject subject, KataState state) => state switch
    {
        Unstarted => new Card("No storyboard yet", new Prose("Start one with the word kata and your challenge.")),
        Offered offered => new Card("An obstacle waits for its storyboard", new Prose(offered.Text), new Buttons(new Button("Start a storyboard with it", subject.Press(PressVerb.StartHere), ButtonKind.Primary))),
        Placed => new Card("The obstacle has found its storyboard", new Prose("It's in the parking lot of another one in this channel.")),
        Running(var board) => RunningCard(subject, board),
        Ended ended => EndedCard(subject, ended),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The board as a picture for everybody here, with the next thing to do under it.</summary>
    public static Card Picture(Subject subject, KataState state, Storyboard board) => new(
        Typed.Clip(board.Name(), TitleLength),
        KataPicture.Of(subject, state, board),
        new Buttons(state is Running ? [Stage.Of(subject, board).Next] : [new Button("Reopen", subject.Press(PressVerb.Reopen))]));

    public static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number.ToString(System.Globalization.CultureInfo.InvariantCulture)} {many}";

    private static Card RunningCard(Subject subject, Storyboard board)
    {
        var stage = Stage.Of(subject, board);
        return new Card(Typed.Clip(stage.Title, TitleLength),
        [
            .. BoardBlocks.Head(board),
            .. BoardBlocks.Targets(board),
            .. BoardBlocks.Obstacles(board),
            .. BoardBlocks.Record(board, BoardBlocks.Newest),
            .. BoardBlocks.Cycle(board),
            new Buttons([stage.Next, .. Others(subject, stage.Next)]),
            BoardBlocks.LastStep(board),
        ]);
    }

    private static IEnumerable<Button> Others(Subject subject, Button next)
    {
        if (next.Press.Verb != PressVerb.Obstacle) yield return new Button("Park an obstacle", subject.Press(PressVerb.Obstacle));
        yield return new Button("Coach", subject.Press(PressVerb.Coach), About: "the five questions");
        yield return new Button("More", subject.Press(PressVerb.More));
    }

    private static Card EndedCard(Subject subject, Ended ended) => new(Typed.Clip($"Ended: {ended.Board.Name()}", TitleLength),
    [
        new Prose($"{ended.By} ended this, {ended.At}: {ended.Reason}"),
        .. BoardBlocks.Head(ended.Board).Skip(1),
        .. BoardBlocks.Targets(ended.Board),
        .. BoardBlocks.Obstacles(ended.Board),
        .. BoardBlocks.Record(ended.Board, BoardBlocks.Newest),
        new Buttons(new Button("Picture", subject.Press(PressVerb.Board), About: "the storyboard"), new Button("Log", subject.Press(PressVerb.Log)), new Button("Reopen", subject.Press(PressVerb.Reopen))),
        BoardBlocks.LastStep(ended.Board),
    ]);
}
