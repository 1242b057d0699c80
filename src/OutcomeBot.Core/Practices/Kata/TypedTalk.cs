using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>What people type: commands, and the learner's answers while a coaching cycle is open.</summary>
internal static class TypedTalk
{
    public static Meaning Of(Scene scene, Said said)
    {
        var line = Typed.Line(said.Word == KataPractice.Name ? said.Text : $"{said.Word} {said.Text}");
        if (Plain(line) == "help") return Help(scene);
        if (scene.Board is not null) return ThreadCommand(scene, line) ?? WithText(scene, line) ?? (said.Word == KataPractice.Name ? Second(scene, line) : Meaning.NotMine);
        return said.Word == KataPractice.Name ? InChannel(scene, line) : Meaning.NotMine;
    }

    /// <summary>A line that nobody addressed to the bot: a command to the letter, or the answer to the question that is open.</summary>
    public static Meaning Of(Scene scene, Heard heard)
    {
        var line = Typed.Line(heard.Text);
        if (scene.Board is not { } board) return Meaning.Nothing;
        if (ThreadCommand(scene, line) is { } command) return command;
        if (IsMeant(line) && WithText(scene, line) is { } meant) return meant;
        return CoachingOrder.Next(board) is { } question && board.IsLearner(scene.By) && scene.State is Running && !IsTalk(line)
            ? new Wants(new AnswerCoach(question, line))
            : Meaning.Nothing;
    }

    /// <summary>An edited line rewords the texts that it became; other lines are nobody's business.</summary>
    public static Meaning Of(Scene scene, Edited edited)
    {
        if (scene.Board is not { } board || board.Lines.LastOrDefault(line => line.Message == edited.Message && line.By.Is(scene.By)) is not { } taken) return Meaning.Nothing;
        var commands = taken.Parts
            .Select(part => (Part: part, Was: part.On(board), Text: TextOf(scene, part, Typed.Line(edited.Text))))
            .Where(one => one.Was is not null && one.Text.Length > 0 && one.Was.Text != one.Text)
            .Select(one => new Reword(one.Part, one.Text))
            .ToList();
        return commands.Count == 0 ? Meaning.Nothing : new Wants([.. commands]);
    }

    /// <summary>What a line says for one of the texts: "step: ... expect ..." holds two, a plain answer is one.</summary>
    private static string TextOf(Scene scene, Part part, string line)
    {
        var (word, rest) = Halves(line);
        if (!IsMeant(line) || word is not ("obstacle" or "step" or "expect" or "happened" or "learned")) return line;
        if (word != "step") return rest;
        var planned = Planned(scene, rest);
        return part.Kind == PartKind.Expect ? planned.Expect : planned.Step;
    }

    /// <summary>Whether a line is talk among people and no answer.</summary>
    private static bool IsTalk(string line) =>
        line.Length == 0 || Typed.IsTalk(line);

    private static Meaning? ThreadCommand(Scene scene, string line) => Plain(line) switch
    {
        var words when AskedRights.IsAsked(words) => WhoMay(scene, words),
        "who" => WhoMay(scene, "review"),
        "help" => Help(scene),
        "target" or "target condition" => PressedTalk.Of(scene, PressVerb.Target, null),
        "obstacle" => PressedTalk.Of(scene, PressVerb.Obstacle, null),
        "step" or "next step" => PressedTalk.Of(scene, PressVerb.Step, null),
        "coach" => PressedTalk.Of(scene, PressVerb.Coach, null),
        "log" => PressedTalk.Of(scene, PressVerb.Log, null),
        "storyboard" or "board" => PressedTalk.Of(scene, PressVerb.Board, null),
        "undo" => PressedTalk.Of(scene, PressVerb.Undo, null),
        "start" => PressedTalk.OfStep(scene, PressVerb.Start),
        "happened" => PressedTalk.OfStep(scene, PressVerb.Happened),
        "learned" => PressedTalk.OfStep(scene, PressVerb.Learned),
        "expect" => PressedTalk.OfStep(scene, PressVerb.Predict),
        "review" => PressedTalk.Of(scene, PressVerb.Review, scene.Board!.Aim()?.Id),
        "roles" or "role" => PressedTalk.Of(scene, PressVerb.Role, null),
        _ => null,
    };

    /// <summary>A command with its text behind it: "obstacle we can't ... because ...", "step ... expect ...".</summary>
    private static Wants? WithText(Scene scene, string line)
    {
        var (word, text) = Halves(line);
        var step = scene.Board!.StepAtHand()?.Id ?? "";
        return text.Length == 0 ? null : word switch
        {
            "obstacle" => new Wants(new ParkObstacle(text)),
            "step" => new Wants(Planned(scene, text)),
            "expect" => new Wants(new Predict(step, text)),
            "happened" => new Wants([new SeeActual(scene.Actuals), new Observe(step, text)]),
            "learned" => new Wants(new Learn(step, text)),
            _ => null,
        };
    }

    private static PlanStep Planned(Scene scene, string text)
    {
        var at = text.IndexOf(" expect", StringComparison.OrdinalIgnoreCase);
        var rest = at < 0 ? "" : text[(at + " expect".Length)..];
        return at > 0 && (rest.StartsWith(' ') || rest.StartsWith(':'))
            ? new PlanStep(text[..at].TrimEnd(',', ';', '.', ' '), rest.TrimStart(':', ' '), scene.By, null)
            : new PlanStep(text, "", scene.By, null);
    }

    // "Step 3 is broken" is talk; "step: ask three customers" and "obstacle we can't ..." are meant.
    private static bool IsMeant(string line)
    {
        var first = line.Split(' ', 2);
        return first[0].EndsWith(':') || (first is ["obstacle" or "Obstacle", var rest] && ObstacleWords.IsTest(rest));
    }

    private static (string Word, string Text) Halves(string line)
    {
        var halves = line.Split(' ', 2);
        return (halves[0].TrimEnd(':').ToLowerInvariant(), halves.Length > 1 ? halves[1].Trim() : "");
    }

    private static Meaning InChannel(Scene scene, string line) => (Plain(line), scene.OpenBoards) switch
    {
        ("", var open) => new Says(scene.Tell(KataNotes.OpenOnes([.. open], scene.At))),
        ("coach", [var only]) => new Says(new HandOver($"{KataPractice.Name}/{only.Subject.Id}/coach", "")),
        ("log", [{ State: Running(var board) }]) => new Says(scene.Tell(LogCards.Of(board, scene.At))),
        ("storyboard" or "board", [{ State: Running state } only]) => new Says(scene.Tell(KataCards.Of(only.Subject, state))),
        ("coach" or "log" or "storyboard" or "board" or "target" or "obstacle" or "step" or "undo" or "review", _) => InThread(scene),
        _ when Halves(line) is ("obstacle" or "step", _) => InThread(scene),
        _ => New(scene, line),
    };

    private static Meaning InThread(Scene scene) =>
        Meaning.Refuse(scene, $"Type that in the thread of a storyboard, and it's about that one. To see what's open here, type {KataPractice.Name} alone.");

    private static Meaning New(Scene scene, string challenge)
    {
        var start = new StartBoard(scene.Subject.Id, challenge);
        if (scene.Decide(start) is not Refusal refusal) return new Wants(start) { Place = scene.Incoming.Place.Root };
        var press = new Press(KataPractice.Name, null, PressVerb.New);
        return scene.Incoming.Door.HasFlag(OpenDoor.Form)
            ? new Says(new Ask(KataForms.New(press, challenge, refusal.Sentence)))
            : Meaning.Refuse(scene, $"{refusal.Sentence} You wrote: {challenge}", new Button("Start by form", press, ButtonKind.Primary));
    }

    private static Meaning Second(Scene scene, string line) => Meaning.Refuse(scene,
        $"This thread holds a storyboard already, and each has a thread of its own. Start the new one in the channel: {KataPractice.Name} {line}",
        new Button("Start a new one", new Press(KataPractice.Name, null, PressVerb.New)));

    private static Says? WhoMay(Scene scene, string question) => Rights.AskedAbout(question) is { } right
        ? new Says(scene.Tell(new Card("Who may do that", new Prose(Rights.Answer(scene.Board!, right)))))
        : null;

    private static Says Help(Scene scene) => new(scene.Tell(KataNotes.Help));

    private static string Plain(string line) => line.TrimEnd('.', '!', ' ').ToLowerInvariant();
}
