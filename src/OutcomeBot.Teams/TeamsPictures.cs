using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using OutcomeBot.Core;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>
/// Pictures and files that Teams fetches, since a card can't carry them: each under an address that nobody can guess, for a few
/// days. They are kept in memory; after a start the next change of a card draws its picture anew.
/// </summary>
internal sealed class TeamsPictures(Easel easel, IOptions<TeamsOptions> options, TimeProvider time)
{
    public const string Path = "teams/shown/";

    /// <summary>What is kept at most; the oldest goes first.</summary>
    private const long MostBytes = 128 * 1024 * 1024;

    private static readonly TimeSpan s_life = TimeSpan.FromDays(7);

    /// <summary>A picture that is shown again gets a new address in time.</summary>
    private static readonly TimeSpan s_fresh = TimeSpan.FromDays(5);

    private readonly ConcurrentDictionary<string, Kept> _byToken = new();
    private readonly ConcurrentDictionary<string, (ImmutableArray<HostedPicture> Pictures, DateTimeOffset Until)> _byDrawing = new();
    private readonly Lock _lock = new();

    /// <summary>The pictures of a card, hosted; none when the bot can't be reached from outside.</summary>
    public async Task<TeamsPictured> OfAsync(Card card, CancellationToken cancellationToken)
    {
        if (options.Value.Public is null) return TeamsPictured.None;
        var all = ImmutableArray.CreateBuilder<(Drawn, ImmutableArray<HostedPicture>)>();
        foreach (var drawn in card.Blocks.OfType<Drawn>()) all.Add((drawn, await HostedAsync(drawn, cancellationToken)));
        return new TeamsPictured(all.ToImmutable());
    }

    /// <summary>A text file's address; null when the bot can't be reached from outside.</summary>
    public Uri? Host(Attachment file) => options.Value.Public is null ? null : Keep(Encoding.UTF8.GetBytes(file.Text), file.MediaType, file.Name);

    /// <summary>GET /teams/shown/{token}: what stands under an address, or 404 for whoever guesses.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        var token = context.Request.RouteValues["token"] as string ?? "";
        if (!_byToken.TryGetValue(token, out var kept) || kept.Until <= time.GetUtcNow())
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = kept.MediaType;
        context.Response.ContentLength = kept.Bytes.Length;
        context.Response.Headers.CacheControl = "private, max-age=86400";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        if (kept.Name is { } name) context.Response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(name)}";
        await context.Response.Body.WriteAsync(kept.Bytes, context.RequestAborted);
    }

    private async Task<ImmutableArray<HostedPicture>> HostedAsync(Drawn drawn, CancellationToken cancellationToken)
    {
        var key = Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new Card("", drawn), CoreJson.Stored.Card)));
        if (_byDrawing.TryGetValue(key, out var known) && known.Until > time.GetUtcNow()) return known.Pictures;
        var painted = await easel.PngAsync(drawn, TeamsLimits.PictureSide, cancellationToken);
        ImmutableArray<HostedPicture> hosted = painted.All(picture => picture.Png.Length <= TeamsLimits.PictureBytes)
            ? [.. painted.Select(picture => new HostedPicture(Keep(picture.Png, "image/png", null), picture.AltText))]
            : [];
        _byDrawing[key] = (hosted, time.GetUtcNow() + s_fresh);
        return hosted;
    }

    private Uri Keep(byte[] bytes, string mediaType, string? name)
    {
        var token = RandomNumberGenerator.GetHexString(40, lowercase: true);
        lock (_lock)
        {
            Clear(MostBytes - bytes.Length);
            _byToken[token] = new Kept(bytes, mediaType, name, time.GetUtcNow() + s_life);
        }

        return new Uri(options.Value.Public!, Path + token);
    }

    private void Clear(long room)
    {
        var now = time.GetUtcNow();
        var all = _byToken.OrderByDescending(pair => pair.Value.Until).ToList();
        foreach (var (token, kept) in all)
        {
            room -= kept.Bytes.Length;
            if (room < 0 || kept.Until <= now) _byToken.TryRemove(token, out _);
        }

        foreach (var (drawing, (pictures, until)) in _byDrawing)
            if (until <= now || pictures.Any(picture => !_byToken.ContainsKey(picture.Url.Segments[^1]))) _byDrawing.TryRemove(drawing, out _);
    }

    private sealed record Kept(byte[] Bytes, string MediaType, string? Name, DateTimeOffset Until);
}
