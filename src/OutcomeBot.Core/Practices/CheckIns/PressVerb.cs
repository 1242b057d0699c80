using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>What a press asks for: the verbs of this practice's presses. A form's verb is the same when it is opened and when it comes back.</summary>
internal static class PressVerb
{
    public const string New = "new";
    public const string Edit = "edit";
    public const string More = "more";
    public const string Preview = "preview";
    public const string Pause = "pause";
    public const string Resume = "resume";
    public const string SkipNext = "skipnext";
    public const string Delete = "delete";
    public const string TakeOver = "takeover";
    public const string Join = "join";
    public const string Add = "add";
    public const string Leave = "leave";
    public const string Answer = "answer";
    public const string Snooze = "snooze";
    public const string Skip = "skip";
    public const string Times = "times";
    public const string Away = "away";
    public const string Holidays = "holidays";
    public const string Zone = "zone";
    public const string Help = "help";

    /// <summary>Ticks of the alarm clock.</summary>
    public const string Fire = "fire";
    public const string Again = "again";
    public const string LetOut = "letout";

    /// <summary>Those that are answered to the person alone, by a form or a note.</summary>
    public static ImmutableArray<string> Alone { get; } =
    [
        New, Edit, Preview, Add, Answer, Snooze, Skip, SkipNext, Times, Away, Holidays, Zone, More, Help,
    ];
}
