using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using OutcomeBot.Core.Practices;
using OutcomeBot.Slack;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>Lengths, patterns and counts are those of https://github.com/slackapi/manifest-schema, schemas/manifest.schema.1.0.0.json.</summary>
public sealed partial class SlackManifestTests
{
    /// <summary>The names of events that Slack's Events API has: ManifestEvent of npm @slack/web-api 8.2.0, without message and its kinds.</summary>
    private static readonly string[] s_known = """
        app_context_changed app_home_opened app_mention app_rate_limited app_requested app_uninstalled assistant_thread_context_changed
        assistant_thread_started call_rejected channel_archive channel_created channel_deleted channel_history_changed channel_id_changed channel_left
        channel_rename channel_shared channel_unarchive channel_unshared dnd_updated dnd_updated_user email_domain_changed emoji_changed
        entity_details_requested file_change file_comment_added file_comment_deleted file_comment_edited file_created file_deleted file_public file_shared
        file_unshared grid_migration_finished grid_migration_started group_archive group_close group_deleted group_history_changed group_left group_open
        group_rename group_unarchive im_close im_created im_history_changed im_open invite_requested link_shared member_joined_channel member_left_channel
        message_metadata_deleted message_metadata_posted message_metadata_updated pin_added pin_removed reaction_added reaction_removed resources_added
        resources_removed scope_denied scope_granted shared_channel_invite_accepted shared_channel_invite_approved shared_channel_invite_declined
        shared_channel_invite_received star_added star_removed subteam_created subteam_members_changed subteam_self_added subteam_self_removed
        subteam_updated team_access_granted team_access_revoked team_domain_change team_join team_rename tokens_revoked url_verification user_change
        user_huddle_changed user_profile_changed user_resource_denied user_resource_granted user_resource_removed user_status_changed workflow_deleted
        workflow_published workflow_step_deleted workflow_step_execute workflow_unpublished
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    [Theory]
    [InlineData("slack.yaml")]
    [InlineData("slack-socket.yaml", "Slack:AppToken", "xapp-1")]
    [InlineData("slack-workspaces.yaml", "Slack:ClientId", "1.2")]
    [InlineData("slack-buttons.yaml", "Slack:ReadThreads", "false")]
    public void The_manifest_in_the_repository_is_the_one_that_the_code_makes(string name, string? key = null, string? value = null)
    {
        var path = Path.Combine(Root(), "manifests", name);
        var (yaml, wrong) = SlackManifest.Of(Settings(key is null ? [] : [new(key, value)]), Catalog.All);
        if (Environment.GetEnvironmentVariable("OUTCOMEBOT_GOLDEN") == "write") File.WriteAllText(path, yaml);

        Assert.Null(wrong);
        Assert.Equal(File.ReadAllText(path), yaml);
    }

    [Theory]
    [InlineData("https://bot.example.com")]
    [InlineData("https://bot.example.com/")]
    public void The_public_address_of_the_settings_stands_in_every_address(string site)
    {
        var (yaml, _) = SlackManifest.Of(Settings(new("Slack:PublicUrl", site), new("Slack:ClientId", "1.2")), Catalog.All);

        Assert.Equal(["commands", "oauth", "events", "interactions"], Addresses(yaml!, "https://bot.example.com/slack/"));
        Assert.DoesNotContain("your-host", yaml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bot.example.com")]
    [InlineData("http://bot.example.com/")]
    [InlineData("https://bot.example.com/?a=b")]
    public void An_address_that_Slack_can_not_reach_is_refused_with_a_sentence(string site) =>
        Assert.StartsWith("Slack:PublicUrl is not a public web address", SlackManifest.Of(Settings(new KeyValuePair<string, string?>("Slack:PublicUrl", site)), Catalog.All).Wrong, StringComparison.Ordinal);

    [Fact]
    public void Over_a_socket_no_address_of_the_bot_is_told_to_Slack()
    {
        var manifest = Manifest(new SlackShape { HasSocket = true });

        Assert.True(manifest["settings"]!["socket_mode_enabled"]!.GetValue<bool>());
        Assert.DoesNotContain("https://", manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_that_was_copied_by_hand_is_never_rotated()
    {
        Assert.False(Manifest(new SlackShape())["settings"]!["token_rotation_enabled"]!.GetValue<bool>());
        Assert.True(Manifest(new SlackShape { HasManyWorkspaces = true })["settings"]!["token_rotation_enabled"]!.GetValue<bool>());
    }

    [Fact]
    public void Without_the_right_to_read_threads_nothing_is_asked_that_reads_a_conversation()
    {
        var manifest = Manifest(new SlackShape { ReadsThreads = false });

        Assert.DoesNotContain(Texts(manifest["oauth_config"]!["scopes"]!["bot"]), scope => scope.EndsWith(":history", StringComparison.Ordinal));
        Assert.DoesNotContain(Texts(manifest["settings"]!["event_subscriptions"]!["bot_events"]), name => name.StartsWith("message", StringComparison.Ordinal));
        Assert.True(manifest["features"]!["app_home"]!["messages_tab_read_only_enabled"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Every_address_in_the_manifest_is_one_where_the_door_answers()
    {
        await using var slack = await SlackHost.StartAsync();
        foreach (var path in Addresses(SlackManifest.Yaml(new SlackShape(), Catalog.All), "https://your-host/"))
        {
            using var answer = await slack.SendSignedAsync("/" + path, Encoding.UTF8.GetBytes("{}"), null, null);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Every_event_that_is_handled_is_subscribed_and_every_subscribed_one_is_handled()
    {
        await using var slack = await SlackHost.StartAsync();
        foreach (var name in s_known.Append("message"))
            await slack.SendAsync("/slack/events", $$$"""{"type":"event_callback","team_id":"T1","event_id":"Ev{{{name}}}","authorizations":[{"team_id":"T1","user_id":"UBOT","is_bot":true}],"event":{"type":"{{{name}}}"}}""");

        var handled = s_known.Append("message").Where(name => !slack.Log.All.Contains($"Not for the bot: event {name}.", StringComparison.Ordinal));
        Assert.Equal(SlackRights.Events.Select(need => need.Name.Split('.')[0]).Distinct().Order(), handled.Order());
    }

    [Fact]
    public void Every_method_that_the_door_calls_has_its_rights_in_the_table_and_no_other_stands_there()
    {
        var door = Path.Combine(Root(), "src/OutcomeBot.Slack");
        var called = Directory.EnumerateFiles(door, "*.cs").Concat(Directory.EnumerateFiles(Path.Combine(door, "Sockets"), "*.cs"))
            .Where(file => Path.GetFileName(file) != "SlackRights.cs")
            .SelectMany(file => Method().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value));

        Assert.Equal(SlackRights.Methods.Select(need => need.Name).Order(StringComparer.Ordinal), called.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_shortcuts_are_those_that_the_door_reads() =>
        Assert.Equal([SlackInteractions.AboutMessage, SlackInteractions.Anew], Manifest(new SlackShape())["features"]!["shortcuts"]!.AsArray().Select(shortcut => shortcut!["callback_id"]!.ToString()));

    [Fact]
    public void Every_practice_is_named_where_the_command_is_typed()
    {
        var hint = Manifest(new SlackShape())["features"]!["slash_commands"]![0]!["usage_hint"]!.ToString();

        Assert.Equal([.. Catalog.All.Select(practice => practice.Word).Where(word => word != "desk"), "mine", "link", "help"], hint.Split(" | "));
    }

    [Fact]
    public void No_text_or_list_is_longer_than_Slack_takes()
    {
        var manifest = Manifest(new SlackShape { HasManyWorkspaces = true });
        var (display, features) = (manifest["display_information"]!, manifest["features"]!);

        Assert.InRange(display["name"]!.ToString().Length, 1, 35);
        Assert.InRange(display["description"]!.ToString().Length, 1, 140);
        Assert.InRange(display["long_description"]!.ToString().Length, 175, 4000);
        Assert.Matches("^#[0-9a-fA-F]{6}$", display["background_color"]!.ToString());
        Assert.InRange(features["bot_user"]!["display_name"]!.ToString().Length, 1, 80);
        Assert.InRange(features["shortcuts"]!.AsArray().Count, 1, 10);
        Assert.All(features["shortcuts"]!.AsArray(), shortcut => Assert.Equal(
            (true, true, true),
            (shortcut!["name"]!.ToString().Length is > 0 and <= 24, shortcut["callback_id"]!.ToString().Length is > 0 and <= 255, shortcut["description"]!.ToString().Length is > 0 and <= 150)));
        Assert.InRange(features["slash_commands"]![0]!["usage_hint"]!.ToString().Length, 1, 1000);
        Assert.InRange(Texts(manifest["oauth_config"]!["scopes"]!["bot"]).Distinct().Count(), 1, 255);
        Assert.InRange(Texts(manifest["settings"]!["event_subscriptions"]!["bot_events"]).Distinct().Count(), 1, 100);
    }

    [Fact]
    public void A_text_that_YAML_would_take_for_something_else_is_quoted()
    {
        var written = SlackYaml.Of(new JsonObject
        {
            ["plain"] = "chat:write", ["words"] = "it's a, b.", ["pair"] = "a: b", ["truth"] = "No", ["number"] = "1", ["mark"] = "#fff", ["end"] = "a:", ["lines"] = "a\nb", ["none"] = "", ["flag"] = true, ["count"] = 2,
            ["list"] = new JsonArray("x", new JsonObject { ["y"] = "z", ["w"] = new JsonArray("- v") }),
        });

        Assert.Equal("""
            plain: chat:write
            words: it's a, b.
            pair: "a: b"
            truth: "No"
            number: "1"
            mark: "#fff"
            end: "a:"
            lines: "a\nb"
            none: ""
            flag: true
            count: 2
            list:
              - x
              - y: z
                w:
                  - "- v"

            """, written, ignoreLineEndingDifferences: true);
    }

    private static JsonObject Manifest(SlackShape shape) => SlackManifest.Json(shape, Catalog.All);

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(item => item!.ToString());

    private static IEnumerable<string> Addresses(string yaml, string before) =>
        Address().Matches(yaml).Select(match => match.Value).Where(url => url.StartsWith(before, StringComparison.Ordinal)).Select(url => url[before.Length..]);

    private static IConfiguration Settings(params IEnumerable<KeyValuePair<string, string?>> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));

    [GeneratedRegex("https://\\S+")]
    private static partial Regex Address();

    /// <summary>The families of methods in Slack's Web API.</summary>
    [GeneratedRegex("\"(?<name>(apps|assistant|auth|bookmarks|bots|calls|canvases|chat|conversations|dialog|dnd|emoji|files|functions|migration|oauth|openid|pins|reactions|reminders|search|stars|team|tooling|usergroups|users|views|workflows)\\.[A-Za-z0-9.]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Method();
}
