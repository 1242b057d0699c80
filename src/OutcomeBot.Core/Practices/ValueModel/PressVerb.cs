using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>What a press asks for. A form's verb is the same when it is opened and when it comes back.</summary>
internal static class PressVerb
{
    public const string New = "new";
    public const string Look = "look";
    public const string Join = "join";
    public const string Observe = "observe";
    public const string Away = "away";
    public const string Back = "back";
    public const string Add = "add";
    public const string Deputy = "deputy";
    public const string TakeOver = "takeover";
    public const string Propose = "propose";
    public const string Proposals = "proposals";
    public const string Reword = "reword";
    public const string Merge = "merge";
    public const string Aside = "aside";
    public const string Candidates = "candidates";
    public const string Open = "open";
    public const string Cut = "cut";
    public const string Vote = "vote";
    public const string Abstain = "abstain";
    public const string Remind = "remind";
    public const string RemindDue = "remind-due";
    public const string Close = "close";
    public const string Deadline = "deadline";
    public const string Extend = "extend";
    public const string Void = "void";
    public const string Consent = "consent";
    public const string Agree = "agree";
    public const string Score = "score";
    public const string Scores = "scores";
    public const string DropInitiative = "drop-initiative";
    public const string Review = "review";
    public const string Export = "export";
    public const string More = "more";
    public const string Help = "help";
    public const string Drop = "drop";

    /// <summary>The argument of a press from a place that is no channel: the form then asks for one.</summary>
    public const string Home = "home";

    /// <summary>Those that are answered to the person alone, by a form or a note.</summary>
    public static ImmutableArray<string> Alone { get; } =
    [
        New, Look, Join, Away, Add, Deputy, Propose, Proposals, Reword, Merge, Aside, Open, Cut, Vote, Close, Extend, Void, Agree, Score, Scores,
        DropInitiative, Drop, More, Help,
    ];
}
