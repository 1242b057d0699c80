using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Teams;

/// <summary>The pictures of cards, which Teams fetches since a card can't carry them: each under an address that nobody can guess, for some days.</summary>
internal sealed class TeamsPictures(TeamsDrawings drawings, TeamsShelf shelf)
{
    /// <summary>A picture that is shown again with less time left than this is kept anew.</summary>
    private static readonly Duration s_least = Duration.FromDays(2);

    /// <summary>The pictures of a card of this tenant, hosted; none when the bot can't be reached from outside.</summary>
    public async Task<TeamsPictured> OfAsync(Tenant tenant, Card card, CancellationToken cancellationToken)
    {
        var all = ImmutableArray.CreateBuilder<(Drawn, ImmutableArray<HostedPicture>)>();
        foreach (var drawn in card.Blocks.OfType<Drawn>())
            if (shelf.AddressOf(tenant, new ShownDrawing(drawn)) is { } address) all.Add((drawn, await HostedAsync(address, drawn, cancellationToken)));
        return new TeamsPictured(all.ToImmutable());
    }

    /// <summary>It is drawn before it is kept: only then is it known how many pictures it takes, and whether Teams shows them.</summary>
    private async Task<ImmutableArray<HostedPicture>> HostedAsync(TeamsShownAddress address, Drawn drawn, CancellationToken cancellationToken)
    {
        var pictures = await drawings.PngAsync(address.Token, drawn, cancellationToken);
        if (pictures.Any(picture => picture.Png.Length > TeamsLimits.PictureBytes) || !await shelf.KeepAsync(address, new ShownDrawing(drawn), s_least, cancellationToken)) return [];
        return [.. pictures.Select((picture, index) => new HostedPicture(address.Url(index + 1), picture.AltText))];
    }
}
