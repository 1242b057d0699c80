using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Teams;

/// <summary>Forms with the choices that only the door knows: the conversations the bot is in, and the people it has met.</summary>
internal sealed class TeamsAsked(TeamsAddresses addresses, TeamsSeal seal)
{
    private const int MostPeople = 50;

    /// <summary>The form for the person who just acted; for a second time with what they typed and what is wrong.</summary>
    public async Task<TeamsCard> CardAsync(ForInbox read, Form form, TeamsSurface surface, Wrong? wrong, CancellationToken cancellationToken)
    {
        var incoming = read.Incoming;
        var place = incoming.Place;
        var all = form.Fields.Any(field => field is ChannelField or PersonField) ? await addresses.AllAsync(place.Tenant, cancellationToken) : [];
        return TeamsFormWriter.Card(form, new TeamsAsking(surface, incoming.Delivery)
        {
            Origin = seal.Of(place, incoming.By.Id),
            IsMessage = surface == TeamsSurface.Message && (read.Opening == TeamsOpening.Message || (wrong is not null && read.IsFormMessage)),
            Channels = Channels(all, place),
            People = [.. all.Where(address => address is { Scope: TeamsScope.Person, Title: not null }).Take(MostPeople).Select(address => new CardChoice(TeamsText.OneLine(address.Title!), address.Name))],
            Typed = wrong is null ? null : (incoming as Filled)?.Values,
            Wrong = wrong?.Fields ?? ImmutableDictionary<string, string>.Empty,
        });
    }

    /// <summary>Where the person is stands first, and is chosen.</summary>
    private static ImmutableArray<CardChoice> Channels(ImmutableArray<TeamsAddress> all, Place place) =>
        [.. all.Where(address => address.Scope != TeamsScope.Person && address.Closed is null)
            .OrderBy(address => address.Name != place.Channel)
            .Select(address => new CardChoice(Title(address, place), address.Name))
            .Append(new CardChoice("My conversation with OutcomeBot", place.Channel))
            .DistinctBy(choice => choice.Value)];

    private static string Title(TeamsAddress address, Place place) => TeamsText.OneLine((address.Scope, address.Title, address.TeamTitle) switch
    {
        (_, { } channel, { } team) => $"{team} – {channel}",
        (_, { } channel, null) => channel,
        (_, null, { } team) => address.Name == address.Team ? $"{team} – General" : team,
        _ when address.Name == place.Channel => "Here",
        (TeamsScope.Group, _, _) => "A group chat with OutcomeBot",
        _ => "A channel with OutcomeBot",
    });
}
