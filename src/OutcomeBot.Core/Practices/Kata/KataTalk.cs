using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>From what arrived to what is wanted.</summary>
internal static class KataTalk
{
    public static Meaning Of(Scene scene) => scene.Incoming switch
    {
        Said said => TypedTalk.Of(scene, said),
        Heard heard => TypedTalk.Of(scene, heard),
        Pressed pressed => PressedTalk.Of(scene, pressed),
        Filled filled => FilledTalk.Of(scene, filled),
        HandedOver handed => HandedTalk.Of(scene, handed),
        Due { Press: { Verb: PressVerb.Nudge, Argument: { } experiment } } => new Wants(new Nudge(experiment)),
        Due { Press: { Verb: PressVerb.PromptReview, Argument: { } target } } => new Wants(new PromptReview(target)),
        Edited edited => TypedTalk.Of(scene, edited),
        Removed => Meaning.Nothing,
        _ => Meaning.NotMine,
    };
}
