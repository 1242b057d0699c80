using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>Everything that one turn is about: what arrived, and what it meets.</summary>
internal sealed record Scene(Subject Subject, KataState State, Page? Page, Incoming Incoming, Readings Readings)
{
    public Person By => Incoming.By;

    public Instant At => Incoming.At;

    /// <summary>The board that is here, or null.</summary>
    public Storyboard? Board => State.Known;

    /// <summary>The thread of the storyboard, once its card has been posted; else where the person is.</summary>
    public Place Thread => Page is { Place.Thread: not null } page ? page.Place : Incoming.Place;

    /// <summary>The open storyboards of this channel, newest first; needs are known by their kind.</summary>
    public ImmutableArray<Found> OpenBoards =>
        [.. Readings.Pages.Where(pair => pair.Key is OpenPages).SelectMany(pair => pair.Value).Where(found => found.Subject != Subject && found.State is Running)];

    /// <summary>How things stand for every open target condition whose metric has a value.</summary>
    public ImmutableArray<Reading> Actuals => Board is not { } board ? [] :
        [.. board.OpenTargets().Select(target => (target.Id, Condition: Measured(target))).Where(pair => pair.Condition is not null).Select(pair => new Reading(pair.Id, pair.Condition!))];

    /// <summary>The actual condition of a target condition, read from its metric; null when there is nothing to read.</summary>
    public Condition? Measured(TargetCondition target) => target.Goal is { } goal ? Conditions.Of(Readings.MetricOf(goal.Metric)) : null;

    /// <summary>What the rules say to a command of the person who acted, now: nobody acts in another's name.</summary>
    public Decision Decide(Command command) => Decide(State, command);

    public Decision Decide(KataState state, Command command) => KataRules.Decide(state, command with { By = By, At = At });

    /// <summary>A note that only the person who acted sees.</summary>
    public Whisper Tell(Card card) => new(Incoming.Place, By, card);

    /// <summary>The form at once when the door can carry one; else a note with a button that opens it.</summary>
    public Reply Open(Form form) => Incoming.Door.HasFlag(OpenDoor.Form)
        ? new Ask(form)
        : Tell(new Card(form.Title, new Prose(form.Intro), new Buttons(new Button(form.Submit, form.Press, ButtonKind.Primary))));
}
