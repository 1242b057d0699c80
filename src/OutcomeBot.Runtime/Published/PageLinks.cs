using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Runtime;

/// <summary>
/// Addresses of pages for people without a sign-in: what such an address names, and until when, is sealed in it with the bot's
/// own keys, so it can't be guessed or turned into another one. Nothing is stored for it.
/// </summary>
public sealed class PageLinks(IDataProtectionProvider protection, IPageHome home, TimeProvider time)
{
    /// <summary>What comes before the sealed part.</summary>
    public const string Path = "page/";

    private const string Purpose = "OutcomeBot.PageLink.v1";
    private const int Longest = 1_000;

    private static readonly Duration s_life = Duration.FromDays(30);

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);

    /// <summary>An address for this subject, good for thirty days.</summary>
    public PageLink To(Subject subject, string title)
    {
        var until = Instant.FromDateTimeOffset(time.GetUtcNow()) + s_life;
        if (home.Of(subject.Tenant) is not { } site) return new PageLink(title, null, until);
        var text = string.Create(CultureInfo.InvariantCulture, $"{until.ToUnixTimeSeconds()}\n{subject.Tenant.Id}\n{subject.Practice}\n{subject.Id}");
        return new PageLink(title, new Uri(site, Path + _protector.Protect(text)).AbsoluteUri, until);
    }

    /// <summary>The sealed part of an address of ours; null for any other address.</summary>
    public string? TokenIn(Tenant tenant, string address) =>
        home.Of(tenant) is { } site && Uri.TryCreate(address, UriKind.Absolute, out var uri) && Uri.TryCreate(site, Path, out var pages)
        && uri.GetLeftPart(UriPartial.Path) is var path && path.StartsWith(pages.AbsoluteUri, StringComparison.Ordinal)
            ? path[pages.AbsoluteUri.Length..]
            : null;

    /// <summary>What a sealed part names, and until when; null when it has ended or is none of ours.</summary>
    public (Subject Subject, Instant Until)? Open(string token)
    {
        if (token.Length is 0 or > Longest) return null;
        try
        {
            if (_protector.Unprotect(token).Split('\n') is not [var seconds, var tenant, var practice, var id]) return null;
            var until = Instant.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture));
            return until > Instant.FromDateTimeOffset(time.GetUtcNow()) ? (new Subject(new Tenant(tenant), practice, id), until) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
