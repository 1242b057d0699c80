using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>Where people install the bot: the way to Slack, and the way back.</summary>
internal sealed partial class SlackInstallEndpoints(
    SlackInstallState states, SlackOAuth oauth, SlackInstallations installations, SlackInstallPages pages,
    IOptions<SlackOptions> options, TimeProvider time, ILogger<SlackInstallEndpoints> logger) : IDisposable
{
    /// <summary>Below the public address.</summary>
    public const string InstallPath = "slack/install";
    public const string CallbackPath = "slack/oauth";

    private const string Cookie = "outcomebot-slack-install";

    /// <summary>Far more than anybody needs who installs, and little for a machine that tries.</summary>
    private const int MostPerMinute = 30;

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = MostPerMinute, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>GET /slack/install: on to Slack, which asks whether they agree.</summary>
    public Task InstallAsync(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        if (!lease.IsAcquired) return TooManyAsync(context);
        var (state, cookie) = states.Begin();
        context.Response.Cookies.Append(Cookie, cookie, Settings(SlackInstallState.Validity));
        SlackPage.Guard(context.Response.Headers);
        context.Response.Redirect(oauth.ConsentUrl(state).AbsoluteUri);
        return Task.CompletedTask;
    }

    /// <summary>GET /slack/oauth: back from Slack, with a code or with a no.</summary>
    public async Task CallbackAsync(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        if (!lease.IsAcquired)
        {
            await TooManyAsync(context);
            return;
        }
        var (page, status) = await AnsweredAsync(context);
        await page.WriteAsync(context, status);
    }

    public void Dispose() => _limiter.Dispose();

    private async Task<(SlackPage Page, int Status)> AnsweredAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (query["error"] is [{ Length: > 0 } error]) return (pages.Denied(error), StatusCodes.Status200OK);
        if (query["state"] is not [{ Length: > 0 } state]) return (pages.OneMoreStep, StatusCodes.Status200OK);
        if (query["code"] is not [{ Length: > 0 and <= 500 } code] || !states.TryTake(state, context.Request.Cookies[Cookie])) return (pages.Stale, StatusCodes.Status400BadRequest);
        context.Response.Cookies.Delete(Cookie, Settings(TimeSpan.Zero));

        // The code is spent by asking, so it goes on when the browser leaves.
        var result = await oauth.RedeemAsync(code, CancellationToken.None);
        if (!result.IsFine || oauth.TokensIn(result.Body) is not { } tokens || Installation(result) is not { } installation)
        {
            Log.NotInstalled(logger, result.IsFine ? "an answer without a bot's installation" : result.Error);
            return (pages.NotGiven(result), StatusCodes.Status502BadGateway);
        }
        if (!installations.MayInstall(installation)) return (await TurnedAwayAsync(installation, tokens), StatusCodes.Status403Forbidden);
        await installations.AddAsync(installation, tokens, CancellationToken.None);
        Log.Installed(logger, installation.Of!.Value, installation.InstalledBy ?? "somebody"); // It was read with one.
        var name = result.Body.At(installation.IsOrganisation ? "enterprise" : "team").Text("name");
        return (SlackInstallPages.Done(installation, name, result.Body.Id("app_id")), StatusCodes.Status200OK);
    }

    /// <summary>Its token is given back and never kept. Slack may grant the very token that stands in the settings: that one is not ours to give back.</summary>
    private async Task<SlackPage> TurnedAwayAsync(SlackInstallation installation, SlackTokens tokens)
    {
        var of = installation.Of!.Value; // It was read with one.
        var result = tokens.Access == options.Value.BotToken?.Trim() ? null : await oauth.RevokeAsync(tokens, CancellationToken.None);
        Log.TurnedAway(logger, of, installation.InstalledBy ?? "somebody");
        if (result is { IsFine: false }) Log.NotRevoked(logger, of, result.Error);
        return pages.NotAllowed(of);
    }

    /// <summary>An organisation's installation has no workspace.</summary>
    private SlackInstallation? Installation(SlackResult result)
    {
        var (body, isWhole) = (result.Body, result.Body.Says("is_enterprise_install"));
        if (body.At(isWhole ? "enterprise" : "team").Id("id") is not { } of || body.Id("bot_user_id") is not { } bot) return null;
        return new SlackInstallation(SlackIds.Tenant(of))
        {
            IsOrganisation = isWhole,
            Organisation = body.At("enterprise").Id("id"),
            BotUser = bot,
            Scopes = body.Text("scope") ?? "",
            InstalledBy = body.At("authed_user").Id("id"),
            InstalledAt = time.GetUtcNow(),
        };
    }

    private Task TooManyAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = TimeSpan.FromMinutes(1).TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return pages.TooMany.WriteAsync(context, StatusCodes.Status429TooManyRequests);
    }

    /// <summary>Lax, because people come back by a link on Slack's page.</summary>
    private CookieOptions Settings(TimeSpan validity) => new()
    {
        HttpOnly = true,
        Secure = true,
        SameSite = SameSiteMode.Lax,
        Path = new Uri(options.Value.Public!, "slack").AbsolutePath, // Checked at the start: there is one.
        MaxAge = validity,
        IsEssential = true,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "OutcomeBot was installed in {Installation} by {User}.")]
        public static partial void Installed(ILogger logger, Tenant installation, string user);

        [LoggerMessage(3, LogLevel.Warning, "An installation in {Installation} by {User} was turned away, because it is not in Slack:AllowedWorkspaces. Nothing of it was kept; add it there and start the bot again to let it install.")]
        public static partial void TurnedAway(ILogger logger, Tenant installation, string user);

        [LoggerMessage(4, LogLevel.Warning, "Slack did not take back the token of {Installation}, which was turned away: {Error}. The bot has forgotten it; an admin there removes the app.")]
        public static partial void NotRevoked(ILogger logger, Tenant installation, string error);

        [LoggerMessage(2, LogLevel.Warning, "An installation was not finished: {Error}. Compare Slack:ClientId, Slack:ClientSecret and Slack:PublicUrl with the Slack app.")]
        public static partial void NotInstalled(ILogger logger, string error);
    }
}
