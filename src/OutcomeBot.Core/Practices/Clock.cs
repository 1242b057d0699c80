using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices;

/// <summary>Whose time zone counts in a turn: IANA ids, each null where nobody has said it.</summary>
/// <param name="Chosen">The one that the person chose here.</param>
/// <param name="Door">The one that their door knows.</param>
/// <param name="Channel">The one that somebody gave to the channel.</param>
/// <param name="Page">The one that the page has gone by since it began.</param>
public sealed record Clock(string? Chosen, string? Door, string? Channel, string? Page = null)
{
    /// <summary>The practice on whose pages people and channels keep their zones.</summary>
    public const string Practice = "checkin";

    /// <summary>The page on which a workspace keeps the zones of its channels.</summary>
    public const string Shared = "calendar";

    /// <summary>Nobody has said anything.</summary>
    public static Clock Unknown { get; } = new(null, null, null);

    /// <summary>The person's own: what they chose comes before what their door knows.</summary>
    public string? Mine => Chosen ?? Door;

    /// <summary>What a page that begins now goes by: its channel's, or that of who begins it.</summary>
    public string? ForPage => Channel ?? Mine;

    /// <summary>Whether anybody has said one.</summary>
    public bool IsKnown => (Mine ?? Channel ?? Page) is not null;

    /// <summary>What today is for the person: by their own, the channel's or the page's, and else by Greenwich.</summary>
    public DateTimeZone Zone => Zones.Of(Mine ?? Channel ?? Page);

    /// <summary>The one page of a person in a workspace. Platform ids hold letters that a subject's id can't, so it is made from them.</summary>
    public static string IdOf(Person person) =>
        "p" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(person.Id)).AsSpan(0, 10));
}
