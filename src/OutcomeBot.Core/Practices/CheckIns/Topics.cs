using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>What a check-in is about, in words and back.</summary>
public static class Topics
{
    private static readonly ImmutableArray<(CheckInKind Kind, string Label)> s_kinds =
    [
        (CheckInKind.Question, "A question in your words"),
        (CheckInKind.MetricUpdate, "What is a metric now?"),
        (CheckInKind.TargetReminder, "How far is a metric from its target?"),
        (CheckInKind.Countermeasures, "Countermeasures due and overdue"),
        (CheckInKind.Effectiveness, "Did what we did work?"),
        (CheckInKind.Whiteboard, "What changed in this channel"),
        (CheckInKind.Kata, "A coaching cycle"),
    ];

    /// <summary>All kinds, to choose from.</summary>
    public static ImmutableArray<Option> Options { get; } = [.. s_kinds.Select(kind => new Option(kind.Kind.ToString(), kind.Label))];

    /// <summary>The line by which people know it.</summary>
    public static string Title(Topic topic) => topic switch
    {
        { Question.Length: > 0 } => topic.Question,
        { Kind: CheckInKind.MetricUpdate } => $"What is {topic.Metric} now?",
        { Kind: CheckInKind.TargetReminder } => $"How far is {topic.Metric} from its target?",
        _ => s_kinds.First(kind => kind.Kind == topic.Kind).Label,
    };

    /// <summary>What is asked of people: the question, ready to be answered.</summary>
    public static string Question(Topic topic) => topic switch
    {
        { Question.Length: > 0 } => topic.Question,
        { Kind: CheckInKind.TargetReminder } => $"What will you do about {topic.Metric} this week?",
        { Kind: CheckInKind.Countermeasures } => "What keeps the oldest one from being done?",
        { Kind: CheckInKind.Effectiveness } => "Did it help? What do you see?",
        { Kind: CheckInKind.Whiteboard } => "What did you decide?",
        _ => Title(topic),
    };

    /// <summary>The topic of what stands after the times: a question, or a kind and its metric, such as "target lead-time".</summary>
    public static Topic Read(string text)
    {
        var line = Typed.Line(text);
        var words = line.Split(' ', 2);
        var rest = words.Length > 1 ? words[1].TrimEnd('.') : "";
        return (words[0].ToLowerInvariant().TrimEnd(':'), rest) switch
        {
            ("metric" or "update", { Length: > 0 } metric) when IsName(metric) => new Topic(CheckInKind.MetricUpdate, "", metric),
            ("target" or "remind" or "reminder", { Length: > 0 } metric) when IsName(metric) => new Topic(CheckInKind.TargetReminder, "", metric),
            ("countermeasures" or "actions", "") => new Topic(CheckInKind.Countermeasures, ""),
            ("effectiveness", "" or "check") => new Topic(CheckInKind.Effectiveness, ""),
            ("whiteboard" or "digest", "") or ("walk", "the whiteboard") => new Topic(CheckInKind.Whiteboard, ""),
            ("kata" or "coach" or "coaching", "") => new Topic(CheckInKind.Kata, ""),
            _ => new Topic(CheckInKind.Question, line),
        };
    }

    /// <summary>The kind of a form's choice; a number that would also parse is refused.</summary>
    public static CheckInKind? Kind(string text) => Enum.GetNames<CheckInKind>().Contains(text) ? Enum.Parse<CheckInKind>(text) : null;

    private static bool IsName(string text) => !text.EndsWith('?') && text.Split(' ').Length <= 4;
}
