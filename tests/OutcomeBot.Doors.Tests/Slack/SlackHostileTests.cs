using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Xunit;

namespace OutcomeBot.Doors.Tests.Slack;

public sealed class SlackHostileTests
{
    private static readonly string[] s_others = ["null", "true", "0", "-1e300", "\"\"", "\"x\"", "[]", "{}", "[[]]", "[null]", "{\"a\":null}", "\"\\u0000\\u202e<!channel>\"", "\"slack:\"", "[\"text\"]"];

    private static readonly (string Path, string Json)[] s_requests =
    [
        ("events", SlackReaderTests.Event("""{"type":"message","subtype":"message_changed","channel":"C1","ts":"2.1","message":{"text":"b","user":"U1","ts":"1.2","thread_ts":"1.1","edited":{"user":"U1"}},"previous_message":{"text":"a","user":"U1","ts":"1.2"}}""")),
        ("events", SlackReaderTests.Event("""{"type":"app_mention","text":"<@UBOT00001> why","user":"U1","ts":"1.2","channel":"C1"}""")),
        ("events", SlackReaderTests.Event("""{"type":"app_home_opened","user":"U1","channel":"D1","tab":"home"}""")),
        ("interactions", """{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1","username":"ana"},"trigger_id":"1.2","response_url":"https://hooks.slack.com/r","container":{"channel_id":"C1","message_ts":"1.5"},"actions":[{"type":"button","action_id":"why/3f9k2/answer/c4"}]}"""),
        ("interactions", """{"type":"message_action","callback_id":"five_whys_from_message","team":{"id":"T1"},"user":{"id":"U1","name":"ana"},"channel":{"id":"C1"},"message":{"text":"slow","ts":"1.5"},"trigger_id":"1.2"}"""),
        ("interactions", SlackReaderTests.Submission("""{"tenant":"slack:T1","channel":"C1","thread":"1.1"}""", """{"a":{"input":{"type":"plain_text_input","value":"x"}},"b":{"input":{"type":"checkboxes","selected_options":[{"value":"a"}]}},"c":{"input":{"type":"users_select","selected_user":"U5"}},"d":{"input":{"type":"file_input","files":[{"name":"a.json","url_private":"https://evil.example.com/a.json"}]}}}""")),
    ];

    [Fact]
    public async Task Any_value_in_place_of_any_other_never_makes_the_door_fail()
    {
        await using var slack = await SlackHost.StartAsync();
        Gen.Select(Gen.Int[0, s_requests.Length - 1], Gen.Int[0, 10_000].Array[1, 3], Gen.Int[0, s_others.Length - 1])
            .Sample(
                (request, places, other) =>
                {
                    var root = JsonNode.Parse(s_requests[request].Json)!;
                    foreach (var place in places) root = Replaced(root, place, s_others[other]);
                    var status = SentAsync(slack, s_requests[request].Path, root.ToJsonString()).GetAwaiter().GetResult();
                    return (int)status < 500;
                },
                iter: 600, threads: 1);
    }

    [Theory]
    [InlineData("events", "")]
    [InlineData("events", "{")]
    [InlineData("events", "null")]
    [InlineData("events", "{\"type\":\"event_callback\",\"event\":{\"type\":\"\\ud800\"},\"team_id\":\"T1\"}")]
    [InlineData("interactions", "")]
    [InlineData("interactions", "payload")]
    [InlineData("interactions", "payload=%7")]
    [InlineData("interactions", "payload=%zz")]
    [InlineData("interactions", "payload=%7B")]
    [InlineData("interactions", "payload=[]")]
    [InlineData("commands", "text=%ff%fe&team_id=T1&channel_id=C1&user_id=U1")]
    [InlineData("commands", "&&&==&a=b&=")]
    [InlineData("commands", "team_id=../..&channel_id=C1&user_id=U1")]
    public async Task What_is_badly_written_is_answered_with_a_sentence_or_left(string path, string body)
    {
        await using var slack = await SlackHost.StartAsync();
        using var answer = await slack.SendAsync("/slack/" + path, body);

        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, answer.StatusCode.ToString());
        Assert.DoesNotContain("Exception", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(slack.Inbox.Taken);
    }

    [Fact]
    public async Task Deep_nesting_and_broken_letters_are_refused()
    {
        await using var slack = await SlackHost.StartAsync();
        using var deep = await slack.SendAsync("/slack/events", string.Concat(Enumerable.Repeat("[", 100_000)));
        using var broken = await slack.SendAsync("/slack/events", [.. Encoding.UTF8.GetBytes("{\"type\":\"url_verification\",\"challenge\":\""), 0xff, 0xc0, .. Encoding.UTF8.GetBytes("\"}")]);

        Assert.Equal(HttpStatusCode.BadRequest, deep.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
    }

    [Fact]
    public async Task What_people_typed_is_not_logged()
    {
        await using var slack = await SlackHost.StartAsync();
        await slack.SendAsync("/slack/commands", SlackReaderTests.Command("why the-typed-words"));
        await slack.SendAsync("/slack/events", SlackReaderTests.Event("""{"type":"message","text":"the-typed-words","user":"U1","ts":"1.2","channel":"C1"}"""));
        await slack.SendAsync("/slack/events", """{"type":"the typed-words <b>"}""");

        Assert.DoesNotContain("typed-words", slack.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain(SlackHost.Token, slack.Log.All, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> SentAsync(SlackHost slack, string path, string json)
    {
        using var answer = path == "events" ? await slack.SendAsync("/slack/events", json) : await slack.InteractAsync(json);
        return answer.StatusCode;
    }

    /// <summary>The JSON with one of its values, counted in reading order, replaced.</summary>
    private static JsonNode Replaced(JsonNode root, int place, string other)
    {
        var spots = new List<Action>();
        Collect(root, spots, () => JsonNode.Parse(other));
        if (spots.Count > 0) spots[place % spots.Count]();
        return root;
    }

    private static void Collect(JsonNode? node, List<Action> spots, Func<JsonNode?> other)
    {
        if (node is JsonObject members)
            foreach (var name in members.Select(member => member.Key).ToList())
            {
                spots.Add(() => members[name] = other());
                Collect(members[name], spots, other);
            }
        if (node is not JsonArray items) return;
        for (var index = 0; index < items.Count; index++)
        {
            var at = index;
            spots.Add(() => items[at] = other());
            Collect(items[at], spots, other);
        }
    }
}
