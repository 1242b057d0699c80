using System.Net;
using Microsoft.Extensions.Primitives;

namespace OutcomeBot.Web.LocalChat;

/// <summary>
/// Keeps a chat without sign-in on this machine: the host may bind to loopback only, and a request must name loopback as
/// its host and come from no other site. The names are checked because a foreign page can point its own name at 127.0.0.1.
/// </summary>
public static class LocalChatGuard
{
    private static readonly string[] s_forwarded = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host"];

    /// <summary>Why the host must not start on these addresses, as a sentence; null when it may.</summary>
    public static string? Check(IEnumerable<string> addresses, LocalChatOptions options)
    {
        var open = addresses.FirstOrDefault(address => !IsLoopback(BindingAddress.Parse(address).Host));
        return options.Enabled && open is not null
            ? $"The local chat has no sign-in yet (it arrives later), so it is served to this machine only, and {open} can be reached by others. " +
              "Bind to loopback with --urls http://127.0.0.1:5080, or set LocalChat:Enabled to false."
            : null;
    }

    /// <summary>Why a request is not let in, as a sentence; null when it may pass.</summary>
    public static string? Check(HttpRequest request)
    {
        if (!IsLoopback(request.Host.Host))
            return "The local chat answers only as localhost, 127.0.0.1 or [::1]. Open it by one of these names.";
        if (s_forwarded.Any(request.Headers.ContainsKey))
            return "The local chat has no sign-in yet, so it can't be reached through a proxy or tunnel. Open it on the machine it runs on.";
        return IsForeign(request)
            ? "Another site sent this request, so nothing was done. Open the local chat itself and do it there."
            : null;
    }

    private static bool IsForeign(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) && !request.HttpContext.WebSockets.IsWebSocketRequest) return false;
        var origin = request.Headers.Origin;
        if (StringValues.IsNullOrEmpty(origin)) return !HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Site"] == "cross-site";
        return !Uri.TryCreate(origin, UriKind.Absolute, out var from)
            || !string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
