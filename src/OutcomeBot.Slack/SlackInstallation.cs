using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>
/// The app in one workspace, or in an organisation and the workspaces it is switched on for. There is one object of each in
/// the process, so that everybody who has it sees new tokens, and their end, at once.
/// </summary>
internal sealed class SlackInstallation(Tenant? of)
{
    private volatile SlackTokens? _tokens;
    private volatile string? _botUser;

    /// <summary>The workspace, or the organisation; null for the one whose token stands in the settings.</summary>
    public Tenant? Of => of;

    /// <summary>Whether it holds for a whole organisation.</summary>
    public bool IsOrganisation { get; init; }

    /// <summary>The organisation that the workspace belongs to, as Slack said when it was installed; null where it belongs to none.</summary>
    public string? Organisation { get; init; }

    /// <summary>The rights that were granted, parted by commas.</summary>
    public string Scopes { get; init; } = "";

    /// <summary>The user who installed it; null when Slack didn't say.</summary>
    public string? InstalledBy { get; init; }

    public DateTimeOffset InstalledAt { get; init; }

    /// <summary>The bot's user there; null when it is not known yet.</summary>
    public string? BotUser
    {
        get => _botUser;
        set => _botUser = value;
    }

    /// <summary>The tokens as they are now; null when Slack accepts none any more.</summary>
    public SlackTokens? Tokens
    {
        get => _tokens;
        set => _tokens = value;
    }
}
