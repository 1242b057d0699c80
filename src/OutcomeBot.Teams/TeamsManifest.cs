using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>The app as Teams installs it, made from the settings and from what the practices say can be typed, so that the two can't drift apart.</summary>
public static class TeamsManifest
{
    /// <summary>The newest manifest that every tenant takes, and the one that knows targeted messages, which are a preview.</summary>
    private const string Version = "1.25";
    private const string PreviewVersion = "1.30";

    /// <summary>What Teams shows of a command, and how many.</summary>
    private const int CommandTitle = 32;
    private const int CommandWords = 128;
    private const int MostCommands = 10;

    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the package that an admin uploads; the answer is a sentence, and null when it is written.</summary>
    public static string? Pack(IConfiguration configuration, IEnumerable<IPractice> practices, string path, string version)
    {
        var options = configuration.GetSection(TeamsOptions.Section).Get<TeamsOptions>() ?? new TeamsOptions();
        if (!Guid.TryParse(options.ClientId, out var id))
            return "Teams:ClientId is not set, or is no GUID. Copy the Application (client) ID of your app registration, then run this again.";
        using var file = File.Create(path);
        using var package = new ZipArchive(file, ZipArchiveMode.Create);
        Add(package, "manifest.json", Encoding.UTF8.GetBytes(Json(id.ToString(), options, practices, version)));
        Add(package, "de.json", Encoding.UTF8.GetBytes(German(options)));
        Add(package, "color.png", Icon("color.png"));
        Add(package, "outline.png", Icon("outline.png"));
        return null;
    }

    /// <summary>The manifest for this app registration, with what the settings say of its public address and of targeted messages.</summary>
    public static string Json(string clientId, TeamsOptions options, IEnumerable<IPractice> practices, string version)
    {
        var host = options.Public?.Host;
        var site = "https://" + (host ?? "outcomebot.example.com") + "/";
        var manifest = new JsonObject
        {
            ["$schema"] = $"https://developer.microsoft.com/json-schemas/teams/v{VersionOf(options)}/MicrosoftTeams.schema.json",
            ["manifestVersion"] = VersionOf(options),
            ["version"] = version,
            ["id"] = clientId,
            ["developer"] = new JsonObject { ["name"] = "OutcomeBot", ["websiteUrl"] = site, ["privacyUrl"] = site, ["termsOfUseUrl"] = site },
            ["name"] = new JsonObject { ["short"] = "OutcomeBot", ["full"] = "OutcomeBot – from output to outcomes" },
            ["description"] = Described(
                "Five whys, improvement kata, metrics and check-ins where your team talks.",
                "OutcomeBot moves a team from counting output to improving outcomes. It runs five whys to a root cause with evidence, keeps the improvement kata's storyboard with predictions before results, tells signal from noise in your metrics, agrees on what is valuable in a sealed vote, and asks the questions you plan on everybody's own clock. Everything happens in the channel where the team talks; every answer is kept, and nothing is said twice. Mention it with help to see what it can do."),
            ["localizationInfo"] = new JsonObject { ["defaultLanguageTag"] = "en-us", ["additionalLanguages"] = new JsonArray(new JsonObject { ["languageTag"] = "de", ["file"] = "de.json" }) },
            ["icons"] = new JsonObject { ["color"] = "color.png", ["outline"] = "outline.png" },
            ["accentColor"] = "#0F6CBD",
            ["bots"] = new JsonArray(Bot(clientId, options, practices)),
            ["permissions"] = new JsonArray("identity", "messageTeamMembers"),
            ["validDomains"] = host is null ? [] : new JsonArray(host),
            ["webApplicationInfo"] = new JsonObject { ["id"] = clientId, ["resource"] = $"api://botid-{clientId}" },
            ["authorization"] = new JsonObject { ["permissions"] = new JsonObject { ["resourceSpecific"] = new JsonArray(Reads("ChannelMessage.Read.Group"), Reads("ChatMessage.Read.Chat")) } },
        };
        return manifest.ToJsonString(s_readable) + "\n";
    }

    /// <summary>The words that a German client shows.</summary>
    public static string German(TeamsOptions options) => new JsonObject
    {
        ["$schema"] = $"https://developer.microsoft.com/json-schemas/teams/v{VersionOf(options)}/MicrosoftTeams.Localization.schema.json",
        ["name.short"] = "OutcomeBot",
        ["name.full"] = "OutcomeBot – vom Output zum Ergebnis",
        ["description.short"] = "Fünfmal Warum, Verbesserungs-Kata, Kennzahlen und Check-ins im Team-Chat.",
        ["description.full"] = "OutcomeBot hilft einem Team, Ergebnisse zu verbessern, statt Output zu zählen: Fünfmal Warum bis zur belegten Ursache, die Verbesserungs-Kata mit Vorhersage vor jedem Schritt, Kennzahlen mit Signal und Rauschen, geheime Abstimmungen über das, was Wert schafft, und Fragen zur eigenen Uhrzeit. Alles geschieht im Kanal, in dem das Team spricht. Der Bot spricht Englisch.",
    }.ToJsonString(s_readable) + "\n";

    private static string VersionOf(TeamsOptions options) => options.TargetedMessages ? PreviewVersion : Version;

    private static JsonObject Bot(string clientId, TeamsOptions options, IEnumerable<IPractice> practices)
    {
        var bot = new JsonObject
        {
            ["botId"] = clientId,
            ["scopes"] = new JsonArray("personal", "team", "groupChat"),
            ["isNotificationOnly"] = false,
            ["supportsFiles"] = false,
            ["commandLists"] = new JsonArray(new JsonObject { ["scopes"] = new JsonArray("personal", "team", "groupChat"), ["commands"] = new JsonArray([.. Commands(practices)]) }),
        };
        if (options.TargetedMessages) bot["supportsTargetedMessages"] = true;
        return bot;
    }

    /// <summary>Each practice by its word, with its first meaning, and the desk's own words, which always find room.</summary>
    private static IEnumerable<JsonNode> Commands(IEnumerable<IPractice> practices)
    {
        var (desk, others) = (practices.Single(practice => practice.Word == PracticeBook.DeskWord).Usages, practices.Where(practice => practice.Word != PracticeBook.DeskWord));
        return others.Take(MostCommands - desk.Length)
            .Select(practice => new Usage(practice.Word, practice.Usages[0].Meaning))
            .Concat(desk)
            .Select(usage => new JsonObject { ["title"] = TeamsText.Shorten(usage.Text, CommandTitle), ["description"] = TeamsText.Shorten(usage.Meaning, CommandWords) });
    }

    private static JsonObject Described(string brief, string full) => new() { ["short"] = brief, ["full"] = full };

    private static JsonObject Reads(string name) => new() { ["name"] = name, ["type"] = "Application" };

    private static void Add(ZipArchive package, string name, byte[] content)
    {
        using var entry = package.CreateEntry(name).Open();
        entry.Write(content);
    }

    private static byte[] Icon(string name)
    {
        using var stream = typeof(TeamsManifest).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly lacks {name}.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
