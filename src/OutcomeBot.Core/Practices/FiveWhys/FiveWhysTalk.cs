using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>What an incoming thing means here.</summary>
internal abstract record Meaning
{
    public static Meaning Nothing { get; } = new Says(Turn.Nothing);

    public static Meaning NotMine { get; } = new Says(Turn.NotMine);

    public static Meaning Refuse(Scene scene, string sentence, params IEnumerable<Button> ways) =>
        new Says(Turn.Say(scene.Tell(FiveWhysNotes.Refused(sentence, ways))));
}

/// <summary>These commands, decided one after the other, all or none; then these replies.</summary>
/// <param name="Commands">What is wanted.</param>
/// <param name="Field">For a form: the field beside which a refusal stands that names none.</param>
internal sealed record Wants(IReadOnlyList<Command> Commands, string? Field = null) : Meaning
{
    public Wants(Command command, string? field = null)
        : this([command], field) { }

    public IReadOnlyList<Reply> Then { get; init; } = [];

    /// <summary>Where a new analysis lives, when that isn't where the person is.</summary>
    public Place? Place { get; init; }
}

/// <summary>A form is asked for. The probe is what it would want when empty: a refusal that is not about a field is said at once.</summary>
internal sealed record Opens(Form Form, Command Probe) : Meaning;

/// <summary>There is nothing to decide.</summary>
internal sealed record Says(Turn Turn) : Meaning
{
    public Says(Reply reply)
        : this(Turn.Say(reply)) { }
}

/// <summary>From what arrived to what is wanted.</summary>
internal static class FiveWhysTalk
{
    public static Meaning Of(Scene scene) => scene.Incoming switch
    {
        Said said => TypedTalk.Of(scene, said),
        Heard heard => TypedTalk.Of(scene, heard),
        Edited edited => TypedTalk.Of(scene, edited),
        Removed removed => TypedTalk.Of(scene, removed),
        Pressed pressed => PressedTalk.Of(scene, pressed),
        Filled filled => FilledTalk.Of(scene, filled),
        Due { Press: { Verb: PressVerb.Nudge, Argument: { } cause } } => new Wants(new Nudge(cause)),
        Due { Press: { Verb: PressVerb.Done, Argument: { } measure } } => new Wants(new NudgeMeasure(measure)),
        HandedOver handed => HandedTalk.Of(scene, handed),
        Due { Press.Verb: PressVerb.Check } => new Wants(new NudgeCheck()),
        _ => Meaning.NotMine,
    };
}
