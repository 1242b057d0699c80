using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices;

/// <summary>Everything that one turn is about: what arrived, and what it meets. Each practice adds what it looks for in it.</summary>
internal abstract record Scene<TState>(Subject Subject, TState State, Page? Page, Incoming Incoming, Readings Readings)
    where TState : class
{
    public Person By => Incoming.By;

    public virtual Instant At => Incoming.At;

    /// <summary>Whose zone counts in this turn.</summary>
    public virtual Clock Clock => Readings.Clock with { Door = Incoming.Zone, Page = PageZone };

    /// <summary>The day it is for whoever acts.</summary>
    public LocalDate Today => At.InZone(Clock.Zone).Date;

    /// <summary>The thread of the card, once it has been posted; else where the person is.</summary>
    public Place Thread => Page is { Place.Thread: not null } page ? page.Place : Incoming.Place;

    /// <summary>The zone that the page has gone by since it began; null when it keeps none.</summary>
    protected virtual string? PageZone => null;

    /// <summary>Whether somebody waits for an answer: a no to an alarm is said to nobody.</summary>
    protected virtual bool IsHeard => Incoming is not Due;

    /// <summary>What the rules say to a command of the person who acted, now: nobody acts in another's name.</summary>
    public Decision Decide(Command command) => Decide(State, command);

    public Decision Decide(TState state, Command command) => Rule(state, command with { By = By, At = At, Clock = Clock });

    /// <summary>A note that only the person who acted sees.</summary>
    public Whisper Tell(Card card) => new(Incoming.Place, By, card);

    /// <summary>The form at once when the door can carry one; else a note with a button that opens it.</summary>
    public Reply Open(Form form) => Incoming.Door.HasFlag(OpenDoor.Form)
        ? new Ask(form)
        : Tell(new Card(form.Title, new Prose(form.Intro), new Buttons(new Button(form.Submit, form.Press, ButtonKind.Primary))));

    /// <summary>A no that only the person who acted sees, with what can be done instead.</summary>
    public Whisper Refuse(string sentence, params IEnumerable<Button> ways) => Tell(Refusing("Not done", sentence, ways));

    /// <summary>The rules said no: at the field of a form that can show it, else in a note.</summary>
    public Turn Refused(Command command, Refusal refusal, string? field)
    {
        if (!IsHeard) return Turn.Nothing;
        return Incoming is Filled && (refusal.Field ?? field) is { } name && Incoming.Door.HasFlag(OpenDoor.FieldErrors)
            ? Turn.Say(new Wrong((name, refusal.Sentence)))
            : Turn.Say(Tell(Refusing(NotDone(command), refusal.Sentence, Ways(command, refusal))));
    }

    /// <summary>Something happened: these changes, these replies, and the page's reminders where they are not the same as before.</summary>
    public Turn Happened(ImmutableArray<Change> changes, ImmutableArray<Reply> replies, ImmutableArray<Reminder> reminders, Place? place) => new()
    {
        Changes = changes,
        Replies = replies,
        Reminders = Page is { } page && page.Reminders.SequenceEqual(reminders) ? null : reminders,
        Place = Page is null ? place : null,
    };

    /// <summary>The card of a no.</summary>
    public static Card Refusing(string title, string sentence, params IEnumerable<Button> ways)
    {
        var buttons = ways.ToImmutableArray();
        return new Card(title, [new Prose(sentence), .. buttons.IsEmpty ? ImmutableArray<Block>.Empty : [new Buttons(buttons)]]);
    }

    /// <summary>The practice's own rules.</summary>
    protected abstract Decision Rule(TState state, Command command);

    /// <summary>What can be done instead of what was refused.</summary>
    protected virtual IEnumerable<Button> Ways(Command command, Refusal refusal) => [];

    /// <summary>The title of a no to this command.</summary>
    protected virtual string NotDone(Command command) => "Not done";
}
