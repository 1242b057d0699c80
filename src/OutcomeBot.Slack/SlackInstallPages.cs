using Microsoft.Extensions.Options;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>What whoever installs the bot reads at the end of each way.</summary>
internal sealed class SlackInstallPages(IOptions<SlackOptions> options)
{
    private readonly Uri _install = new(options.Value.Public!, SlackInstallEndpoints.InstallPath); // Checked at the start: there is one.

    /// <summary>It is there. For an organisation one more step remains: an organisation's installation is in no workspace yet.</summary>
    public static SlackPage Done(SlackInstallation installation, string? name, string? app) => installation.IsOrganisation
        ? new("OutcomeBot is installed for your organisation", $"{name ?? "Your organisation"} has it now, but no workspace does yet.", "Add it to the workspaces whose teams shall use it; it works there at once.")
        {
            Next = app is null ? null : ("Add it to workspaces", new Uri($"https://app.slack.com/manage/{installation.Of!.Value.Workspace}/integrations/profile/{app}/workspaces/add")), // Only what was installed here comes here.
        }
        : new($"OutcomeBot is installed in {name ?? "your workspace"}", "Type /outcome in any channel to see what it can do. Invite it with /invite @OutcomeBot where it shall read answers in threads.")
        {
            Next = app is null ? null : ("Open Slack", new Uri($"https://slack.com/app_redirect?app={app}&team={installation.Of!.Value.Workspace}")),
        };

    /// <summary>Slack's own pages for admins send people here without a state, so whose wish it is can't be known.</summary>
    public SlackPage OneMoreStep => Again("One more step", "Slack sent you here, but not from a page of OutcomeBot's, so nothing has been installed yet. Go on here, and Slack asks you once more.", "Go on");

    public SlackPage Stale => Again("This took too long, or came to another browser", $"For your safety an installation is finished within ten minutes, once, and in the browser it was begun in. Nothing was installed. Begin again at {_install}.", "Begin again");

    public SlackPage TooMany => Again("Too many attempts", "Nothing was installed. Wait a minute, then begin again.", "Begin again");

    /// <summary>Slack agreed, but whoever runs the bot doesn't let everybody in.</summary>
    public SlackPage NotAllowed(Tenant of) => Again("This OutcomeBot isn't open to your workspace",
        $"Nothing was installed or kept, and the token that Slack gave was given back. Ask whoever runs OutcomeBot to add {of.Workspace} to Slack:AllowedWorkspaces, then begin again.", "Begin again");

    /// <summary>Slack says no before there is any code.</summary>
    public SlackPage Denied(string error) => error == "access_denied"
        ? Again("Nothing was installed", "You pressed Cancel, or an admin of your workspace has to allow it first. Slack can send them your request when you begin again.", "Begin again")
        : Again("Slack didn't allow it", $"Nothing was installed. Slack's reason is {(SlackIds.IsId(error) ? error : "unknown")}; tell whoever runs OutcomeBot, then begin again.", "Begin again");

    /// <summary>Slack did not give tokens for the code.</summary>
    public SlackPage NotGiven(SlackResult result) => result switch
    {
        { Outcome: not (SlackOutcome.Refused or SlackOutcome.Fine) } => Again("Slack didn't answer", "Nothing was installed. Wait a moment, then begin again.", "Begin again"),
        { Error: "code_already_used" or "invalid_code" } => Again("This link was used already", "Nothing was changed. Begin again to get a fresh one.", "Begin again"),
        { Error: "bad_client_secret" or "invalid_client_id" or "bad_redirect_uri" or "invalid_grant_type" } =>
            Again("OutcomeBot isn't set up for this yet", $"Nothing was installed: Slack says {result.Error}. Ask whoever runs OutcomeBot to compare Slack:ClientId, Slack:ClientSecret and Slack:PublicUrl with the Slack app, then begin again.", "Begin again"),
        _ => Again("Slack gave no installation", $"Nothing was installed. Tell whoever runs OutcomeBot ({(result.Error.Length > 0 ? result.Error : "no bot token in the answer")}), then begin again.", "Begin again"),
    };

    private SlackPage Again(string title, string sentence, string label) => new(title, sentence) { Next = (label, _install) };
}
