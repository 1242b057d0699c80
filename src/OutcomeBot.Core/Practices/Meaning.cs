using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices;

/// <summary>What an incoming thing means to a practice.</summary>
internal abstract record Meaning
{
    public static Meaning Nothing { get; } = new Says(Turn.Nothing);

    public static Meaning NotMine { get; } = new Says(Turn.NotMine);

    /// <summary>A no that needs no rule, in a sentence, with what can be done instead.</summary>
    public static Meaning Refuse<TState>(Scene<TState> scene, string sentence, params IEnumerable<Button> ways)
        where TState : class => new Says(scene.Refuse(sentence, ways));
}

/// <summary>These commands, decided one after the other, all or none; then these replies.</summary>
/// <param name="Commands">What is wanted.</param>
/// <param name="Field">For a form: the field beside which a refusal stands that names none.</param>
internal sealed record Wants(IReadOnlyList<Command> Commands, string? Field = null) : Meaning
{
    public Wants(Command command, string? field = null)
        : this([command], field) { }

    /// <summary>What is said besides, when nothing was refused.</summary>
    public IReadOnlyList<Reply> Then { get; init; } = [];

    /// <summary>Where a new page lives, when that isn't where the person is.</summary>
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
