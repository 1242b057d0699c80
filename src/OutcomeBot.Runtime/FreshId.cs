using System.Security.Cryptography;
using System.Text;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Runtime;

/// <summary>
/// The id of a subject that begins now is made from the delivery that begins it. The same delivery, repeated, so finds
/// the page that it made the first time; nothing has to be looked up to know a repeat.
/// </summary>
internal static class FreshId
{
    public static Subject Of(string practice, Tenant tenant, string delivery) => new(tenant, practice, Of(tenant, delivery));

    private static string Of(Tenant tenant, string delivery)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant}\n{delivery}"), hash);
        return Convert.ToHexStringLower(hash[..10]);
    }
}
