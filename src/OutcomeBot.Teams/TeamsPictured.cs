using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Teams;

/// <summary>The pictures of a card by the blocks that they draw; a block without one is told in words.</summary>
internal sealed record TeamsPictured(ImmutableArray<(Drawn Drawn, ImmutableArray<HostedPicture> Pictures)> All)
{
    public static TeamsPictured None { get; } = new([]);

    public ImmutableArray<HostedPicture> Of(Drawn drawn) =>
        All.FirstOrDefault(pair => ReferenceEquals(pair.Drawn, drawn)).Pictures is { IsDefault: false } pictures ? pictures : [];
}

/// <summary>A picture that Teams can fetch, and its words.</summary>
internal sealed record HostedPicture(Uri Url, string AltText);
