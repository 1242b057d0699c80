using Microsoft.Extensions.Options;

namespace OutcomeBot.Slack;

/// <summary>The settings under <c>Slack</c>. The door is open when the signing secret and the bot token are both set.</summary>
public sealed class SlackOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Slack";

    /// <summary>Basic Information → Signing Secret of the Slack app: proves that a request comes from Slack.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>OAuth and Permissions → Bot User OAuth Token, which begins with xoxb-.</summary>
    public string? BotToken { get; set; }

    /// <summary>Where Slack's Web API is; another address only for tests and proxies.</summary>
    public string ApiBaseUrl { get; set; } = "https://slack.com/api/";

    /// <summary>Where the bot is reached from outside, such as https://bot.example.com/: it stands in the manifest.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Whether the workspace lets the bot read what is typed in its threads; without, it goes by buttons, forms, commands and mentions.</summary>
    public bool ReadThreads { get; set; } = true;

    /// <summary>Whether the bot talks to Slack at all.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(SigningSecret) && !string.IsNullOrWhiteSpace(BotToken);

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

    /// <summary>What is wrong with the public address, in a sentence; null when nothing is.</summary>
    public static string? WrongPublicUrl(SlackOptions options) =>
        string.IsNullOrWhiteSpace(options.PublicUrl) || (Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var url) && url is { Scheme: "https", Query: "", Fragment: "", UserInfo: "" })
            ? null
            : "Slack:PublicUrl is not a public web address. Write one such as https://bot.example.com/, or leave it empty.";

    private static IEnumerable<string> Wrongs(SlackOptions options)
    {
        var (hasSecret, hasToken) = (!string.IsNullOrWhiteSpace(options.SigningSecret), !string.IsNullOrWhiteSpace(options.BotToken));
        if (hasToken && !hasSecret)
            yield return "Slack:SigningSecret is missing although Slack:BotToken is set. Copy it from Basic Information of your Slack app, or remove both to run without Slack.";
        if (hasSecret && !hasToken)
            yield return "Slack:BotToken is missing although Slack:SigningSecret is set. Copy it from OAuth & Permissions of your Slack app, or remove both to run without Slack.";
        if (hasToken && !options.BotToken!.All(letter => letter is > ' ' and <= '~'))
            yield return "Slack:BotToken holds characters that no token has. Copy it again, without spaces or line breaks.";
        if (!Uri.TryCreate(options.ApiBaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.Query.Length > 0)
            yield return "Slack:ApiBaseUrl is not a web address. Leave it out, or write one such as https://slack.com/api/.";
        else if (url.Scheme is "http" && !url.IsLoopback)
            yield return "Slack:ApiBaseUrl would send the bot token over plain http. Use https; http is accepted only for this machine.";
        if (WrongPublicUrl(options) is { } wrong)
            yield return wrong;
    }
}
