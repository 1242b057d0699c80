using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>What a press asks for: the verbs of this practice's presses. A form's verb is the same when it is opened and when it comes back.</summary>
internal static class PressVerb
{
    public const string New = "new";
    public const string StartHere = "start-here";
    public const string Place = "place";
    public const string Challenge = "challenge";
    public const string Target = "target";
    public const string Review = "review";
    public const string PromptReview = "prompt-review";
    public const string Obstacle = "obstacle";
    public const string Choose = "choose";
    public const string Overcome = "overcome";
    public const string Step = "step";
    public const string Predict = "predict";
    public const string Start = "start";
    public const string Happened = "happened";
    public const string Learned = "learned";
    public const string Drop = "drop";
    public const string Nudge = "nudge";
    public const string GoAndSee = "go-and-see";
    public const string Coach = "coach";
    public const string Answer = "answer";
    public const string StopCoaching = "stop-coaching";
    public const string Reword = "reword";
    public const string Keep = "keep";
    public const string Role = "role";
    public const string TakeOver = "takeover";
    public const string Log = "log";
    public const string Board = "storyboard";
    public const string Undo = "undo";
    public const string More = "more";
    public const string Help = "help";
    public const string End = "end";
    public const string Reopen = "reopen";

    /// <summary>The argument of a press from a place that is no channel: the form then asks for one.</summary>
    public const string Home = "home";

    /// <summary>Those that are answered to the person alone, by a form or a note.</summary>
    public static ImmutableArray<string> Alone { get; } =
    [
        New, Challenge, Target, Review, Obstacle, Choose, Overcome, Step, Predict, Start, Happened, Learned, Drop, GoAndSee, Answer, Reword, Role, Log,
        End, Reopen, More, Help,
    ];
}
