using System.Net;
using System.Runtime.CompilerServices;
using OutcomeBot.Core.Chat;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>Every sample of a request that Slack sends, and what it becomes. The samples lie beside the repository, not in it.</summary>
public sealed class SlackSamplesTests
{
    private const string Ignored = "ignored";
    private const string Ends = "ends the organisation's installation";
    private const string SwitchesOn = "T111 and T222 are served";
    private const string SwitchesOff = "T111 and T222 are served no more";

    /// <summary>The bot of most samples; they name it in the authorization or, in the older ones, not at all.</summary>
    private static readonly Dictionary<string, string> s_becomes = new()
    {
        ["events/app_home_opened_first_time.json"] = nameof(HomeOpened),
        ["events/app_home_opened_org_app_with_view.json"] = Ignored,
        ["events/app_mention.json"] = nameof(Said),
        ["events/app_mention_from_bot.json"] = Ignored,
        ["events/app_mention_in_thread.json"] = nameof(Said),
        ["events/app_mention_slack_connect.json"] = nameof(Said),
        ["events/app_mention_with_files.json"] = nameof(Said),
        ["events/app_rate_limited.json"] = Ignored,
        ["events/app_uninstalled.json"] = Ends,
        ["events/channel_archive.json"] = Ignored,
        ["events/channel_deleted.json"] = Ignored,
        ["events/channel_id_changed.json"] = Ignored,
        ["events/channel_left.SKELETON.json"] = Ignored,
        ["events/channel_left.json"] = Ignored,
        ["events/channel_rename.json"] = Ignored,
        ["events/channel_unarchive.json"] = Ignored,
        ["events/grid_migration_finished.json"] = Ignored,
        ["events/group_archive.SKELETON.json"] = Ignored,
        ["events/group_archive.json"] = Ignored,
        ["events/group_left.SKELETON.json"] = Ignored,
        ["events/group_left.json"] = Ignored,
        ["events/group_rename.json"] = Ignored,
        ["events/member_joined_channel_bot.json"] = nameof(Invited),
        ["events/member_joined_channel_user.json"] = Ignored,
        ["events/member_joined_slack_connect.json"] = Ignored,
        ["events/member_left_channel.json"] = Ignored,
        ["events/message_bot_message_classic.json"] = Ignored,
        ["events/message_bot_message_response_url.json"] = Ignored,
        ["events/message_bot_no_subtype.json"] = Ignored,
        ["events/message_changed.json"] = nameof(Edited),
        ["events/message_changed_link_unfurl.json"] = Ignored,
        ["events/message_channel_join.json"] = Ignored,
        ["events/message_channel_topic.json"] = Ignored,
        ["events/message_channels.json"] = Ignored,
        ["events/message_deleted.json"] = nameof(Removed),
        ["events/message_file_share.json"] = Ignored,
        ["events/message_groups.json"] = Ignored,
        ["events/message_im.json"] = nameof(Said),
        ["events/message_im_org_app.json"] = Ignored,
        ["events/message_me.json"] = Ignored,
        ["events/message_mpim.json"] = Ignored,
        ["events/message_thread_broadcast.json"] = nameof(Heard),
        ["events/message_thread_reply.json"] = nameof(Heard),
        ["events/message_tombstone_thread_parent_deleted.json"] = Ignored,
        ["events/reaction_added.json"] = Ignored,
        ["events/team_access_granted.json"] = SwitchesOn,
        ["events/team_access_revoked.json"] = SwitchesOff,
        ["events/team_domain_change.json"] = Ignored,
        ["events/team_join.SKELETON.json"] = Ignored,
        ["events/team_join.json"] = Ignored,
        ["events/team_rename.json"] = Ignored,
        ["events/tokens_revoked.json"] = Ends,
        ["events/url_verification.json"] = "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P",
        ["events/user_change.SKELETON.json"] = Ignored,
        ["events/user_change_deactivated.json"] = nameof(Departed),
        ["events/user_change_timezone.json"] = nameof(Returned),
        ["forms/slash_command.txt"] = nameof(Said),
        ["forms/slash_command_SIGNED.txt"] = nameof(Said),
        ["forms/slash_command_in_dm.txt"] = nameof(Said),
        ["forms/slash_command_no_text.txt"] = nameof(Said),
        ["forms/slash_command_org_install.txt"] = nameof(Said),
        ["forms/ssl_check.txt"] = Ignored,
        ["interactive/block_actions_button.json"] = Ignored,
        ["interactive/block_actions_button_in_thread_with_state.json"] = Ignored,
        ["interactive/block_actions_button_in_unfurl.json"] = Ignored,
        ["interactive/block_actions_button_in_view.json"] = Ignored,
        ["interactive/block_actions_checkboxes.json"] = Ignored,
        ["interactive/block_actions_checkboxes_none.json"] = Ignored,
        ["interactive/block_actions_conversations_select.json"] = Ignored,
        ["interactive/block_actions_datepicker.json"] = Ignored,
        ["interactive/block_actions_datetimepicker.json"] = Ignored,
        ["interactive/block_actions_multi_users_select.json"] = Ignored,
        ["interactive/block_actions_number_input.json"] = Ignored,
        ["interactive/block_actions_overflow.json"] = Ignored,
        ["interactive/block_actions_plain_text_input.json"] = Ignored,
        ["interactive/block_actions_radio_buttons.json"] = Ignored,
        ["interactive/block_actions_static_select.json"] = Ignored,
        ["interactive/block_actions_timepicker.json"] = Ignored,
        ["interactive/block_actions_users_select.json"] = Ignored,
        ["interactive/block_suggestion.json"] = """{"options":[]}""",
        ["interactive/block_suggestion_in_view.json"] = """{"options":[]}""",
        ["interactive/interactive_message_legacy.json"] = Ignored,
        ["interactive/message_action.json"] = Ignored,
        ["interactive/shortcut_global.json"] = Ignored,
        ["interactive/view_closed.json"] = Ignored,
        ["interactive/view_submission.json"] = Ignored,
        ["interactive/view_submission_all_inputs.json"] = Ignored,
        ["interactive/view_submission_optional_left_empty.json"] = Ignored,
        ["interactive/view_submission_slack_connect.json"] = Ignored,
        ["interactive/view_submission_timepicker_timezone.json"] = Ignored,
        ["interactive/view_submission_with_response_urls.json"] = Ignored,
    };

    /// <summary>In these the bot's buttons, shortcuts and forms stand in place of the sample's own.</summary>
    private static readonly Dictionary<string, (string Replaced, string By, string Becomes)> s_ours = new()
    {
        ["interactive/block_actions_button.json"] = ("\"action_id\":\"a\"", "\"action_id\":\"why/3f9k2/answer/c4\"", nameof(Pressed)),
        ["interactive/block_actions_button_in_thread_with_state.json"] = ("\"action_id\":\"save\"", "\"action_id\":\"why/3f9k2/answer/c4\"", nameof(Pressed)),
        ["interactive/block_actions_button_in_view.json"] = ("clear-settings-button", "why/-/new", nameof(Pressed)),
        ["interactive/message_action.json"] = ("test-shortcut", "five_whys_from_message", nameof(Pressed)),
        ["interactive/shortcut_global.json"] = ("test-shortcut", "five_whys", nameof(Pressed)),
        ["interactive/view_submission.json"] = ("\"view-id\"", "\"why/3f9k2/answer/c4\"", nameof(Filled)),
        ["interactive/view_submission_all_inputs.json"] = ("\"view-id\"", "\"why/3f9k2/answer/c4\"", nameof(Filled)),
        ["interactive/view_submission_optional_left_empty.json"] = ("\"view-id\"", "\"why/3f9k2/answer/c4\"", nameof(Filled)),
        ["interactive/view_submission_slack_connect.json"] = ("\"view-id\"", "\"why/3f9k2/answer/c4\"", nameof(Filled)),
        ["interactive/view_submission_timepicker_timezone.json"] = ("\"test-view\"", "\"why/3f9k2/answer/c4\"", nameof(Filled)),
        ["interactive/view_submission_with_response_urls.json"] = ("\"view-id\"", "\"why/3f9k2/answer/c4\"", nameof(Filled)),
        ["events/message_file_share.json"] = ("\"subtype\":", "\"thread_ts\":\"1652227000.000100\",\"subtype\":", nameof(Heard)),
        ["events/message_mpim.json"] = ("\"channel\":", "\"thread_ts\":\"1652227000.000100\",\"channel\":", nameof(Heard)),
    };

    private static string? Folder { get; } = FoundFolder();

    [Fact]
    public async Task Every_sample_of_Slack_is_accepted_and_becomes_what_the_table_says()
    {
        // The samples lie beside the repository; where they don't, the tests of the reader carry the proof.
        if (Folder is null) return;
        await using var slack = await SlackHost.StartAsync();
        slack.Api.Answers("auth.test", """{"ok":true,"user_id":"W23456789"}""");

        foreach (var (sample, becomes) in s_becomes)
            Assert.Equal((sample, becomes), (sample, becomes is Ends or SwitchesOn or SwitchesOff ? await FollowedAsync(sample) : await SentAsync(slack, sample, Text(sample))));
    }

    [Fact]
    public async Task Every_sample_of_an_installation_is_taken_or_refused()
    {
        var becomes = new Dictionary<string, string>
        {
            ["oauth.v2.access.error.json"] = "OutcomeBot isn't set up for this yet",
            ["oauth.v2.access.ok.json"] = "OutcomeBot is installed in Slack Softball Team",
            ["oauth.v2.access.org_install.ok.json"] = "OutcomeBot is installed for your organisation",
            ["oauth.v2.access.rotated.ok.json"] = "OutcomeBot is installed in Slack Pickleball Team",
        };
        foreach (var file in Files("api", "oauth.*.json"))
        {
            await using var slack = await SlackHost.StartForManyAsync();
            slack.Api.Answers("oauth.v2.access", await File.ReadAllTextAsync(file));
            Assert.Contains(becomes[Path.GetFileName(file)], WebUtility.HtmlDecode(await slack.FinishAsync()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Samples_that_carry_our_own_presses_reach_the_inbox()
    {
        if (Folder is null) return;
        await using var slack = await SlackHost.StartAsync();

        foreach (var (sample, (replaced, by, becomes)) in s_ours)
        {
            var text = Text(sample).Replace(replaced, by, StringComparison.Ordinal);
            Assert.Contains(by, text, StringComparison.Ordinal);
            Assert.Equal((sample, becomes), (sample, await SentAsync(slack, sample, text)));
        }
    }

    [Fact]
    public void The_table_names_every_sample_of_a_request()
    {
        if (Folder is null) return;
        var files = new[] { "events", "forms", "interactive" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Folder, folder)).Select(file => folder + "/" + Path.GetFileName(file)))
            .Where(file => !file.EndsWith("_RESPONSE.json", StringComparison.Ordinal));

        Assert.Equal(files.Order(StringComparer.Ordinal), s_becomes.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>Files of a folder of samples; none where there are no samples.</summary>
    internal static IEnumerable<string> Files(string folder, string pattern) =>
        Folder is null ? [] : Directory.EnumerateFiles(Path.Combine(Folder, folder), pattern).Order(StringComparer.Ordinal);

    private static string Text(string sample) => sample.StartsWith("forms/", StringComparison.Ordinal)
        ? File.ReadAllText(Path.Combine(Folder!, sample)).TrimEnd('\n')
        : System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonElement.Parse(File.ReadAllText(Path.Combine(Folder!, sample))));

    /// <summary>What an event does to the installation of its organisation.</summary>
    private static async Task<string> FollowedAsync(string sample)
    {
        await using var slack = await SlackHost.StartForManyAsync(at: new DateTimeOffset(2020, 11, 1, 9, 0, 0, TimeSpan.Zero));
        await slack.InstallAsync("E111", "xoxb-whole", bot: "W222");
        if (sample.EndsWith("access_revoked.json", StringComparison.Ordinal)) await SentAsync(slack, "events/team_access_granted.json", Text("events/team_access_granted.json"));
        Assert.Equal(Ignored, await SentAsync(slack, sample, Text(sample)));
        if (!await ServesAsync(slack, "E111")) return Ends;
        return await ServesAsync(slack, "T111") && await ServesAsync(slack, "T222") ? SwitchesOn : SwitchesOff;
    }

    private static ValueTask<bool> ServesAsync(SlackHost slack, string of) => slack.Platform.ServesAsync(new Place(new("slack:" + of), "C1"), CancellationToken.None);

    private static async Task<string> SentAsync(SlackHost slack, string sample, string text)
    {
        var before = slack.Inbox.Taken.Count;
        using var answer = sample.Split('/')[0] switch
        {
            "events" => await slack.SendAsync("/slack/events", text, "application/json; charset=UTF-8"),
            "forms" => await slack.SendAsync("/slack/commands", text),
            _ => await slack.InteractAsync(text),
        };
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{sample}: {answer.StatusCode}");
        if (slack.Inbox.Taken.Count > before) return slack.Inbox.Taken[^1].GetType().Name;
        return await answer.Content.ReadAsStringAsync() is { Length: > 0 } body ? body : Ignored;
    }

    private static string? FoundFolder([CallerFilePath] string here = "")
    {
        for (var folder = new FileInfo(here).Directory; folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OutcomeBot.sln")))
                return Path.GetFullPath(Path.Combine(folder.FullName, "../shared/payloads/slack")) is var found && Directory.Exists(found)
                    ? found
                    : Path.GetFullPath(Path.Combine(folder.FullName, "../../shared/payloads/slack")) is var further && Directory.Exists(further) ? further : null;
        return null;
    }
}
