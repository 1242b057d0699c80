using System.Collections.Frozen;
using NodaTime;
using NodaTime.TimeZones;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices;

/// <summary>Time zones by the names that people give them.</summary>
public static class Zones
{
    private static readonly FrozenDictionary<string, string> s_byName = DateTimeZoneProviders.Tzdb.Ids
        .ToFrozenDictionary(id => id, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> s_byCity = DateTimeZoneProviders.Tzdb.Ids
        .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal))
        .GroupBy(id => id[(id.LastIndexOf('/') + 1)..], StringComparer.OrdinalIgnoreCase)
        .Where(city => city.Select(id => Canonical(id)).Distinct().Count() == 1)
        .ToFrozenDictionary(city => city.Key, city => Canonical(city.First()), StringComparer.OrdinalIgnoreCase);

    /// <summary>The zone of an id; UTC for one that tzdb doesn't know or has dropped since, and where nobody has said one.</summary>
    public static DateTimeZone Of(string? id) => (id is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)) ?? DateTimeZone.Utc;

    /// <summary>The id of what somebody typed: Europe/Berlin, new york, utc; null when it is no zone.</summary>
    public static string? Read(string? typed)
    {
        var name = Typed.Line(typed).Replace(' ', '_');
        return s_byName.TryGetValue(name, out var id) || s_byCity.TryGetValue(name, out id) ? id : null;
    }

    /// <summary>The zone that was probably meant, for a refusal that helps; null when nothing is near.</summary>
    public static string? Near(string? typed)
    {
        var name = Typed.Line(typed).Replace(' ', '_');
        return Nearest.Word(name[(name.LastIndexOf('/') + 1)..], s_byCity.Keys) is { } city ? s_byCity[city] : null;
    }

    private static string Canonical(string id) =>
        TzdbDateTimeZoneSource.Default.CanonicalIdMap.TryGetValue(id, out var canonical) ? canonical : id;
}
