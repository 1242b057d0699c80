using Microsoft.Extensions.Configuration.Memory;

namespace OutcomeBot.Web.Hosting;

/// <summary>What holds when nobody says otherwise: this machine only, quiet logs.</summary>
internal static class Defaults
{
    private const string Address = "http://127.0.0.1:5080";

    public static void UseOutcomeBotDefaults(this WebApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>
            {
                ["Logging:LogLevel:Default"] = "Information",
                ["Logging:LogLevel:Microsoft"] = "Warning",
                ["Logging:LogLevel:Quartz"] = "Warning",
            },
        });

        var configuration = builder.Configuration;
        if (configuration["urls"] is null or "" && configuration["http_ports"] is null or "" && !configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(Address);

        // Without this the page's own files are only found in a published bot or in the Development environment.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
    }
}
