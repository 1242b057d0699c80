using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>Everything that one turn is about: what arrived, and what it meets.</summary>
internal sealed record Scene(Subject Subject, CheckInState State, Page? Page, Incoming Incoming, Readings Readings)
{
    public Person By => Incoming.By;

    /// <summary>
    /// When it happens. The machine whose alarm rings may be a little ahead of the one that planned: an alarm for an instant is never before it.
    /// </summary>
    public Instant At => Incoming is Due { Press.Argument: var argument } && Slips.Instant(argument) is { } planned
        ? Instant.Max(planned, Incoming.At)
        : Incoming.At;

    /// <summary>The thread of the card, once it has been posted; else where the person is.</summary>
    public Place Thread => Page is { Place.Thread: not null } page ? page.Place : Incoming.Place;

    /// <summary>What the workspace shares.</summary>
    public Calendar Calendar => State as Calendar ?? States.OfType<Calendar>().FirstOrDefault() ?? Calendar.Empty;

    /// <summary>The person's own page, when it was read.</summary>
    public Personal? PersonalOf(Person person) => State as Personal ?? States.OfType<Personal>().FirstOrDefault(personal => personal.Who.Is(person));

    /// <summary>The zone that the person chose, or else the one that their door knows.</summary>
    public string? MyZone => PersonalOf(By)?.Zone ?? Zones.Read(Incoming.Zone);

    /// <summary>What is known around a schedule in this channel.</summary>
    public Surroundings Around => new(Calendar, ZonesByPerson(), Calendar.ZoneOf((Page?.Place ?? Incoming.Place).Channel));

    /// <summary>What the rules say to a command of the person who acted, now: nobody acts in another's name.</summary>
    public Decision Decide(Command command) => CheckInRules.Decide(State, command with { By = By, At = At });

    /// <summary>A note that only the person who acted sees.</summary>
    public Whisper Tell(Card card) => new(Incoming.Place, By, card);

    /// <summary>The form at once when the door can carry one; else a note with a button that opens it.</summary>
    public Reply Open(Form form) => Incoming.Door.HasFlag(OpenDoor.Form)
        ? new Chat.Ask(form)
        : Tell(new Card(form.Title, new Prose(form.Intro), new Buttons(new Button(form.Submit, form.Press, ButtonKind.Primary))));

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
