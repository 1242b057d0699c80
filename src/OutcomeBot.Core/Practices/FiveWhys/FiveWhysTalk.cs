using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.FiveWhys;

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
