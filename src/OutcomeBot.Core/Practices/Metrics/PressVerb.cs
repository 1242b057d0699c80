using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>What a press asks for. A form's verb is the same when it is opened and when it comes back.</summary>
internal static class PressVerb
{
    public const string New = "new";
    public const string Define = "define";
    public const string Record = "record";
    public const string Correct = "correct";
    public const string Target = "target";
    public const string Threshold = "threshold";
    public const string Limits = "limits";
    public const string Split = "split";
    public const string Retire = "retire";
    public const string Back = "back";
    public const string History = "history";
    public const string More = "more";
    public const string Show = "show";
    public const string AskWhy = "askwhy";
    public const string Picture = "picture";
    public const string Revoke = "revoke";
    public const string Import = "import";
    public const string Confirm = "confirm";
    public const string Undo = "undo";

    /// <summary>Those that are answered to the person alone, by a form or a note.</summary>
    public static ImmutableArray<string> Alone { get; } =
    [
        New, Define, Record, Correct, Target, Threshold, Limits, Split, Retire, Import, History, Show, More,
    ];
}
