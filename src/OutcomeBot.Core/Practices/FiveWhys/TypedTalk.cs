using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>What people type: commands, answers in the thread, and edits of those.</summary>
internal static class TypedTalk
{
    private static readonly string[] s_questionOpenings = 
    [
        "is ", "are ", "was ", "were ", "has ", "have ", "had ", "do ", "does ", "did ",
        "can't ", "isn't ", "aren't ", "don't ", "doesn't ", "didn't ", "hasn't ", "haven't ",
    ];

    public static Meaning Of(Scene scene, Said said)
    {
        var line = Typed.Line(said.Word == FiveWhysPractice.Name ? said.Text : $"{said.Word} {said.Text}");
        if (Command(scene, line) is { } command) return command;
        if (said.Word == FiveWhysPractice.Name) return scene.Page is null ? New(scene, AsQuestion(line)) : SecondQuestion(scene, line);
        return Meaning.NotMine;
    }

    public static Meaning Of(Scene scene, Heard heard)
    {
        var line = Typed.Line(heard.Text);
        if (scene.State.Known is null) return Meaning.Nothing;
        if (ThreadCommand(scene, line) is { } command) return command;
        if (scene.State is not Open(var tree) || IsTalk(line)) return Meaning.Nothing;
        return new Wants(new Answer(tree.Focus, line, heard.Message, scene.SeenBefore(line)));
    }

    /// <summary>An edited message rewords the answer that it carried; other lines are nobody's business.</summary>
    public static Meaning Of(Scene scene, Edited edited) => CauseOf(scene, edited.Message) switch
    {
        null => Meaning.Nothing,
        var cause when Typed.Line(edited.Text) == cause.Text => Meaning.Nothing,
        var cause => new Wants(new Reword(cause.Id, edited.Text, scene.SeenBefore(Typed.Line(edited.Text)))),
    };

    public static Meaning Of(Scene scene, Removed removed) => CauseOf(scene, removed.Message) switch
    {
        null => Meaning.Nothing,
        var cause => new Wants(new Withdraw(cause.Id)),
    };

    /// <summary>Whether a line is talk among people and no answer.</summary>
    public static bool IsTalk(string line) =>
        line.Length < 3 || Typed.IsTalk(line);

    /// <summary>The command that a whole line is, here or in any thread; null when it is none.</summary>
    private static Meaning? Command(Scene scene, string line) => Plain(line) switch
    {
        "" => new Says(scene.Tell(FiveWhysNotes.OpenOnes([.. scene.Found<OpenPages>()], scene.At))),
        "import" => new Says(scene.Open(ConclusionForms.Import(new Press(FiveWhysPractice.Name, null, PressVerb.Import)))),
        "categories" => new Says(scene.Tell(FiveWhysCards.Of(scene.Subject with { Id = Settings.Id }, new Settings(scene.Categories)))),
        "pareto" => new Says(scene.Tell(Pareto.Of([.. scene.Found<EndedPages>()]))),
        "help" => new Says(scene.Tell(FiveWhysNotes.Help)),
        _ => ThreadCommand(scene, line),
    };

    private static Meaning? ThreadCommand(Scene scene, string line) => Plain(line) switch
    {
        var words when AskedRights.IsAsked(words) => WhoMay(scene, words),
        "who" => WhoMay(scene, "conclude"),
        "help" => new Says(scene.Tell(FiveWhysNotes.Help)),
        "picture" => Press(scene, PressVerb.Picture),
        "read back" or "readback" => Press(scene, PressVerb.ReadBack),
        "conclude" => Press(scene, PressVerb.Conclude),
        "undo" => Press(scene, PressVerb.Undo),
        "export" => Press(scene, PressVerb.Export),
        _ => null,
    };

    private static Meaning Press(Scene scene, string verb) => scene.State.Known is null
        ? Meaning.Refuse(scene, $"Type that in the thread of an analysis, and it's about that one. To see what's open here, type {FiveWhysPractice.Name} alone.")
        : PressedTalk.Of(scene, verb, null);

    private static Says? WhoMay(Scene scene, string question) => scene.State.Known is not { } tree
        ? null
        : Rights.AskedAbout(question) is { } right
            ? new Says(scene.Tell(new Card("Who may do that", new Prose(Rights.Answer(tree, right)))))
            : null;

    private static Meaning New(Scene scene, string question)
    {
        var ask = new AskWhy(scene.Subject.Id, new Problem(question));
        if (scene.Decide(ask) is not Refusal refusal) return new Wants(ask) { Place = scene.Incoming.Place.Root };
        if (scene.Incoming.Door.HasFlag(OpenDoor.Form))
            return new Says(new Ask(FiveWhysForms.New(new Press(FiveWhysPractice.Name, null, PressVerb.New), question, refusal.Sentence)));
        return new Wants(new KeepDraft(question))
        {
            Place = scene.Incoming.Place.Root,
            Then = [scene.Tell(new Card("Not asked yet", new Prose(refusal.Sentence), new Prose($"Kept: {question}"),
                new Buttons(new Button("Reword", scene.Subject.Press(PressVerb.New), ButtonKind.Primary))))],
        };
    }

    private static Meaning SecondQuestion(Scene scene, string line) => Meaning.Refuse(scene,
        $"This thread holds an analysis already, and each has a thread of its own. Ask in the channel instead: {FiveWhysPractice.Name} {line}",
        new Button("Start a new one", new Press(FiveWhysPractice.Name, null, PressVerb.New)));

    /// <summary>"why is growth declining?" arrives without its first word.</summary>
    private static string AsQuestion(string line) =>
        s_questionOpenings.Any(opening => line.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) ? "Why " + char.ToLowerInvariant(line[0]) + line[1..] : line;

    private static Cause? CauseOf(Scene scene, string message) =>
        scene.State is Open or Concluded ? scene.State.Known?.Causes.FirstOrDefault(cause => cause.Message == message) : null;

    private static string Plain(string line) => line.TrimEnd('.', '!', ' ').ToLowerInvariant();
}
