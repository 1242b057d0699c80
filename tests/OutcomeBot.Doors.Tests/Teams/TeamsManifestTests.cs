using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using OutcomeBot.Core.Practices;
using OutcomeBot.Teams;
using Xunit;

namespace OutcomeBot.Doors.Tests.Teams;

public sealed class TeamsManifestTests
{
    private const string ClientId = "00000000-0000-0000-0000-000000000000";

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("de.json")]
    [InlineData("manifest.targeted.json")]
    public void The_manifest_in_the_repository_is_the_one_that_the_code_makes(string name)
    {
        var path = Path.Combine(Root(), "manifests/teams", name);
        var options = new TeamsOptions { TargetedMessages = name == "manifest.targeted.json" };
        var text = name == "de.json" ? TeamsManifest.German(options) : TeamsManifest.Json(ClientId, options, Catalog.All, "0.1.0");
        if (Environment.GetEnvironmentVariable("OUTCOMEBOT_GOLDEN") == "write") File.WriteAllText(path, text);

        Assert.Equal(text, File.ReadAllText(path));
    }

    [Theory]
    [InlineData(false, "1.25", null)]
    [InlineData(true, "1.30", "true")]
    public void Only_where_targeted_messages_are_on_the_manifest_asks_for_them(bool isOn, string version, string? asks)
    {
        var manifest = JsonNode.Parse(TeamsManifest.Json(ClientId, new TeamsOptions { TargetedMessages = isOn }, Catalog.All, "0.1.0"))!;

        Assert.Equal((version, asks), (manifest["manifestVersion"]!.ToString(), manifest["bots"]![0]!["supportsTargetedMessages"]?.ToString()));
    }

    [Fact]
    public void Every_practice_is_a_command_with_words_of_the_length_that_Teams_shows()
    {
        var manifest = JsonNode.Parse(TeamsManifest.Json(ClientId, new TeamsOptions { PublicUrl = "https://bot.example.com/" }, Catalog.All, "0.1.0"))!;
        var commands = manifest["bots"]![0]!["commandLists"]![0]!["commands"]!.AsArray();

        Assert.Equal([.. Catalog.All.Select(practice => practice.Word).Where(word => word != "desk"), "mine", "link", "help"], commands.Select(command => command!["title"]!.ToString()));
        Assert.All(commands, command => Assert.InRange(command!["description"]!.ToString().Length, 1, 128));
        Assert.InRange(manifest["description"]!["short"]!.ToString().Length, 1, 80);
        Assert.Equal("bot.example.com", manifest["validDomains"]![0]!.ToString());
    }

    [Fact]
    public void The_package_holds_what_Teams_asks_for_in_its_sizes()
    {
        var path = Path.GetTempFileName();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Teams:ClientId", TestIssuer.ClientId)]).Build();
        Assert.Null(TeamsManifest.Pack(settings, Catalog.All, path, "0.1.0"));

        using (var package = ZipFile.OpenRead(path))
        {
            Assert.Equal(["manifest.json", "de.json", "color.png", "outline.png"], package.Entries.Select(entry => entry.FullName));
            Assert.Equal(((192, 192), (32, 32)), (Size(package.GetEntry("color.png")!), Size(package.GetEntry("outline.png")!)));
        }

        File.Delete(path);
    }

    [Fact]
    public void Without_a_client_id_the_package_is_refused_with_a_sentence() =>
        Assert.StartsWith("Teams:ClientId is not set", TeamsManifest.Pack(new ConfigurationBuilder().Build(), Catalog.All, "never-written.zip", "0.1.0"), StringComparison.Ordinal);

    private static (int, int) Size(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var head = new byte[24];
        stream.ReadExactly(head);
        return (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(20)));
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
