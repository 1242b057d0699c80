using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>
/// The texts by which things are found. All begin with the tenant or with one letter and the tenant, and none can be made
/// without one. Newest comes first where a key carries an instant, so that a list is the beginning of a range.
/// </summary>
internal static class Keys
{
    /// <summary>A range ends here: no part of a key begins with this character.</summary>
    private const char Beyond = '\uffff';

    /// <summary>An index key of LiteDB has at most 1,023 bytes; longer parts stand there by their hash.</summary>
    private const int LongestPart = 100;

    public static string Page(Subject subject) => Join(subject.Tenant.Id, subject.Practice, subject.Id);

    public static string Thread(Place place) => Join("t", place.Tenant.Id, place.Channel, place.Thread ?? "");

    public static string OpenIn(Tenant tenant, string practice, string channel) => Join("o", tenant.Id, practice, channel, "");

    public static string Open(Tenant tenant, string practice) => Join("q", tenant.Id, practice, "");

    public static string WorkIn(Tenant tenant, string channel) => Join("w", tenant.Id, channel, "");

    public static string Work(Tenant tenant) => Join("x", tenant.Id, "");

    public static string Ended(Tenant tenant, string practice) => Join("e", tenant.Id, practice, "");

    public static string Alike(Tenant tenant, string practice, string stem) => Join("s", tenant.Id, practice, stem, "");

    /// <summary>All pages with reminders, of every tenant: only a start asks for them.</summary>
    public static string Reminders => "r|";

    public static string Parcel(Tenant tenant, string parcel) => Join(tenant.Id, parcel);

    public static string Stuck(Tenant tenant) => Join(tenant.Id, "");

    public static string Stuck(Tenant tenant, Instant at, string parcel) => Stuck(tenant) + Newest(at) + "|" + Part(parcel);

    public static string Line(Place room, string id) => Join(room.Tenant.Id, room.Channel, id);

    public static string Lines(Tenant tenant, string room) => Join(tenant.Id, room, "");

    public static string LinesOf(Place place) => Join(place.Tenant.Id, place.Channel, place.Thread ?? "", "");

    public static string LineIn(Place place, string id) => LinesOf(place) + Part(id);

    public static string Room(Tenant tenant, string room) => Join(tenant.Id, room);

    public static string Person(Tenant tenant, string person) => Join(tenant.Id, person);

    public static string Address(Tenant tenant, string name) => Join(tenant.Id, name);

    public static string Passing(Tenant tenant, string name) => Join(tenant.Id, name);

    /// <summary>What ends first comes first.</summary>
    public static string PassingUntil(Tenant tenant, Instant until, string name) =>
        Join(tenant.Id, until.ToUnixTimeTicks().ToString("x16", System.Globalization.CultureInfo.InvariantCulture), name);

    public static string Of(Tenant tenant) => Join(tenant.Id, "");

    /// <summary>All keys that begin with a tenant of this door.</summary>
    public static string OfDoor(string door) => door + ":";

    /// <summary>Whose a key is that begins with its tenant.</summary>
    public static Tenant TenantOf(string key) => new(key[..key.IndexOf('|', StringComparison.Ordinal)]
        .Replace("%F", "\uffff", StringComparison.Ordinal).Replace("%7C", "|", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal));

    /// <summary>The first key that could come after this one.</summary>
    public static string JustAfter(string key) => key + '\0';

    /// <summary>The end of the range that a prefix begins.</summary>
    public static string End(string prefix) => prefix + Beyond;

    /// <summary>The range that a key of a page stands in: what comes before its instant and its id.</summary>
    public static ReadOnlySpan<char> RangeOf(ReadOnlySpan<char> key)
    {
        var id = key.LastIndexOf('|');
        return id < 0 ? key : key[..(key[..id].LastIndexOf('|') + 1)];
    }

    /// <summary>All keys by which a page is found, besides its own.</summary>
    public static string[] Of(Page page, PageIndex index)
    {
        var (tenant, practice, id) = page.Subject;
        var order = Newest(page.OpenedAt) + "|" + Part(id);
        var keys = new List<string>(6 + index.Terms.Length);
        if (page.Place.Thread is not null) keys.Add(Thread(page.Place));
        if (index.IsOpen) keys.Add(OpenIn(tenant, practice, page.Place.Channel) + order);
        keys.Add((index.IsOpen ? Open(tenant, practice) : Ended(tenant, practice)) + order);
        if (index.HasWork) keys.AddRange(WorkIn(tenant, page.Place.Channel) + order, Work(tenant) + order);
        keys.AddRange(index.Terms.Distinct().Select(stem => Alike(tenant, practice, stem) + order));
        if (!page.Reminders.IsDefaultOrEmpty) keys.Add(Reminders + Page(page.Subject));
        return [.. keys];
    }

    /// <summary>Sixteen digits that are smaller the later it is.</summary>
    private static string Newest(Instant at) => (long.MaxValue - at.ToUnixTimeTicks()).ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    private static string Join(params ReadOnlySpan<string> parts)
    {
        var key = new StringBuilder();
        for (var i = 0; i < parts.Length; i++) key.Append(i == 0 ? "" : "|").Append(Part(parts[i]));
        return key.ToString();
    }

    private static string Part(string part)
    {
        if (part.Length > LongestPart) return "#" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(part)));
        return part.AsSpan().IndexOfAny('|', '%', Beyond) < 0
            ? part
            : part.Replace("%", "%25", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal).Replace("\uffff", "%F", StringComparison.Ordinal);
    }
}
