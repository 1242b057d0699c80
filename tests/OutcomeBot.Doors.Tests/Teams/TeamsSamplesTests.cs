using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using OutcomeBot.Core.Chat;
using Xunit;

namespace OutcomeBot.Doors.Tests.Teams;

/// <summary>Every sample of an activity, and what it becomes. The samples lie beside the repository, not in it.</summary>
public sealed class TeamsSamplesTests
{
    private const string Ignored = "200";
    private const string Refused = "401";
    private const string NotOurs = "501";
    private const string Greeted = nameof(Invited);

    /// <summary>What becomes of each as it stands: 401 where it isn't Teams' (another channel, no tenant, no service address), whatever its token says.</summary>
    private static readonly Dictionary<string, string> s_becomes = new()
    {
        ["001-message-channel-aadobjectid"] = nameof(Said),
        ["002-invoke-noname-cardaction"] = NotOurs,
        ["003-conversationupdate-teammemberadded"] = Ignored,
        ["004-invoke-signin-verifystate"] = NotOurs,
        ["005-invoke-composeextension-query"] = NotOurs,
        ["006-conversationupdate-teamrenamed"] = Ignored,
        ["007-message-atmention"] = nameof(Said),
        ["008-message-two-atmentions"] = nameof(Said),
        ["009-conversationupdate-channelcreated"] = Ignored,
        ["010-message-no-mentions"] = nameof(Said),
        ["011-conversationupdate-channeldeleted"] = Ignored,
        ["012-conversationupdate-channelrenamed"] = Ignored,
        ["013-conversationupdate-teammemberremoved"] = Ignored,
        ["014-conversationupdate-aadobjectid"] = Greeted,
        ["015-message-skeleton"] = Refused,
        ["016-invoke-suggestedactions-submit-min"] = Refused,
        ["017-message-quotedreply-entities"] = Refused,
        ["020-message-all-optional-fields"] = Refused,
        ["022-message-complex-directline"] = Refused,
        ["023-message-directline-validation"] = Refused,
        ["024-message-voice-valuetype"] = Refused,
        ["025-conversationupdate-emulator"] = Refused,
        ["026-invoke-signin-failure"] = Refused,
        ["027-invoke-suggestedactions-submit"] = Refused,
        ["028-invoke-fileconsent"] = Refused,
        ["029-pg-installationupdate-personal-add"] = Greeted,
        ["030-pg-conversationupdate-personal"] = Ignored,
        ["031-pg-installationupdate-channel-add"] = Greeted,
        ["032-pg-conversationupdate-channel-teammemberadded"] = Ignored,
        ["033-pg-conversationupdate-channel-channelcreated"] = Ignored,
        ["034-pg-conversationupdate-channel-channelrenamed"] = Ignored,
        ["035-pg-conversationupdate-channel-teamrenamed"] = Ignored,
        ["036-pg-conversationupdate-channel-channeldeleted"] = Ignored,
        ["037-pg-conversationupdate-channel-teammemberremoved"] = Ignored,
        ["038-pg-installationupdate-channel-remove"] = Ignored,
        ["039-pg-conversationupdate-channel-teamdeleted"] = Ignored,
        ["040-pg-message-personal"] = nameof(Said),
        ["041-pg-invoke-adaptivecard-action-personal"] = "error 400",
        ["042-pg-installationupdate-groupchat-add"] = Greeted,
        ["043-pg-conversationupdate-groupchat"] = Ignored,
        ["044-pg-message-groupchat"] = nameof(Said),
        ["045-pg-invoke-adaptivecard-action-groupchat"] = "error 400",
        ["046-pg-message-channel"] = nameof(Said),
        ["047-pg-invoke-adaptivecard-action-channel"] = "error 400",
        ["048-pg-conversationupdate-personal"] = Ignored,
        ["049-pg-conversationupdate-personal"] = Ignored,
        ["050-pg-message-personal"] = Ignored,
        ["051-message-personal-html-attachment"] = nameof(Said),
        ["052-message-channel-root-mention"] = nameof(Said),
        ["053-message-channel-thread-reply-two-mentions"] = nameof(Said),
        ["054-message-channel-rsc-no-mention"] = nameof(Heard),
        ["055-message-groupchat-mention"] = nameof(Said),
        ["056-message-slash-targeted"] = nameof(Said),
        ["057-message-action-submit-channel"] = Ignored,
        ["058-message-action-submit-messageback"] = nameof(Said),
        ["059-message-file-attachment"] = Ignored,
        ["060-messagereaction-added"] = Ignored,
        ["061-messagereaction-removed"] = Ignored,
        ["062-messageupdate-edit"] = nameof(Edited),
        ["063-messageupdate-undelete"] = Ignored,
        ["064-messagedelete-soft"] = nameof(Removed),
        ["065-event-readreceipt"] = Ignored,
        ["066-event-meetingstart"] = Ignored,
        ["067-installationupdate-add"] = Greeted,
        ["068-installationupdate-remove"] = Ignored,
        ["069-installationupdate-add-upgrade"] = Ignored,
        ["070-installationupdate-remove-upgrade"] = Ignored,
        ["071-conversationupdate-teamarchived"] = Ignored,
        ["072-conversationupdate-teamunarchived"] = Ignored,
        ["073-conversationupdate-teamdeleted"] = Ignored,
        ["074-conversationupdate-teamharddeleted"] = Ignored,
        ["075-conversationupdate-teamrestored"] = Ignored,
        ["076-conversationupdate-channelrestored"] = Ignored,
        ["077-conversationupdate-channelshared"] = Ignored,
        ["078-conversationupdate-channelunshared"] = Ignored,
        ["079-invoke-adaptivecard-action-manual"] = "error 400",
        ["080-invoke-adaptivecard-action-automatic"] = "error 400",
        ["081-invoke-task-fetch"] = "message",
        ["082-invoke-task-submit"] = "message",
        ["083-invoke-composeextension-fetchtask"] = NotOurs,
        ["084-invoke-composeextension-submitaction"] = NotOurs,
        ["085-invoke-unknown-name"] = NotOurs,
        ["086-event-unknown-name"] = Ignored,
        ["087-activity-unknown-type"] = Ignored,
        ["088-typing"] = Ignored,
        ["089-conversationupdate-bot-added-groupchat"] = Greeted,
    };

    private static string? Folder { get; } = FoundFolder();

    [Fact]
    public async Task Every_sample_is_accepted_or_refused_as_the_table_says()
    {
        // The samples lie beside the repository; where they don't, the tests of the reader carry the proof.
        if (Folder is null) return;
        var tenants = s_becomes.Keys.Select(Sample).SelectMany(Tenants).Distinct();
        await using var teams = await TeamsHost.StartAsync(null, "Development", ("Teams:AllowedTenants", string.Join(',', tenants)), ("Teams:AllowedServiceHosts", "127.0.0.1,localhost"));

        var found = new Dictionary<string, string>();
        foreach (var name in s_becomes.Keys) found[name] = await SentAsync(teams, Sample(name));
        Assert.Equal(s_becomes.Select(pair => $"{pair.Key}: {pair.Value}"), found.Select(pair => $"{pair.Key}: {pair.Value}"));
    }

    [Fact]
    public void The_table_names_every_sample()
    {
        if (Folder is null) return;
        Assert.Equal(Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal), s_becomes.Keys.Order(StringComparer.Ordinal));
    }

    private static async Task<string> SentAsync(TeamsHost teams, JsonObject sample)
    {
        var before = teams.Inbox.Taken.Count;
        var serviceUrl = sample["serviceUrl"]?.ToString() ?? teams.Connector.ServiceUrl;
        using var answer = await teams.SendAsync(sample, teams.Token(token => token.Claims["serviceurl"] = serviceUrl));
        if (answer.StatusCode != HttpStatusCode.OK) return $"{(int)answer.StatusCode}";
        if (teams.Inbox.Taken.Count > before) return teams.Inbox.Taken[^1].GetType().Name;
        if (await answer.Content.ReadAsStringAsync() is not { Length: > 0 } body) return Ignored;
        var json = JsonNode.Parse(body)!.AsObject();
        return json["task"] is { } task ? task["type"]!.ToString() : $"error {json["statusCode"]}";
    }

    private static IEnumerable<string> Tenants(JsonObject sample) =>
        new[] { sample["conversation"]?["tenantId"]?.ToString(), sample["channelData"]?["tenant"]?["id"]?.ToString() }.OfType<string>();

    private static JsonObject Sample(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder!, name + ".json")))!.AsObject();

    private static string? FoundFolder([CallerFilePath] string here = "")
    {
        for (var folder = new FileInfo(here).Directory; folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OutcomeBot.sln")))
                return new[] { "../shared/payloads/teams", "../../shared/payloads/teams" }.Select(path => Path.GetFullPath(Path.Combine(folder.FullName, path))).FirstOrDefault(Directory.Exists);
        return null;
    }
}
