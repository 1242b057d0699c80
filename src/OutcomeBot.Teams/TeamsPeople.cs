using OutcomeBot.Core.Chat;

namespace OutcomeBot.Teams;

/// <summary>People's names and zones: as they came with an activity, as they are stored, or as the conversation tells when asked.</summary>
internal sealed class TeamsPeople(TeamsAddresses addresses, TeamsClient client)
{
    private const int LongestName = 80;

    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(800);

    /// <summary>The incoming thing with names in place of ids, and with the person's zone.</summary>
    public async ValueTask<Incoming> CompletedAsync(ForInbox read, CancellationToken cancellationToken)
    {
        var incoming = read.Incoming;
        var by = await addresses.OfAsync(incoming.Place.Tenant, incoming.By.Id, cancellationToken);
        incoming = incoming with
        {
            By = incoming.By.Name == incoming.By.Id && by?.Title is { } title ? incoming.By with { Name = title } : incoming.By,
            Zone = incoming is Heard ? null : incoming.Zone ?? by?.Zone,
        };
        if (incoming is not Filled filled || read.People.IsEmpty) return incoming;
        var chosen = read.People.Select(field => filled.Values.Text(field)).Where(id => id.Length is > 0 and <= 200).Distinct();
        var named = await Task.WhenAll(chosen.Select(id => NamedAsync(incoming.Place, id, cancellationToken)));
        return filled with { Values = filled.Values with { People = [.. named] } };
    }

    /// <summary>A name as it is shown: one line of reasonable length.</summary>
    public static string Tidy(string name) => TeamsText.Shorten(TeamsTyped.WithoutControls(name).Replace('\n', ' ').Trim(), LongestName);

    private async Task<Person> NamedAsync(Place place, string id, CancellationToken cancellationToken)
    {
        if (await addresses.OfAsync(place.Tenant, id, cancellationToken) is { Title: { } title }) return new Person(id, title);
        if (await addresses.OfAsync(place.Tenant, place.Channel, cancellationToken) is not { Conversation: { } conversation } address) return new Person(id, id);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            var result = await client.MemberAsync(address.ServiceUrl, conversation, id, patience.Token);
            if (!result.IsFine || result.Body.Text("name") is not { Length: > 0 } name) return new Person(id, id);
            await addresses.ChangeAsync(place.Tenant, id, before => Met(before, id, address, result.Body.Id("id"), Tidy(name)), cancellationToken);
            return new Person(id, Tidy(name));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Person(id, id);
        }
    }

    private static TeamsAddress Met(TeamsAddress? before, string id, TeamsAddress where, string? mri, string name) =>
        (before ?? new TeamsAddress(id, TeamsScope.Person, where.ServiceUrl)) with { Title = name, Mri = mri ?? before?.Mri, Bot = before?.Bot ?? where.Bot };
}
