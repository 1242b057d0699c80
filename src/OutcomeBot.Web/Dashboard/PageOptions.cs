using Microsoft.Extensions.Options;

namespace OutcomeBot.Web.Dashboard;

/// <summary>The settings under <c>Pages</c>.</summary>
public sealed class PageOptions
{
    /// <summary>Where these settings stand.</summary>
    public const string Section = "Pages";

    /// <summary>Where people open the bot's web pages, such as https://bot.example.com/. Left empty, it is the public address of the Slack or Teams door.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>The public address with the slash at its end; null when there is none.</summary>
    internal Uri? Public => string.IsNullOrWhiteSpace(PublicUrl) ? null : new Uri(PublicUrl.EndsWith('/') ? PublicUrl : PublicUrl + "/");
}

internal sealed class PageOptionsCheck : IValidateOptions<PageOptions>
{
    public ValidateOptionsResult Validate(string? name, PageOptions options) =>
        string.IsNullOrWhiteSpace(options.PublicUrl) || (Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var url) && url is { Scheme: "https", Query: "", Fragment: "", UserInfo: "" })
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Pages:PublicUrl is not a public web address. Write one such as https://bot.example.com/, or leave it empty.");
}
