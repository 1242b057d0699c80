using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>
/// Installations in the store, under their workspace or organisation. Tokens stand there sealed by the bot's key ring, which
/// lies apart from the store, and each opens for its own workspace only.
/// </summary>
internal sealed partial class SlackInstallationBook(IAddressBook book, IDataProtectionProvider protection, ILogger<SlackInstallationBook> logger)
{
    private const string Purpose = "OutcomeBot.Slack.Installation.v1";
    private const string Name = "installation";
    private const string OrganisationName = "organisation";

    /// <summary>The installation of exactly this workspace or organisation; null when there is none, or its tokens can't be opened.</summary>
    public async ValueTask<SlackInstallation?> ReadAsync(Tenant of, CancellationToken cancellationToken)
    {
        if (await book.TextAsync(of, Name, cancellationToken) is not { } text) return null;
        var stored = JsonSerializer.Deserialize(text, SlackStoredJson.Default.StoredInstallation)!;
        if (stored.Sealed is null || Opened(of, stored.Sealed) is not { } secrets) return null;
        return new SlackInstallation(of)
        {
            IsOrganisation = stored.IsOrganisation,
            Organisation = stored.Organisation,
            BotUser = stored.BotUser,
            Scopes = stored.Scopes,
            InstalledBy = stored.InstalledBy,
            InstalledAt = stored.InstalledAt,
            Tokens = new SlackTokens(secrets.Access, secrets.Refresh, stored.Until),
        };
    }

    /// <summary>Whether tokens stand there for exactly this workspace or organisation, openable or not.</summary>
    public async ValueTask<bool> HasTokensAsync(Tenant of, CancellationToken cancellationToken) =>
        await book.TextAsync(of, Name, cancellationToken) is { } text && JsonSerializer.Deserialize(text, SlackStoredJson.Default.StoredInstallation) is { Sealed: not null };

    /// <summary>The workspaces that this organisation's installation serves.</summary>
    public async ValueTask<IReadOnlyList<Tenant>> WorkspacesOfAsync(Tenant organisation, CancellationToken cancellationToken)
    {
        var workspaces = new List<Tenant>();
        foreach (var tenant in await book.TenantsAsync(SlackPlatform.DoorName, cancellationToken))
            if (await OrganisationOfAsync(tenant, cancellationToken) == organisation.Workspace) workspaces.Add(tenant);
        return workspaces;
    }

    /// <summary>Writes an installation with these tokens, in place of what was there. On disk when it returns.</summary>
    public ValueTask WriteAsync(SlackInstallation installation, SlackTokens tokens, CancellationToken cancellationToken)
    {
        var of = installation.Of ?? throw new ArgumentException("The token of the settings is kept in the settings.", nameof(installation));
        var secrets = JsonSerializer.SerializeToUtf8Bytes(new StoredSecrets(tokens.Access, tokens.Refresh), SlackStoredJson.Default.StoredSecrets);
        return PutAsync(of, Stored(installation) with { Sealed = Convert.ToBase64String(Protector(of).Protect(secrets)), Until = tokens.Until }, cancellationToken);
    }

    /// <summary>Takes the tokens out and leaves who had installed it, and when.</summary>
    public ValueTask EraseTokensAsync(SlackInstallation installation, DateTimeOffset at, CancellationToken cancellationToken) =>
        installation.Of is { } of ? PutAsync(of, Stored(installation) with { RemovedAt = at }, cancellationToken) : ValueTask.CompletedTask;

    /// <summary>The organisation whose installation serves this workspace; null when it has none.</summary>
    public async ValueTask<string?> OrganisationOfAsync(Tenant workspace, CancellationToken cancellationToken) =>
        await book.TextAsync(workspace, OrganisationName, cancellationToken) is { Length: > 0 } organisation ? organisation : null;

    /// <summary>Notes whose installation serves this workspace from now on; null for nobody's.</summary>
    public ValueTask LinkAsync(Tenant workspace, string? organisation, CancellationToken cancellationToken) =>
        book.PutAsync(workspace, OrganisationName, organisation ?? "", cancellationToken);

    private static StoredInstallation Stored(SlackInstallation installation) =>
        new(installation.BotUser, installation.IsOrganisation, installation.Scopes, installation.InstalledBy, installation.InstalledAt) { Organisation = installation.Organisation };

    private ValueTask PutAsync(Tenant of, StoredInstallation stored, CancellationToken cancellationToken) =>
        book.PutAsync(of, Name, JsonSerializer.Serialize(stored, SlackStoredJson.Default.StoredInstallation), cancellationToken);

    private StoredSecrets? Opened(Tenant of, string secrets)
    {
        try
        {
            return JsonSerializer.Deserialize(Protector(of).Unprotect(Convert.FromBase64String(secrets)), SlackStoredJson.Default.StoredSecrets);
        }
        catch (CryptographicException exception)
        {
            Log.Locked(logger, exception, of);
            return null;
        }
    }

    private IDataProtector Protector(Tenant of) => protection.CreateProtector(Purpose, of.Id);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The tokens of {Installation} can't be opened with the keys that are here, so nothing is sent there. Bring back the folder that Keys:Path names, or install OutcomeBot there again.")]
        public static partial void Locked(ILogger logger, Exception exception, Tenant installation);
    }
}

/// <summary>An installation as it is stored; without sealed tokens, it was removed.</summary>
internal sealed record StoredInstallation(string? BotUser, bool IsOrganisation, string Scopes, string? InstalledBy, DateTimeOffset InstalledAt)
{
    public string? Organisation { get; init; }

    public string? Sealed { get; init; }

    /// <summary>When the access token ends.</summary>
    public DateTimeOffset? Until { get; init; }

    public DateTimeOffset? RemovedAt { get; init; }
}

/// <summary>What is sealed. It exists between the seal and the tokens only.</summary>
internal sealed record StoredSecrets(string Access, string? Refresh)
{
    // The generated text would print both.
    public override string ToString() => nameof(StoredSecrets);
}

/// <summary>How installations are stored: the names stay.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(StoredInstallation))]
[JsonSerializable(typeof(StoredSecrets))]
internal sealed partial class SlackStoredJson : JsonSerializerContext;
