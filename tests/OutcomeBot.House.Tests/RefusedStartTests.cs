using System.Diagnostics;

namespace OutcomeBot.House.Tests;

/// <summary>What keeps the bot from starting is said in a sentence that names the key, and nothing else.</summary>
public sealed class RefusedStartTests
{
    [Theory]
    [InlineData("Storage__Provider", "Cassandra", "Storage:Provider must be LiteDb")]
    [InlineData("Slack__BotToken", "xoxb-alone", "Slack:SigningSecret is missing")]
    [InlineData("Slack__ApiBaseUrl", "nowhere", "Slack:ApiBaseUrl is not a web address")]
    [InlineData("Teams__ClientId", "alone", "Teams:ClientSecret is missing")]
    [InlineData("Teams__AllowUnauthenticatedLoopback", "true", "Teams:AllowUnauthenticatedLoopback lets anybody in who reaches this port, so it is accepted in the Development environment only")]
    [InlineData("LocalChat__Enabled", "maybe", "LocalChat:Enabled")]
    [InlineData("Storage__LiteDb__BackupKeep", "0", "Storage:LiteDb:BackupKeep must be between")]
    [InlineData("ASPNETCORE_URLS", "http://0.0.0.0:0", "http://0.0.0.0:0 can be reached by others")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "8080", "http://*:8080 can be reached by others")]
    public async Task A_wrong_setting_stops_the_start_with_a_sentence(string key, string value, string sentence)
    {
        var (code, said) = await StartAsync((key, value));
        Assert.Equal(1, code);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_ours_stops_the_start_and_is_left_as_it_is()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "A shopping list: bread, milk, eggs.");
        var (code, said) = await StartAsync(("Storage__LiteDb__Path", path));
        Assert.Equal(1, code);
        Assert.Contains("restore <backup>", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.Equal("A shopping list: bread, milk, eggs.", await File.ReadAllTextAsync(path));
        File.Delete(path);
    }

    private static async Task<(int Code, string Said)> StartAsync((string Key, string Value) setting)
    {
        var folder = Directory.CreateTempSubdirectory("outcomebot");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "OutcomeBot.Web.dll")])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        if (setting.Key == "ASPNETCORE_HTTP_PORTS") start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment[setting.Key] = setting.Value;
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }

        folder.Delete(recursive: true);
        return (process.ExitCode, await output + await error);
    }
}
