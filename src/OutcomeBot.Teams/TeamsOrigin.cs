using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Teams;

/// <summary>
/// Where a note belongs that one person reads elsewhere: what they press there happens here. It travels in the note's buttons
/// and comes back from outside, so it is sealed for that person.
/// </summary>
internal sealed record TeamsOrigin(string Channel, string? Thread, string Seal)
{
    private const string ChannelKey = "_channel";
    private const string SealKey = "_seal";

    /// <summary>Adds it to what a button sends.</summary>
    public void WriteTo(JsonObject data)
    {
        data[ChannelKey] = Channel;
        if (Thread is not null) data[TeamsData.Thread] = Thread;
        data[SealKey] = Seal;
    }

    /// <summary>Reads what came back; null when there is none.</summary>
    public static TeamsOrigin? In(JsonElement? data) =>
        data.Id(ChannelKey) is { } channel && data.Text(SealKey) is { Length: 32 } seal ? new TeamsOrigin(channel, data.Id(TeamsData.Thread), seal) : null;
}

/// <summary>Seals places and delivery keys with a key that only the bot has; the same after every start, as long as its secret is the same.</summary>
internal sealed class TeamsSeal(IOptions<TeamsOptions> options)
{
    /// <summary>Where the door is open to this machine only, there is no secret, and a start ends what was sealed before.</summary>
    private readonly byte[] _key = string.IsNullOrWhiteSpace(options.Value.ClientSecret)
        ? RandomNumberGenerator.GetBytes(32)
        : HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(options.Value.ClientSecret), 32, info: "OutcomeBot.Teams seals"u8.ToArray());

    /// <summary>The place, sealed for this person.</summary>
    public TeamsOrigin Of(Place place, string person) => new(place.Channel, place.Thread, Seal(place, person));

    /// <summary>The place that was sealed for this person of this tenant; null when it was not.</summary>
    public Place? Opened(TeamsOrigin? origin, Tenant tenant, string person)
    {
        if (origin is null) return null;
        var place = new Place(tenant, origin.Channel, origin.Thread);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Seal(place, person)), Encoding.ASCII.GetBytes(origin.Seal)) ? place : null;
    }

    /// <summary>A delivery key for these texts together, which tells nothing of them.</summary>
    public string KeyOf(params ReadOnlySpan<string> texts) => "tm:" + Sealed("key\n" + string.Join('\n', texts));

    /// <summary>A token for these texts together that nobody without the secret can tell from them.</summary>
    public string TokenOf(params ReadOnlySpan<string> texts) => Sealed("token\n" + string.Join('\n', texts), bytes: 20);

    private string Seal(Place place, string person) => Sealed($"place\n{place.Tenant}\n{place.Channel}\n{place.Thread}\n{person}");

    private string Sealed(string text, int bytes = 16) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)).AsSpan(0, bytes));
}
