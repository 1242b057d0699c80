using Microsoft.Extensions.Options;

namespace OutcomeBot.Slack;

/// <summary>
/// The settings under <c>Slack</c>. The door is open when the bot has a way in (the signing secret for HTTP, the app token for Socket
/// Mode, or both) and a token (the bot token, the client id and secret by which workspaces install it, or both).
/// </summary>
public sealed class SlackOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Slack";

    /// <summary>Basic Information → Signing Secret of the Slack app: proves that a request comes from Slack.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>OAuth and Permissions → Bot User OAuth Token, which begins with xoxb-.</summary>
    public string? BotToken { get; set; }

    /// <summary>Basic Information → Client ID of the Slack app: with it, and the secret, workspaces install the bot by themselves at /slack/install.</summary>
    public string? ClientId { get; set; }

    /// <summary>Basic Information → Client Secret of the Slack app.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Where the bot is reached from outside, such as https://bot.example.com/: it stands in the manifest, and people come back there from Slack.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>The workspaces (T…) and organisations (E…) that may install the bot, parted by commas; empty for all.</summary>
    public string? AllowedWorkspaces { get; set; }

    /// <summary>Basic Information → App-Level Tokens, which begins with xapp-: the bot then calls Slack (Socket Mode) and needs no public address.</summary>
    public string? AppToken { get; set; }

    /// <summary>How many sockets are held open; any of them may bring anything. Slack allows an app ten, and one more is open while one is renewed.</summary>
    public int SocketConnections { get; set; } = 2;

    /// <summary>Where Slack's Web API is; another address only for tests and proxies.</summary>
    public string ApiBaseUrl { get; set; } = "https://slack.com/api/";

    /// <summary>Whether the workspace lets the bot read what is typed in its threads; without, it goes by buttons, forms, commands and mentions.</summary>
    public bool ReadThreads { get; set; } = true;

    /// <summary>Whether a series over time is a chart of Slack itself where the workspace takes it; otherwise it is a picture.</summary>
    public bool NativeCharts { get; set; } = true;

    /// <summary>Whether the bot talks to Slack at all.</summary>
    public bool IsOn => (TakesRequests || OpensSockets) && (HasToken || TakesInstallations);

    /// <summary>Whether one workspace is served by the token in the settings.</summary>
    internal bool HasToken => !string.IsNullOrWhiteSpace(BotToken);

    /// <summary>Whether workspaces install the bot by themselves.</summary>
    internal bool TakesInstallations => !string.IsNullOrWhiteSpace(ClientId) && !string.IsNullOrWhiteSpace(ClientSecret);

    /// <summary>Whether Slack's requests can be told from others, and so are taken.</summary>
    internal bool TakesRequests => !string.IsNullOrWhiteSpace(SigningSecret);

    /// <summary>Whether the bot holds sockets open.</summary>
    internal bool OpensSockets => !string.IsNullOrWhiteSpace(AppToken);

    /// <summary>The ids of those that may install the bot; none for all.</summary>
    internal IReadOnlyList<string> Allowed => (AllowedWorkspaces ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The public address with the slash at its end; null when there is none.</summary>
    internal Uri? Public => string.IsNullOrWhiteSpace(PublicUrl) ? null : new Uri(PublicUrl.EndsWith('/') ? PublicUrl : PublicUrl + "/");

    /// <summary>The API's address with the slash at its end that relative addresses need.</summary>
    internal Uri ApiBase => new(ApiBaseUrl.EndsWith('/') ? ApiBaseUrl : ApiBaseUrl + "/");
}

internal sealed class SlackOptionsCheck : IValidateOptions<SlackOptions>
{
    private const int MostSockets = 10;

    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        var wrongs = Wrongs(options).ToList();
        return wrongs.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrongs);
    }

    /// <summary>What is wrong with the public address, in a sentence; null when nothing is.</summary>
    public static string? WrongPublicUrl(SlackOptions options) =>
        string.IsNullOrWhiteSpace(options.PublicUrl) || (Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var url) && url is { Scheme: "https", Query: "", Fragment: "", UserInfo: "" })
            ? null
            : "Slack:PublicUrl is not a public web address. Write one such as https://bot.example.com/, or leave it empty.";

    private static IEnumerable<string> Wrongs(SlackOptions options)
    {
        var hasClient = !string.IsNullOrWhiteSpace(options.ClientId) || !string.IsNullOrWhiteSpace(options.ClientSecret);
        var (hasWay, hasToken) = (options.TakesRequests || options.OpensSockets, options.HasToken || hasClient);
        if (hasToken && !hasWay)
            yield return $"Slack:SigningSecret is missing although Slack:{(options.HasToken ? "BotToken" : "ClientId")} is set. Copy it from Basic Information of your Slack app, set Slack:AppToken for Socket Mode, or remove both to run without Slack.";
        if (hasWay && !hasToken)
            yield return $"Slack:BotToken is missing although Slack:{(options.TakesRequests ? "SigningSecret" : "AppToken")} is set. Copy it from OAuth & Permissions of your Slack app, set Slack:ClientId and Slack:ClientSecret for many workspaces, or remove all to run without Slack.";
        if (options.HasToken && !options.BotToken!.All(IsTokenLetter))
            yield return "Slack:BotToken holds characters that no token has. Copy it again, without spaces or line breaks.";
        foreach (var wrong in hasClient ? WrongClient(options) : []) yield return wrong;
        foreach (var wrong in WrongSockets(options)) yield return wrong;
        if (!Uri.TryCreate(options.ApiBaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.Query.Length > 0)
            yield return "Slack:ApiBaseUrl is not a web address. Leave it out, or write one such as https://slack.com/api/.";
        else if (url.Scheme is "http" && !url.IsLoopback)
            yield return "Slack:ApiBaseUrl would send the bot token over plain http. Use https; http is accepted only for this machine.";
        if (WrongPublicUrl(options) is { } wrongUrl) yield return wrongUrl;

        // A list without a single id would let everybody in.
        if (!string.IsNullOrWhiteSpace(options.AllowedWorkspaces) && (options.Allowed.Count == 0 || !options.Allowed.All(IsInstallable)))
            yield return "Slack:AllowedWorkspaces holds something that is no id of a workspace (T…) or organisation (E…). Part several ids by commas, or leave it empty to let every workspace install.";
    }

    private static IEnumerable<string> WrongClient(SlackOptions options)
    {
        foreach (var (key, other, value) in new[] { ("ClientId", "ClientSecret", options.ClientId), ("ClientSecret", "ClientId", options.ClientSecret) })
            if (string.IsNullOrWhiteSpace(value))
                yield return $"Slack:{key} is missing although Slack:{other} is set. Copy both from Basic Information of your Slack app, or remove both to serve one workspace by Slack:BotToken.";
            else if (!value.Trim().All(IsTokenLetter))
                yield return $"Slack:{key} holds characters that none has. Copy it again, without spaces or line breaks.";
        if (string.IsNullOrWhiteSpace(options.PublicUrl))
            yield return "Slack:PublicUrl is missing although Slack:ClientId is set: people come back there from Slack. Write where the bot is reached from outside, such as https://bot.example.com/.";
    }

    private static bool IsInstallable(string id) => id is ['T' or 'E', _, ..] && id.All(letter => letter is (>= 'A' and <= 'Z') or (>= '0' and <= '9'));

    private static bool IsTokenLetter(char letter) => letter is > ' ' and <= '~';

    private static IEnumerable<string> WrongSockets(SlackOptions options)
    {
        if (options.OpensSockets && !IsAppToken(options.AppToken!.Trim()))
            yield return "Slack:AppToken is no app-level token: those begin with xapp-. Make one under Basic Information, App-Level Tokens, with the scope connections:write, or remove it to take requests over HTTP.";
        if (options.SocketConnections is < 1 or > MostSockets)
            yield return $"Slack:SocketConnections is {options.SocketConnections}, but Slack allows an app 1 to {MostSockets} sockets. Leave it out to hold 2.";
    }

    private static bool IsAppToken(string token) =>
        token.StartsWith("xapp-", StringComparison.Ordinal) && token.All(IsTokenLetter);
}
