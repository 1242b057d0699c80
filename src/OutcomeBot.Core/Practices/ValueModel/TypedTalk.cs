using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>What people type. Factors and weights are never typed in the thread, where everybody reads: they have forms.</summary>
internal static class TypedTalk
{
    public static Meaning Of(Scene scene, Said said)
    {
        var line = Typed.Line(said.Word == ValueModelPractice.Name ? said.Text : $"{said.Word} {said.Text}");
        if (Plain(line) == PressVerb.Help) return new Says(scene.Tell(ValueModelNotes.Help));
        if (scene.Session is not null) return InThread(scene, line) ?? (said.Word == ValueModelPractice.Name ? Second(scene, line) : Meaning.NotMine);
        return said.Word == ValueModelPractice.Name ? InChannel(scene, line) : Meaning.NotMine;
    }

    /// <summary>A line that nobody addressed to the bot: a command to the letter, or talk.</summary>
    public static Meaning Of(Scene scene, Heard heard) => InThread(scene, Typed.Line(heard.Text)) ?? Meaning.Nothing;

    /// <summary>The verb that a line of a thread stands for; null for talk.</summary>
    public static string? VerbOf(string line) => Plain(line) switch
    {
        "propose" or "factor" => PressVerb.Propose,
        "proposals" or "factors" => PressVerb.Proposals,
        "merge" => PressVerb.Merge,
        "candidates" => PressVerb.Candidates,
        "open" or "open round" or "round" => PressVerb.Open,
        "cut" => PressVerb.Cut,
        "vote" => PressVerb.Vote,
        "abstain" => PressVerb.Abstain,
        "join" or "take part" => PressVerb.Join,
        "observe" or "watch" => PressVerb.Observe,
        "away" => PressVerb.Away,
        "remind" => PressVerb.Remind,
        "close" => PressVerb.Close,
        "extend" => PressVerb.Extend,
        "agree" => PressVerb.Agree,
        "score" => PressVerb.Score,
        "scores" => PressVerb.Scores,
        "export" => PressVerb.Export,
        "help" => PressVerb.Help,
        "more" => PressVerb.More,
        _ => null,
    };

    private static Meaning? InThread(Scene scene, string line) => Plain(line) switch
    {
        _ when scene.Session is null => null,
        var words when AskedRights.IsAsked(words) => WhoMay(scene, words),
        "who" => WhoMay(scene, PressVerb.Close),
        _ => VerbOf(line) is { } verb ? PressedTalk.Of(scene, verb, null) : null,
    };

    private static Says? WhoMay(Scene scene, string question) => Rights.AskedAbout(question) is { } right
        ? new Says(scene.Tell(new Card("Who may do that", new Prose(Rights.Answer(scene.Session!, scene.State.Open, right)))))
        : null;

    private static Meaning InChannel(Scene scene, string line) => Plain(line) switch
    {
        "" => new Says(scene.Tell(ValueModelNotes.Here([.. scene.Others]))),
        PressVerb.Score => new Says(scene.Tell(ValueModelNotes.ScoreWith([.. scene.Others.Where(found => found.State is Agreed { Model.SupersededBy: null })]))),
        var words when VerbOf(words) is not null and not PressVerb.Help => Meaning.Refuse(scene, "Type that in the thread of a value model, and it's about that one. To see what's here, type model alone."),
        _ => New(scene, line),
    };

    private static Meaning New(Scene scene, string question)
    {
        var start = FilledTalk.Start(scene, question, null, "");
        if (scene.Decide(start) is not Refusal refusal) return new Wants(start) { Place = scene.Incoming.Place.Root };
        var press = new Press(ValueModelPractice.Name, null, PressVerb.New);
        return scene.Incoming.Door.HasFlag(OpenDoor.Form)
            ? new Says(new Ask(SessionForms.New(press, question, refusal.Sentence)))
            : Meaning.Refuse(scene, $"{refusal.Sentence} You wrote: {question}", new Button("Start by form", press, ButtonKind.Primary));
    }

    private static Meaning Second(Scene scene, string line) => line.Length == 0
        ? new Says(scene.Tell(ValueModelCards.Of(scene.Subject, scene.State)))
        : Meaning.Refuse(scene, $"This thread holds a value model already, and each has a thread of its own. Start the new one in the channel: {ValueModelPractice.Name} {line}");

    private static string Plain(string line) => line.TrimEnd('.', '!', ' ').ToLowerInvariant();
}
