using System.Text.Json;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>Whose a request is: the workspace, and the organisation that it belongs to, where Slack names one.</summary>
internal sealed record SlackOrigin(Tenant Tenant, string? Organisation)
{
    /// <summary>
    /// In shared channels the envelope may name the sender's workspace; the authorization names the one that installed us. An
    /// organisation's authorization names no workspace: then it is the envelope's, as long as that is of the same organisation.
    /// </summary>
    public static SlackOrigin? OfEvent(JsonElement root, JsonElement? authorization)
    {
        if (authorization.Id("team_id") is { } installed) return Of(installed, authorization.Id("enterprise_id"));
        var organisation = authorization.Id("enterprise_id") ?? root.Id("enterprise_id");
        var isForeign = authorization.Says("is_enterprise_install") && root.Id("enterprise_id") != organisation;
        return Of((isForeign ? root.Id("context_team_id") : root.Id("team_id")) ?? organisation, organisation);
    }

    /// <summary>Forms that people of another organisation fill name both; what installed us is in the view.</summary>
    public static SlackOrigin? OfInteraction(JsonElement root)
    {
        var (team, view, organisation) = (root.At("team"), root.At("view"), root.At("enterprise").Id("id") ?? root.At("team").Id("enterprise_id"));
        if (view.Id("app_installed_team_id") is { } installed && installed != organisation) return Of(installed, installed == team.Id("id") ? organisation : null);

        // What an organisation installed names it in the place of the workspace, and the workspace beside it.
        return Of(team.Id("id") ?? (root.Says("is_enterprise_install") ? view.Id("team_id") ?? root.At("user").Id("team_id") : null) ?? organisation ?? root.At("user").Id("team_id"), organisation);
    }

    /// <summary>What was read, with the organisation that it came from.</summary>
    public SlackRead Of(SlackRead read) => (Organisation, read) switch
    {
        (not null, ForInbox found) => found with { Organisation = Organisation },
        (not null, LinksShared shared) => shared with { Organisation = Organisation },
        _ => read,
    };

    private static SlackOrigin? Of(string? workspace, string? organisation) => workspace is null ? null : new SlackOrigin(SlackIds.Tenant(workspace), organisation);
}
