using Microsoft.Extensions.Options;

namespace OutcomeBot.Slack;

/// <summary>The settings under <c>Slack</c>. The door is open when the signing secret is set, and the bot token, or the client id and secret, or all of them.</summary>
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

    /// <summary>Where the bot is reached from outside, such as https://bot.example.com/: people come back there from Slack.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Where Slack's Web API is; another address only for tests and proxies.</summary>
    public string ApiBaseUrl { get; set; } = "https://slack.com/api/";

    /// <summary>Whether the bot talks to Slack at all.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(SigningSecret) && (!string.IsNullOrWhiteSpace(BotToken) || TakesInstallations);

    /// <summary>Whether workspaces install the bot by themselves.</summary>
    internal bool TakesInstallations => !string.IsNullOrWhiteSpace(ClientId) && !string.IsNullOrWhiteSpace(ClientSecret);

    /// <summary>The public address with the slash at its end; null when there is none.</summary>
    internal Uri? Public => string.IsNullOrWhiteSpace(PublicUrl) ? null : new Uri(PublicUrl.EndsWith('/') ? PublicUrl : PublicUrl + "/");

    /// <summary>The API's address with the slash at its end that relative addresses need.</summary>
    internal Uri ApiBase => new(ApiBaseUrl.EndsWith('/') ? ApiBaseUrl : ApiBaseUrl + "/");
}

internal sealed class SlackOptionsCheck : IValidateOptions<SlackOptions>
{
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        var wrongs = Wrongs(options).ToList();
        return wrongs.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrongs);
    }

    private static IEnumerable<string> Wrongs(SlackOptions options)
    {
        var (hasSecret, hasToken) = (!string.IsNullOrWhiteSpace(options.SigningSecret), !string.IsNullOrWhiteSpace(options.BotToken));
        var hasClient = !string.IsNullOrWhiteSpace(options.ClientId) || !string.IsNullOrWhiteSpace(options.ClientSecret);
        if ((hasToken || hasClient) && !hasSecret)
            yield return $"Slack:SigningSecret is missing although Slack:{(hasToken ? "BotToken" : "ClientId")} is set. Copy it from Basic Information of your Slack app, or remove both to run without Slack.";
        if (hasSecret && !hasToken && !hasClient)
            yield return "Slack:BotToken is missing although Slack:SigningSecret is set. Copy it from OAuth & Permissions of your Slack app, set Slack:ClientId and Slack:ClientSecret for many workspaces, or remove all to run without Slack.";
        if (hasToken && !options.BotToken!.All(IsTokenLetter))
            yield return "Slack:BotToken holds characters that no token has. Copy it again, without spaces or line breaks.";
        foreach (var wrong in hasClient ? WrongClient(options) : []) yield return wrong;
        if (!string.IsNullOrWhiteSpace(options.PublicUrl) && !IsPublic(options.PublicUrl))
            yield return "Slack:PublicUrl is not a public web address. Write one such as https://bot.example.com/, or leave it empty.";
        if (!Uri.TryCreate(options.ApiBaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.Query.Length > 0)
            yield return "Slack:ApiBaseUrl is not a web address. Leave it out, or write one such as https://slack.com/api/.";
        else if (url.Scheme is "http" && !url.IsLoopback)
            yield return "Slack:ApiBaseUrl would send the bot token over plain http. Use https; http is accepted only for this machine.";
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

    private static bool IsTokenLetter(char letter) => letter is > ' ' and <= '~';

    private static bool IsPublic(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "https", Query: "", Fragment: "", UserInfo: "" };
}
