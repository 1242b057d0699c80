using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using OutcomeBot.Web.LocalChat;

namespace OutcomeBot.Web.Hosting;

/// <summary>Refuses to start where a chat without sign-in could be reached by others.</summary>
internal static class LoopbackOnly
{
    /// <summary>Before anything is bound: what the settings ask for.</summary>
    public static void RefuseOpenSettings(this WebApplication app)
    {
        var configuration = app.Configuration;
        IEnumerable<string> addresses =
        [
            .. Split(configuration["urls"]),
            .. Split(configuration["http_ports"]).Concat(Split(configuration["https_ports"])).Select(port => $"http://*:{port}"),
            .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>(),
        ];
        Refuse(app, addresses);
    }

    /// <summary>After the start: what was really bound, whoever asked for it.</summary>
    public static void RefuseOpenAddresses(this WebApplication app) =>
        Refuse(app, app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses);

    private static void Refuse(WebApplication app, IEnumerable<string> addresses)
    {
        var options = app.Services.GetRequiredService<IOptions<LocalChatOptions>>().Value;
        if (LocalChatGuard.Check(addresses, options) is { } sentence) throw new StartRefusedException(sentence);
    }

    private static string[] Split(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
