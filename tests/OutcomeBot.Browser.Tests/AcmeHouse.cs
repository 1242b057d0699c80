using Microsoft.Playwright;

namespace OutcomeBot.Browser.Tests;

/// <summary>The bot in the Development environment, where its clock can be moved forward.</summary>
public sealed class AcmeHouse : ChatHouse
{
    protected override string EnvironmentName => "Development";

    /// <summary>What comes due within this time comes due now.</summary>
    public async Task ForwardAsync(TimeSpan by)
    {
        using var http = new HttpClient { BaseAddress = new Uri(Address) };
        using var moved = await http.PostAsync(new Uri($"/dev/clock?forward={by:c}", UriKind.Relative), null);
        moved.EnsureSuccessStatusCode();
    }

    /// <summary>The pictures of the docs, taken when a folder for them is named.</summary>
    public static async Task ShootAsync(Visitor visitor, string name)
    {
        if (Environment.GetEnvironmentVariable("OUTCOMEBOT_PICTURES") is not { Length: > 0 } folder) return;
        await visitor.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
    }
}
