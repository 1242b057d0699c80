using System.Globalization;
using System.Text.Json;
using OutcomeBot.Load.Wire;

namespace OutcomeBot.Load;

/// <summary>
/// What is sent, in one place: commands that open analyses, and clicks that move one's focus to its other cause. Every one of them
/// changes what is stored. Workspaces are many because Slack allows each a message a second in a channel, and the bot keeps to that.
/// </summary>
internal static class Mix
{
    /// <summary>Of so many requests, one is a command and the others are clicks.</summary>
    public const int ClicksPerCommand = 3;

    /// <summary>Workspaces, each with one channel.</summary>
    public const int Workspaces = 2048;

    /// <summary>The press that opens the form of a new analysis' first answer, and that the form comes back with.</summary>
    public const string FirstAnswer = "/answer/problem";

    /// <summary>The press that opens a form with all causes, a hundred at most.</summary>
    public const string Choose = "/choose";

    /// <summary>The press that asks the next why below a cause.</summary>
    public const string NextWhy = "/next/";

    private static long s_deliveries = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    public static string Team(int workspace) => $"T0LOAD{workspace % Workspaces:D5}";

    public static string Channel(int workspace) => $"C0LOAD{workspace % Workspaces:D5}";

    public static string Person(int person) => $"U0LOAD{person:D5}";

    public static string Name(int person) => string.Create(CultureInfo.InvariantCulture, $"person{person}");

    /// <summary>A question that no other analysis asks, and that none of the checks objects to.</summary>
    public static string Question(int number) => string.Create(CultureInfo.InvariantCulture, $"Why is order {number} eleven days late?");

    /// <summary>The number in a question, wherever it stands.</summary>
    public static ReadOnlySpan<byte> QuestionMark => "order "u8;

    public static string Answer(int number, int person) => string.Create(CultureInfo.InvariantCulture, $"Scanner {number} of belt {person} stops for an hour a day");

    /// <summary>Slack gives every command and click a trigger of its own; by it a repeat is recognised.</summary>
    public static string Trigger() => string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref s_deliveries)}.1362.load");

    public static byte[] Ask(int workspace, int number) => Command(workspace, person: 1, "why " + Question(number));

    /// <summary>Plans a check-in for every day.</summary>
    public static byte[] Plan(int workspace, string time) => Command(workspace, person: 1, $"checkin daily {time} UTC: What slows us down?");

    public static byte[] Command(int workspace, int person, string text) => SlackRequest.Form("/slack/commands", string.Join('&',
        "token=deprecated", $"team_id={Team(workspace)}", "team_domain=load", $"channel_id={Channel(workspace)}", "channel_name=general",
        $"user_id={Person(person)}", $"user_name={Name(person)}", "command=%2Foutcome", $"text={Uri.EscapeDataString(text)}",
        "api_app_id=A0LOAD", "is_enterprise_install=false", $"trigger_id={Trigger()}"));

    public static byte[] Click(Session session, int person, string press) => Click(session, person, press, Trigger());

    public static byte[] Click(Session session, int person, string press, string trigger) => Payload(new
    {
        type = "block_actions",
        user = new { id = Person(person), username = Name(person), name = Name(person), team_id = session.Team },
        api_app_id = "A0LOAD",
        token = "deprecated",
        container = new { type = "message", message_ts = session.Message, channel_id = session.Channel, is_ephemeral = false },
        trigger_id = trigger,
        team = new { id = session.Team, domain = "load" },
        enterprise = (object?)null,
        is_enterprise_install = false,
        channel = new { id = session.Channel, name = "general" },
        message = new { type = "message", text = "The card, as text", user = "U0LOADBOT", bot_id = "B0LOADBOT", ts = session.Message, app_id = "A0LOAD" },
        state = new { values = new { } },
        actions = new[] { new { action_id = press, block_id = "b1", type = "button", text = new { type = "plain_text", text = "Next why", emoji = true }, action_ts = session.Message } },
    });

    /// <summary>The form of an answer, filled.</summary>
    public static byte[] Fill(Session session, int person, string press, string metadata, string answer) => Fill(session, person, press, metadata, new Filled("answer", answer));

    /// <summary>Any form, filled.</summary>
    public static byte[] Fill(Session session, int person, string press, string metadata, params Filled[] fields) => Payload(new
    {
        type = "view_submission",
        team = new { id = session.Team, domain = "load" },
        user = new { id = Person(person), username = Name(person), name = Name(person), team_id = session.Team },
        api_app_id = "A0LOAD",
        token = "deprecated",
        trigger_id = Trigger(),
        view = new
        {
            id = "V0LOAD",
            team_id = session.Team,
            type = "modal",
            callback_id = press,
            private_metadata = metadata,
            state = new { values = fields.ToDictionary(field => field.Name, field => new { input = field.Input }) },
            app_id = "A0LOAD",
            app_installed_team_id = session.Team,
            bot_id = "B0LOADBOT",
        },
        response_urls = Array.Empty<object>(),
        is_enterprise_install = false,
        enterprise = (object?)null,
    });

    /// <summary>A message typed in the session's thread.</summary>
    public static byte[] Type(Session session, int person, string text) => SlackRequest.Json("/slack/events", JsonSerializer.Serialize(new
    {
        token = "deprecated",
        team_id = session.Team,
        api_app_id = "A0LOAD",
        @event = new { type = "message", user = Person(person), ts = Stamp(), text, team = session.Team, thread_ts = session.Message, parent_user_id = "U0LOADBOT", channel = session.Channel, event_ts = Stamp(), channel_type = "channel" },
        type = "event_callback",
        event_id = "Ev" + Trigger().Replace(".", "", StringComparison.Ordinal),
        event_time = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
        authorizations = new[] { new { enterprise_id = (string?)null, team_id = session.Team, user_id = "U0LOADBOT", is_bot = true, is_enterprise_install = false } },
        is_ext_shared_channel = false,
    }));

    /// <summary>A time stamp that Slack could give a message: no two are the same.</summary>
    public static string Stamp()
    {
        var next = Interlocked.Increment(ref s_deliveries);
        return string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}.{next % 1_000_000:D6}");
    }

    private static byte[] Payload(object payload) =>
        SlackRequest.Form("/slack/interactions", "payload=" + Uri.EscapeDataString(JsonSerializer.Serialize(payload)));
}

/// <summary>A field of a form as it comes back: typed, or chosen.</summary>
internal sealed record Filled(string Name, string Value, string Kind = "plain_text_input")
{
    public const string Chosen = "static_select";

    public object Input => Kind == Chosen ? new { type = Kind, selected_option = new { value = Value } } : new { type = Kind, value = Value };
}
