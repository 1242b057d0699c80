using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>What lets programs record values for a workspace. Only the hash of a token is kept: it is shown once, to whoever made it.</summary>
public sealed record Tokens(ImmutableArray<Token> All) : MetricsState
{
    /// <summary>The id of the one page of tokens; no metric is found under it.</summary>
    public const string Id = "0tokens";

    private const string Prefix = "ob";

    [JsonIgnore]
    public ImmutableArray<Token> Live => [.. (All.IsDefault ? [] : All).Where(token => token.Revoked is null)];

    /// <summary>The whole token: it names its workspace, so that the page of its hash can be found.</summary>
    public static string Text(Tenant tenant, string secret) => $"{Prefix}.{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(tenant.Id))}.{secret}";

    /// <summary>The workspace that a token claims; null for anything that is no token. Whether it holds is for its page to say.</summary>
    public static Tenant? TenantOf(string text)
    {
        if (text.Length > 300 || text.Split('.') is not [Prefix, { Length: > 0 } hex, { Length: > 0 }] || hex.Length % 2 != 0 || !hex.All(char.IsAsciiHexDigitLower)) return null;
        var id = Encoding.UTF8.GetString(Convert.FromHexString(hex));
        return id.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon < id.Length - 1 && id.Length <= 80 ? new Tenant(id) : null;
    }

    /// <summary>The live token that this text is; null when it is none or was revoked.</summary>
    public Token? Of(string text)
    {
        var hash = Encoding.ASCII.GetBytes(HashOf(text));
        return Live.FirstOrDefault(token => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(token.Hash), hash));
    }

    internal static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>A token by its hash: what it is for, and the channel in which metrics that it begins will live.</summary>
public sealed record Token(string Id, string Label, string Hash, string Channel, Person By, Instant At)
{
    /// <summary>Who made it useless, and when; null while it works.</summary>
    public Revocation? Revoked { get; init; }
}

/// <summary>Who revoked a token, and when.</summary>
public sealed record Revocation(Person By, Instant At);
