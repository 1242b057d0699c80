using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Runtime;

/// <summary>
/// Makes and opens the keys of what is sealed. A key is stored wrapped by the bot's own key ring, which lies apart from the store:
/// who has the store alone opens nothing. A wrapped key works for its own tenant only.
/// </summary>
internal sealed partial class SealKeys(IDataProtectionProvider protection, ILogger<SealKeys> logger)
{
    private const int KeyLength = 32;
    private const string Purpose = "OutcomeBot.Seal.v1";

    /// <summary>A key that nobody has used.</summary>
    public Seal Fresh(Tenant tenant)
    {
        var key = RandomNumberGenerator.GetBytes(KeyLength);
        return new Seal(Convert.ToBase64String(Protector(tenant).Protect(key)), key);
    }

    /// <summary>The key of a wrapped form; null when this key ring can't open it, which is logged for whoever runs the bot.</summary>
    public Seal? Open(Tenant tenant, string wrapped)
    {
        try
        {
            return new Seal(wrapped, Protector(tenant).Unprotect(Convert.FromBase64String(wrapped)));
        }
        catch (CryptographicException exception)
        {
            Log.Locked(logger, exception);
            return null;
        }
    }

    private IDataProtector Protector(Tenant tenant) => protection.CreateProtector(Purpose, tenant.Id);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A sealed vote can't be opened with the keys that are here. Bring back the folder that Keys:Path names, as it was when the vote was opened.")]
        public static partial void Locked(ILogger logger, Exception exception);
    }
}
