using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;
using OutcomeBot.Web.LocalChat;

namespace OutcomeBot.Web.Dashboard;

/// <summary>The public address of the settings; people of the local chat are on this machine, and reach the bot where it listens.</summary>
internal sealed class PageHome(IOptions<PageOptions> options, IServer server) : IPageHome
{
    public Uri? Of(Tenant tenant) => tenant.Door == LocalHouse.Tenant.Door ? Here : options.Value.Public;

    private Uri? Here => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address ? new Uri(address + "/") : null;
}
