using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using OutcomeBot.Storage;

namespace OutcomeBot.Web.Hosting;

/// <summary>Where the bot's own keys lie: the settings under <c>Keys</c>. They open what is sealed in the store, so they lie apart from its file.</summary>
public sealed class KeyOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Keys";

    /// <summary>The folder of the keys; a relative one lies next to the data file. Back it up, but not together with the data.</summary>
    [Required(ErrorMessage = "Keys:Path is empty. Name the folder for the bot's keys, such as keys.")]
    public string Path { get; set; } = "keys";
}

/// <summary>Keeps the key ring of ASP.NET Data Protection in its own folder, readable by this user alone.</summary>
internal static class KeyRing
{
    public static void AddKeyRing(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<KeyOptions>().Bind(builder.Configuration.GetSection(KeyOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddDataProtection().SetApplicationName("OutcomeBot");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
            options.XmlRepository = new FileSystemXmlRepository(
                Folder(provider.GetRequiredService<IOptions<KeyOptions>>().Value, provider.GetRequiredService<IOptions<LiteDbOptions>>().Value),
                provider.GetRequiredService<ILoggerFactory>())));

        // It warns that keys lie unencrypted, which on most systems they do: the folder's rights protect them, and the docs say so.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    private static DirectoryInfo Folder(KeyOptions keys, LiteDbOptions store)
    {
        var data = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(store.Path)) ?? ".";
        var folder = System.IO.Path.GetFullPath(keys.Path, data);
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
