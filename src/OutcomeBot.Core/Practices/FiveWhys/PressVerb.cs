using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>What a press asks for: the verbs of this practice's presses. A form's verb is the same when it is opened and when it comes back.</summary>
internal static class PressVerb
{
    public const string New = "new";
    public const string About = "about";
    public const string Import = "import";
    public const string Categories = "categories";
    public const string Answer = "answer";
    public const string Next = "next";
    public const string Another = "another";
    public const string Evidence = "evidence";
    public const string Contest = "contest";
    public const string Saw = "saw";
    public const string Refute = "refute";
    public const string Restore = "restore";
    public const string Reword = "reword";
    public const string Split = "split";
    public const string Keep = "keep";
    public const string Gate = "gate";
    public const string Category = "category";
    public const string Choose = "choose";
    public const string Facts = "facts";
    public const string Problem = "problem";
    public const string ReadBack = "readback";
    public const string Holds = "holds";
    public const string Steps = "steps";
    public const string Conclude = "conclude";
    public const string Measure = "measure";
    public const string Amend = "amend";
    public const string Reopen = "reopen";
    public const string Abandon = "abandon";
    public const string HandOver = "handover";
    public const string TakeOver = "takeover";
    public const string Undo = "undo";
    public const string Picture = "picture";
    public const string Export = "export";
    public const string More = "more";
    public const string Help = "help";
    public const string Spin = "spin";
    public const string Nudge = "nudge";
    public const string Done = "done";
    public const string Check = "check";
    public const string Obstacle = "obstacle";

    /// <summary>The argument that stands for the problem where a cause would stand.</summary>
    public const string TheProblem = "problem";

    /// <summary>Those that are answered to the person alone, by a form or a note.</summary>
    public static ImmutableArray<string> Alone { get; } =
    [
        New, About, Import, Categories, Answer, Next, Another, Evidence, Contest, Saw, Refute, Reword, Gate, Category, Choose, Facts, Problem, Steps,
        Conclude, Measure, Amend, Reopen, Abandon, HandOver, Spin, Done, Check, More, Help,
    ];
}
