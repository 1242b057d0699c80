using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>From what arrived to what is wanted.</summary>
internal static class ValueModelTalk
{
    public static Meaning Of(Scene scene) => scene.Incoming switch
    {
        Said said => TypedTalk.Of(scene, said),
        Heard heard => TypedTalk.Of(scene, heard),
        Pressed pressed => PressedTalk.Of(scene, pressed),
        Filled filled => FilledTalk.Of(scene, filled),
        HandedOver handed when handed.FromPractice == ValueModelPractice.Name && handed.To.EndsWith("/superseded", StringComparison.Ordinal) => new Wants(new Supersede(handed.FromId)),
        Due { Press: { Verb: PressVerb.Deadline, Argument: var round } } => OfDeadline(scene, round),
        Due { Press.Verb: PressVerb.RemindDue } => new Wants(new RemindRest()),
        Due { Press.Verb: PressVerb.Review } => new Wants(new PromptReview()),
        Edited or Removed => Meaning.Nothing,
        _ => Meaning.NotMine,
    };

    /// <summary>The deadline of a round that has ended meanwhile closes nothing else.</summary>
    private static Meaning OfDeadline(Scene scene, string? round) =>
        scene.State is Voting voting && voting.Round.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == round
            ? new Wants(new CloseRound(scene.Readings.Seal, scene.Subject) { IsDeadline = true })
            : Meaning.Nothing;
}
