using Microsoft.AspNetCore.Http;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Teams;

/// <summary>GET and HEAD below /teams/shown/: what stands under an address. Whatever else is asked for there is a 404 like any other.</summary>
internal sealed class TeamsFetching(TeamsShelf shelf, TeamsDrawings drawings)
{
    /// <summary>The part of the route that is read here.</summary>
    public const string Rest = "path";

    public async Task ServeAsync(HttpContext context)
    {
        var path = TeamsShownPath.Of(context.Request.RouteValues[Rest] as string);
        var (content, mediaType, name) = path is null ? default : await ContentAsync(path, context.RequestAborted);
        if (content is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = mediaType;
        context.Response.ContentLength = content.Length;
        context.Response.Headers.CacheControl = "private, max-age=86400";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        if (name is not null) context.Response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(name)}";
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }

    private async Task<(byte[]? Content, string? MediaType, string? Name)> ContentAsync(TeamsShownPath path, CancellationToken cancellationToken) =>
        await shelf.FindAsync(path, cancellationToken) switch
        {
            ShownFile { File: var file } when path.Page == 1 => (System.Text.Encoding.UTF8.GetBytes(file.Text), file.MediaType, file.Name),
            ShownDrawing { Block: Drawn drawn } => ((await drawings.PngAsync(path.Token, drawn, cancellationToken)).ElementAtOrDefault(path.Page - 1)?.Png, "image/png", null),
            _ => default,
        };
}
