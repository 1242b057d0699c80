using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>The words in which people name days and clocks.</summary>
internal static class Vocabulary
{
    private static readonly FrozenDictionary<string, Weekdays> s_days = new Dictionary<string, Weekdays>
    {
        ["monday"] = Weekdays.Monday, ["mondays"] = Weekdays.Monday, ["mon"] = Weekdays.Monday,
        ["tuesday"] = Weekdays.Tuesday, ["tuesdays"] = Weekdays.Tuesday, ["tue"] = Weekdays.Tuesday, ["tues"] = Weekdays.Tuesday,
        ["wednesday"] = Weekdays.Wednesday, ["wednesdays"] = Weekdays.Wednesday, ["wed"] = Weekdays.Wednesday,
        ["thursday"] = Weekdays.Thursday, ["thursdays"] = Weekdays.Thursday, ["thu"] = Weekdays.Thursday, ["thur"] = Weekdays.Thursday, ["thurs"] = Weekdays.Thursday,
        ["friday"] = Weekdays.Friday, ["fridays"] = Weekdays.Friday, ["fri"] = Weekdays.Friday,
        ["saturday"] = Weekdays.Saturday, ["saturdays"] = Weekdays.Saturday, ["sat"] = Weekdays.Saturday,
        ["sunday"] = Weekdays.Sunday, ["sundays"] = Weekdays.Sunday, ["sun"] = Weekdays.Sunday,
        ["mon-fri"] = Weekdays.Working, ["monday-friday"] = Weekdays.Working,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, WeekOfMonth> s_ordinals = new Dictionary<string, WeekOfMonth>
    {
        ["first"] = WeekOfMonth.First, ["second"] = WeekOfMonth.Second, ["third"] = WeekOfMonth.Third, ["fourth"] = WeekOfMonth.Fourth, ["last"] = WeekOfMonth.Last,
        ["1st"] = WeekOfMonth.First, ["2nd"] = WeekOfMonth.Second, ["3rd"] = WeekOfMonth.Third, ["4th"] = WeekOfMonth.Fourth,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> s_noise =
        FrozenSet.Create("every", "each", "on", "at", "the", "of", "and", "&", "in", "a", "o'clock", "local", "please", "once", "everyone's", "everybody's", "their", "my");

    /// <summary>Full words, to offer where one was mistyped.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "every", "weekdays", "daily", "weekly", "monthly", "first", "second", "third", "fourth", "last",
    ];

    public static Weekdays? Day(string word) => s_days.TryGetValue(word, out var day) ? day : null;

    public static WeekOfMonth? Ordinal(string word) => s_ordinals.TryGetValue(word, out var week) ? week : null;

    public static bool IsNoise(string word) => s_noise.Contains(word);

    /// <summary>Whose zone "my zone" or "their time" is.</summary>
    public static ZoneRule? Whose(string word) => word switch
    {
        "my" or "own" or "their" or "everyone's" or "everybody's" or "each" => ZoneRule.User,
        "channel" or "channel's" or "this" or "our" => ZoneRule.Channel,
        _ => null,
    };
}
