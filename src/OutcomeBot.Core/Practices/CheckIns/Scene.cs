using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>A turn of a schedule, a round or a person's page: what else it looks for.</summary>
internal sealed record Scene(Subject Subject, CheckInState State, Page? Page, Incoming Incoming, Readings Readings)
    : Scene<CheckInState>(Subject, State, Page, Incoming, Readings)
{
    /// <summary>
    /// When it happens. The machine whose alarm rings may be a little ahead of the one that planned: an alarm for an instant is never before it.
    /// </summary>
    public override Instant At => Incoming is Due { Press.Argument: var argument } && Slips.Instant(argument) is { } planned
        ? Instant.Max(planned, Incoming.At)
        : Incoming.At;

    /// <summary>What the workspace shares.</summary>
    public Calendar Calendar => State as Calendar ?? States.OfType<Calendar>().FirstOrDefault() ?? Calendar.Empty;

    /// <summary>The person's own page, when it was read.</summary>
    public Personal? PersonalOf(Person person) => State as Personal ?? States.OfType<Personal>().FirstOrDefault(personal => personal.Who.Is(person));

    public override Clock Clock => new(PersonalOf(By)?.Zone, Zones.Read(Incoming.Zone), Calendar.ZoneOf((Page?.Place ?? Incoming.Place).Channel));

    /// <summary>What is known around a schedule in this channel.</summary>
    public Surroundings Around => new(Calendar, ZonesByPerson(), Clock.Channel);

    protected override bool IsHeard => Incoming is not (Due or HandedOver or Departed or Returned);

    protected override Decision Rule(CheckInState state, Command command) => CheckInRules.Decide(state, command);

    private IEnumerable<CheckInState> States => Readings.Pages.Values.SelectMany(found => found).Select(found => found.State).OfType<CheckInState>();

    private ImmutableDictionary<string, string> ZonesByPerson()
    {
        var zones = ImmutableDictionary.CreateBuilder<string, string>();
        if (Zones.Read(Incoming.Zone) is { } mine) zones[By.Id] = mine;
        foreach (var personal in States.OfType<Personal>())
            if (personal.Zone is { } zone) zones[personal.Who.Id] = zone;
        return zones.ToImmutable();
    }
}
