using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace OutcomeBot.Slack;

/// <summary>A small page for whoever installs the bot: what happened, and what to do next.</summary>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Sentences">What to know.</param>
internal sealed record SlackPage(string Title, params string[] Sentences)
{
    /// <summary>The values of the local chat's design, which this page can't load: the chat may be switched off.</summary>
    private const string Style =
        ":root{color-scheme:light dark;--bg:#fff;--quiet:#f6f7f9;--line:#e1e4e9;--text:#1a1d21;--accent:#0f6cbd;--on:#fff}" +
        "@media(prefers-color-scheme:dark){:root{--bg:#1b1d21;--quiet:#24272d;--line:#343941;--text:#e9ebee;--accent:#4aa0f3;--on:#08131f}}" +
        "body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--quiet);color:var(--text);font:16px/1.5 system-ui,-apple-system,\"Segoe UI\",Roboto,sans-serif}" +
        "main{box-sizing:border-box;width:min(34rem,calc(100% - 2rem));padding:2rem;background:var(--bg);border:1px solid var(--line);border-radius:8px}" +
        "h1{margin:0 0 .75rem;font-size:1.25rem;line-height:1.3}p{margin:0 0 .75rem}" +
        "a{display:inline-block;margin-top:.5rem;padding:.5rem 1rem;border-radius:8px;background:var(--accent);color:var(--on);text-decoration:none;font-weight:600}" +
        "a:focus-visible{outline:2px solid var(--text);outline-offset:2px}";

    private static readonly string s_policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The one thing to press.</summary>
    public (string Label, Uri Address)? Next { get; init; }

    /// <summary>Writes it, with headers that let nothing else in.</summary>
    public Task WriteAsync(HttpContext context, int status)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        Guard(response.Headers);
        response.Headers.ContentSecurityPolicy = s_policy;
        return response.WriteAsync(Html(), context.RequestAborted);
    }

    /// <summary>The address of the way back holds a code: it is neither kept nor told to anybody.</summary>
    public static void Guard(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
    }

    private string Html()
    {
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
            .Append(Encoded(Title)).Append(" · OutcomeBot</title><style>").Append(Style).Append("</style></head><body><main><h1>").Append(Encoded(Title)).Append("</h1>");
        foreach (var sentence in Sentences) html.Append("<p>").Append(Encoded(sentence)).Append("</p>");
        if (Next is var (label, address)) html.Append("<a href=\"").Append(Encoded(address.AbsoluteUri)).Append("\">").Append(Encoded(label)).Append("</a>");
        return html.Append("</main></body></html>").ToString();
    }

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
