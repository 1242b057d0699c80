using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>Everything that one turn is about: what arrived, and what it meets.</summary>
internal sealed record Scene(Subject Subject, MetricsState State, Page? Page, Incoming Incoming, Readings Readings)
{
    public Person By => Incoming.By;

    public Kept? Kept => State as Kept;

    /// <summary>The day it is for whoever acts.</summary>
    public LocalDate Today => Incoming.At.InUtc().Date;

    /// <summary>What the rules say to a command of the person who acted, now: nobody acts in another's name.</summary>
    public Decision Decide(MetricsState state, Command command) => MetricsRules.Decide(state, command with { By = By, At = Incoming.At });

    /// <summary>The parts of a formula as they were read; empty when one of them is missing.</summary>
    public ImmutableArray<Metric> PartsOf(Formula formula)
    {
        var parts = formula.Parts.Select(part => Readings.MetricOf(part)).OfType<Metric>().ToImmutableArray();
        return parts.Length == formula.Parts.Length ? parts : [];
    }

    /// <summary>A note that only the person who acted sees.</summary>
    public Whisper Tell(Card card) => new(Incoming.Place, By, card);

    public Whisper Tell(string title, Words words, params IEnumerable<Button> ways) => Tell(new Card(title,
        [new Prose(words), .. ways.ToImmutableArray() is { Length: > 0 } buttons ? ImmutableArray.Create<Block>(new Buttons(buttons)) : []]));

    /// <summary>The form at once when the door can carry one; else a note with a button that opens it.</summary>
    public Reply Open(Form form) => Incoming.Door.HasFlag(OpenDoor.Form)
        ? new Ask(form)
        : Tell(form.Title, form.Intro, new Button(form.Submit, form.Press, ButtonKind.Primary));
}

/// <summary>What an incoming thing means here.</summary>
internal abstract record Meaning
{
    public static Meaning Refuse(Scene scene, string sentence, params IEnumerable<Button> ways) => new Says(Turn.Say(scene.Tell("Not recorded", sentence, ways)));
}

/// <summary>These commands, decided one after the other, all or none. A refusal without a field of its own stands beside <paramref name="Field"/>.</summary>
internal sealed record Wants(IReadOnlyList<Command> Commands, string? Field = null) : Meaning
{
    public Wants(Command command, string? field = null)
        : this([command], field) { }
}

/// <summary>There is nothing to decide.</summary>
internal sealed record Says(Turn Turn) : Meaning
{
    public Says(Reply reply)
        : this(Turn.Say(reply)) { }
}
