using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>What has been understood so far.</summary>
internal sealed partial class HeardTimes
{
    public Weekdays Days { get; private set; }

    public int? Weeks { get; private set; }

    public bool IsMonthly { get; private set; }

    public WeekOfMonth? Ordinal { get; private set; }

    public int? DayOfMonth { get; private set; }

    public LocalTime? Time { get; private set; }

    public string? Zone { get; private set; }

    public ZoneRule? Rule { get; private set; }

    public Audience Audience { get; private set; }

    /// <summary>Takes the next word, with those that belong to it; false when it means nothing here.</summary>
    public bool Take(string[] words, ref int at)
    {
        var word = words[at].Trim(',', ';', '.').ToLowerInvariant();
        var next = at + 1 < words.Length ? words[at + 1].Trim(',', ';', '.').ToLowerInvariant() : "";
        var used = Phrase(word, next) ?? (Single(word, next) ? 1 : ZoneFrom(words, at));
        at += used;
        return used > 0;
    }

    /// <summary>How many words a phrase of two took; null when it is none.</summary>
    private int? Phrase(string word, string next)
    {
        if ((next is "zone" or "time" or "timezone") && Vocabulary.Whose(word) is { } rule) return Said(() => Rule = rule);
        if (word == "ask" && next == "me") return Said(() => Audience = CheckIns.Audience.People);
        if (word is "other" or "second" && next.StartsWith("week", StringComparison.Ordinal)) return Said(() => Weeks = 2);
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 && next.StartsWith("week", StringComparison.Ordinal) && !next.StartsWith("weekd", StringComparison.Ordinal)) return Said(() => Weeks = count);
        if (word == "working" && next.StartsWith("day", StringComparison.Ordinal)) return Said(() => Days = Weekdays.Working);
        if ((next is "am" or "pm") && Clock(word + next) is { } time) return Said(() => Time = time);
        return null;
    }

    private static int Said(Action understood)
    {
        understood();
        return 2;
    }

    private bool Single(string word, string next)
    {
        if (Vocabulary.IsNoise(word)) return true;
        if (Vocabulary.Day(word) is { } day) Days |= day;
        else if (Vocabulary.Ordinal(word) is { } ordinal) Ordinal = ordinal;
        else if (Nth().Match(word) is { Success: true } nth && int.Parse(nth.Groups["n"].Value, CultureInfo.InvariantCulture) is >= 1 and <= 31 and var date) DayOfMonth = date;
        else if (IsMonthly && DayOfMonth is null && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 31) DayOfMonth = number;
        else if (Unit(word)) return true;
        else if (Clock(word) is { } time && !next.StartsWith("week", StringComparison.Ordinal)) Time = time;
        else return false;
        return true;
    }

    private bool Unit(string word)
    {
        switch (word)
        {
            case "week" or "weekly": Weeks ??= 1; return true;
            case "biweekly" or "fortnightly" or "fortnight": Weeks = 2; return true;
            case "month" or "monthly" or "months": IsMonthly = true; return true;
            case "day" or "days" when Ordinal is not null || DayOfMonth is not null: return true;
            case "day" or "daily" or "days": Days = Weekdays.All; return true;
            case "weekday" or "weekdays" or "workday" or "workdays": Days = Weekdays.Working; return true;
            default: return false;
        }
    }

    /// <summary>A zone of one to three words: Europe/Berlin, New York.</summary>
    private int ZoneFrom(string[] words, int at)
    {
        for (var count = Math.Min(3, words.Length - at); count > 0; count--)
        {
            if (Zones.Read(string.Join(' ', words[at..(at + count)]).Trim(',', ';', '.')) is not { } zone) continue;
            (Zone, Rule) = (zone, CheckIns.ZoneRule.Fixed);
            return count;
        }

        return 0;
    }

    private static LocalTime? Clock(string word)
    {
        if (word is "noon" or "midday") return LocalTime.Noon;
        if (word == "midnight") return LocalTime.Midnight;
        if (ClockShape().Match(word) is not { Success: true } match) return null;
        var hour = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["half"] is { Success: true } half) hour = hour is < 1 or > 12 ? 24 : (hour % 12) + (half.Value == "pm" ? 12 : 0);
        return hour < 24 && minute < 60 ? new LocalTime(hour, minute) : null;
    }

    [GeneratedRegex(@"\A(?<n>\d{1,2})(st|nd|rd|th)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Nth();

    [GeneratedRegex(@"\A(?<h>\d{1,2})([:.h](?<m>\d{2}))?h?(?<half>am|pm)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ClockShape();
}
