using Microsoft.Extensions.Options;

namespace OutcomeBot.Slack;

/// <summary>The settings under <c>Slack</c>. The door is open when the bot token is set, and with it the signing secret (HTTP), the app token (Socket Mode), or both.</summary>
public sealed class SlackOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Slack";

    /// <summary>Basic Information → Signing Secret of the Slack app: proves that a request comes from Slack.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>OAuth and Permissions → Bot User OAuth Token, which begins with xoxb-.</summary>
    public string? BotToken { get; set; }

    /// <summary>Basic Information → App-Level Tokens, which begins with xapp-: the bot then calls Slack (Socket Mode) and needs no public address.</summary>
    public string? AppToken { get; set; }

    /// <summary>How many sockets are held open; any of them may bring anything. Slack allows an app ten, and one more is open while one is renewed.</summary>
    public int SocketConnections { get; set; } = 2;

    /// <summary>Where Slack's Web API is; another address only for tests and proxies.</summary>
    public string ApiBaseUrl { get; set; } = "https://slack.com/api/";

    /// <summary>Whether the bot talks to Slack at all.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(BotToken) && (TakesRequests || OpensSockets);

    /// <summary>Whether Slack's requests can be told from others, and so are taken.</summary>
    internal bool TakesRequests => !string.IsNullOrWhiteSpace(SigningSecret);

    /// <summary>Whether the bot holds sockets open.</summary>
    internal bool OpensSockets => !string.IsNullOrWhiteSpace(AppToken);

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

    private static IEnumerable<string> Wrongs(SlackOptions options)
    {
        var hasToken = !string.IsNullOrWhiteSpace(options.BotToken);
        if (hasToken && !options.IsOn)
            yield return "Slack:SigningSecret is missing although Slack:BotToken is set. Copy it from Basic Information of your Slack app, set Slack:AppToken for Socket Mode, or remove both to run without Slack.";
        if (options.TakesRequests && !hasToken)
            yield return "Slack:BotToken is missing although Slack:SigningSecret is set. Copy it from OAuth & Permissions of your Slack app, or remove both to run without Slack.";
        if (hasToken && !options.BotToken!.All(letter => letter is > ' ' and <= '~'))
            yield return "Slack:BotToken holds characters that no token has. Copy it again, without spaces or line breaks.";
        foreach (var wrong in WrongSockets(options, hasToken)) yield return wrong;
        if (!Uri.TryCreate(options.ApiBaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.Query.Length > 0)
            yield return "Slack:ApiBaseUrl is not a web address. Leave it out, or write one such as https://slack.com/api/.";
        else if (url.Scheme is "http" && !url.IsLoopback)
            yield return "Slack:ApiBaseUrl would send the bot token over plain http. Use https; http is accepted only for this machine.";
    }

    private static IEnumerable<string> WrongSockets(SlackOptions options, bool hasBotToken)
    {
        if (options.OpensSockets && !hasBotToken)
            yield return "Slack:BotToken is missing although Slack:AppToken is set. Copy it from OAuth & Permissions of your Slack app, or remove both to run without Slack.";
        if (options.OpensSockets && !IsAppToken(options.AppToken!.Trim()))
            yield return "Slack:AppToken is no app-level token: those begin with xapp-. Make one under Basic Information, App-Level Tokens, with the scope connections:write, or remove it to take requests over HTTP.";
        if (options.SocketConnections is < 1 or > MostSockets)
            yield return $"Slack:SocketConnections is {options.SocketConnections}, but Slack allows an app 1 to {MostSockets} sockets. Leave it out to hold 2.";
    }

    private static bool IsAppToken(string token) =>
        token.StartsWith("xapp-", StringComparison.Ordinal) && token.All(letter => letter is > ' ' and <= '~');
}
