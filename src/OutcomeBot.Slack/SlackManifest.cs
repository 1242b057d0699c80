using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>The app as Slack installs it, made from the settings, from what the practices say can be typed and from what the door hears and calls, so that they can't drift apart.</summary>
public static class SlackManifest
{
    /// <summary>Stands where no public address is set.</summary>
    private const string AnyHost = "https://your-host/";

    /// <summary>The manifest for these settings; or, in place of it, a sentence that says what is wrong with them.</summary>
    public static (string? Yaml, string? Wrong) Of(IConfiguration configuration, IEnumerable<IPractice> practices)
    {
        var options = configuration.GetSection(SlackOptions.Section).Get<SlackOptions>() ?? new SlackOptions();
        if (SlackOptionsCheck.WrongPublicUrl(options) is { } wrong) return (null, wrong);
        var shape = SlackShape.Of(options);
        return (Yaml(Uri.TryCreate(configuration["Pages:PublicUrl"], UriKind.Absolute, out var pages) ? shape with { Pages = pages } : shape, practices), null);
    }

    /// <summary>The manifest of an app of this shape, as it is pasted.</summary>
    internal static string Yaml(SlackShape shape, IEnumerable<IPractice> practices) => Comment(shape) + SlackYaml.Of(Json(shape, practices));

    /// <summary>The manifest of an app of this shape.</summary>
    internal static JsonObject Json(SlackShape shape, IEnumerable<IPractice> practices) => new()
    {
        ["_metadata"] = new JsonObject { ["major_version"] = 1, ["minor_version"] = 1 },
        ["display_information"] = new JsonObject
        {
            ["name"] = "OutcomeBot",
            ["description"] = "Metrics, five whys, the improvement kata and check-ins, in the channel where the team talks.",
            ["long_description"] = "OutcomeBot moves a team from counting output to improving outcomes. It runs five whys to a root cause with evidence, keeps the improvement kata's storyboard with predictions before results, tells signal from noise in your metrics, agrees on what is valuable in a sealed vote, and asks the questions you plan on everybody's own clock. Type /outcome help to see what it can do.",
            ["background_color"] = "#0f5ea8",
        },
        ["features"] = Features(shape, practices),
        ["oauth_config"] = Rights(shape),
        ["settings"] = Settings(shape),
    };

    private static string Comment(SlackShape shape) =>
        "# The Slack app of OutcomeBot. At api.slack.com/apps choose \"Create New App\", \"From a manifest\", and paste this.\n"
        + (shape is { Site: null, HasAddresses: true } ? "# Replace your-host by the public https address in front of the bot.\n" : "");

    private static JsonObject Features(SlackShape shape, IEnumerable<IPractice> practices)
    {
        var features = Always(shape, practices);
        if (shape.HasPages) features["unfurl_domains"] = new JsonArray((shape.Pages ?? shape.Site ?? new Uri(AnyHost)).Host);
        return features;
    }

    private static JsonObject Always(SlackShape shape, IEnumerable<IPractice> practices) => new()
    {
        ["app_home"] = new JsonObject
        {
            ["home_tab_enabled"] = true,
            ["messages_tab_enabled"] = true,
            // Where the bot is not told what is typed, nobody shall type in vain.
            ["messages_tab_read_only_enabled"] = !shape.ReadsThreads,
        },
        ["bot_user"] = new JsonObject { ["display_name"] = "OutcomeBot", ["always_online"] = true },
        ["shortcuts"] = new JsonArray(
            Shortcut("Ask five whys about this", "message", SlackInteractions.AboutMessage, "Starts an analysis from this message"),
            Shortcut("Ask five whys", "global", SlackInteractions.Anew, "Starts an analysis in a channel you choose")),
        ["slash_commands"] = new JsonArray(Addressed(shape, "url", "commands", new JsonObject
        {
            ["command"] = "/outcome",
            ["description"] = "Where this channel stands; with a word, what that word does",
            ["usage_hint"] = string.Join(" | ", practices.SelectMany(practice => practice.Word == PracticeBook.DeskWord ? practice.Usages.Select(usage => usage.Text) : [practice.Word])),
            ["should_escape"] = false,
        })),
    };

    private static JsonObject Shortcut(string name, string type, string callback, string description) =>
        new() { ["name"] = name, ["type"] = type, ["callback_id"] = callback, ["description"] = description };

    private static JsonObject Rights(SlackShape shape)
    {
        var scopes = new JsonObject { ["bot"] = new JsonArray([.. SlackRights.Scopes(shape).Select(scope => JsonValue.Create(scope))]) };
        return shape.HasManyWorkspaces
            ? new JsonObject { ["redirect_urls"] = new JsonArray(Address(shape, "oauth")), ["scopes"] = scopes }
            : new JsonObject { ["scopes"] = scopes };
    }

    /// <summary>Tokens are rotated where the bot gets them itself: one that was copied by hand would end after twelve hours.</summary>
    private static JsonObject Settings(SlackShape shape) => new()
    {
        ["event_subscriptions"] = Addressed(shape, "request_url", "events", new JsonObject
        {
            ["bot_events"] = new JsonArray([.. SlackRights.Subscribed(shape).Select(name => JsonValue.Create(name))]),
        }),
        ["interactivity"] = Addressed(shape, "request_url", "interactions", new JsonObject { ["is_enabled"] = true }),
        ["org_deploy_enabled"] = shape.HasManyWorkspaces,
        ["socket_mode_enabled"] = shape.HasSocket,
        ["token_rotation_enabled"] = shape.HasManyWorkspaces,
    };

    /// <summary>With the address that Slack sends to; over a socket there is none.</summary>
    private static JsonObject Addressed(SlackShape shape, string key, string path, JsonObject node)
    {
        if (!shape.HasSocket) node[key] = Address(shape, path);
        return node;
    }

    private static string Address(SlackShape shape, string path) => $"{shape.Site?.ToString() ?? AnyHost}slack/{path}";
}

/// <summary>What of the settings shows in the app.</summary>
internal sealed record SlackShape
{
    /// <summary>The public address in front of the bot; null where it isn't known.</summary>
    public Uri? Site { get; init; }

    /// <summary>Where the bot's web pages are, when that is another address.</summary>
    public Uri? Pages { get; init; }

    /// <summary>Whether Slack speaks over a socket that the bot opens.</summary>
    public bool HasSocket { get; init; }

    /// <summary>Whether workspaces install the app themselves.</summary>
    public bool HasManyWorkspaces { get; init; }

    /// <summary>Whether the bot is told what people type in its threads.</summary>
    public bool ReadsThreads { get; init; } = true;

    /// <summary>Whether any address of the bot stands in it.</summary>
    public bool HasAddresses => !HasSocket || HasManyWorkspaces;

    /// <summary>Whether people can be given links to pages of the bot, which Slack then asks about.</summary>
    public bool HasPages => HasAddresses || Site is not null || Pages is not null;

    /// <summary>The shape that these settings give it.</summary>
    public static SlackShape Of(SlackOptions options) => new()
    {
        Site = options.Public,
        HasSocket = options.OpensSockets,
        HasManyWorkspaces = !string.IsNullOrWhiteSpace(options.ClientId),
        ReadsThreads = options.ReadThreads,
    };
}
