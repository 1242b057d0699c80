using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>What buttons want. A press comes from outside: what it names is looked up, and the rules decide.</summary>
internal static class PressedTalk
{
    public static Meaning Of(Scene scene, Pressed pressed) => pressed.Press switch
    {
        { Verb: PressVerb.New or PressVerb.About } press => New(scene, press, pressed.About),
        { Verb: PressVerb.Import, Argument: var argument } => 
            new Says(scene.Open(ConclusionForms.Import(new Press(FiveWhysPractice.Name, null, PressVerb.Import, argument), ChannelFor(argument)))),
        { Verb: PressVerb.Categories } => new Says(scene.Open(ConclusionForms.Categories(new Press(FiveWhysPractice.Name, Settings.Id, PressVerb.Categories), scene.Categories))),
        var press => Of(scene, press.Verb, press.Argument),
    };

    /// <summary>What a verb wants of an analysis.</summary>
    public static Meaning Of(Scene scene, string verb, string? argument) => scene.State.Known switch
    {
        null => Meaning.Refuse(scene, "That analysis isn't here any more. To see what's open, type why alone."),
        var tree when Asked(scene, tree, verb, argument) is { } meaning => meaning,
        var tree when Row(tree, argument) is { } row => OfCause(scene, tree, row, verb),
        _ when argument is not null => Meaning.Refuse(scene, AnswerRules.Gone.Sentence),
        _ => Meaning.NotMine,
    };

    private static Meaning? Asked(Scene scene, WhyTree tree, string verb, string? argument) => (verb, argument) switch
    {
        (PressVerb.Answer, PressVerb.TheProblem) => Answer(scene, tree, null),
        (PressVerb.Gate, PressVerb.TheProblem) => new Opens(FiveWhysForms.Gate(scene.Subject, tree, null), new SetGate(null, Flipped(tree.Problem.Gate))),
        (PressVerb.Facts, _) => new Opens(FiveWhysForms.Facts(scene.Subject, tree), new AddFacts(tree.Problem)),
        (PressVerb.Problem, _) => new Opens(FiveWhysForms.Problem(scene.Subject, tree), new RewordProblem("")),
        (PressVerb.Choose, _) when tree.Causes.Length > 1 => new Says(scene.Open(FiveWhysForms.Choose(scene.Subject, tree))),
        (PressVerb.Choose, _) => tree.Rows() is [var only, ..] ? new Says(scene.Tell(FiveWhysNotes.OneCause(scene.Subject, tree, only))) : Meaning.Refuse(scene, "Nobody has answered yet."),
        (PressVerb.More, _) => new Says(scene.Tell(FiveWhysNotes.More(scene, tree))),
        (PressVerb.Help, _) => new Says(scene.Tell(FiveWhysNotes.Help)),
        (PressVerb.Keep, _) => new Says(scene.Tell(new Card("Kept as it is", new Prose("Your answer stays as you wrote it.")))),
        (PressVerb.Picture, _) => new Says(new Post(scene.Thread, new Card(Typed.Clip(FiveWhysCards.Name(tree), 140), FiveWhysTree.Of(scene.State, tree)))),
        (PressVerb.Export, _) => new Says(FiveWhysExport.Of(scene, tree)),
        (PressVerb.Undo, _) => new Wants(new Undo()),
        (PressVerb.TakeOver, _) => new Wants(new ChangeFacilitator(scene.By)),
        (PressVerb.HandOver, _) => new Opens(ConclusionForms.HandOver(scene.Subject, tree), new ChangeFacilitator(null)),
        (PressVerb.ReadBack, _) => ReadBackOf(scene, tree),
        (PressVerb.Holds, _) => Holds(scene, argument),
        (PressVerb.Steps, _) => Steps(scene, tree, argument),
        (PressVerb.Conclude, _) => new Opens(ConclusionForms.Conclude(scene.Subject, tree, scene.Categories), Empty(scene)),
        (PressVerb.Measure, _) => new Opens(ConclusionForms.Countermeasure(scene.Subject), new AddCountermeasure(new Draft("", null, null, null))),
        (PressVerb.Done, var measure) => new Opens(FollowUpForms.Done(scene.Subject, tree, measure), new EndMeasure(measure ?? tree.Countermeasures.FirstOrDefault()?.Id ?? "", null, null)),
        (PressVerb.Check, _) => new Opens(FollowUpForms.Check(scene.Subject, scene.State as Concluded), new ReportEffect(null, "")),
        (PressVerb.Amend, _) => Amend(scene),
        (PressVerb.Reopen, _) => new Opens(ConclusionForms.Reopen(scene.Subject), new Reopen("")),
        (PressVerb.Abandon, _) => new Opens(ConclusionForms.Abandon(scene.Subject), new Abandon("")),
        _ => null,
    };

    private static Meaning OfCause(Scene scene, WhyTree tree, Row row, string verb) => (verb, row.Cause) switch
    {
        (PressVerb.Answer, var cause) => Answer(scene, tree, cause.Id),
        (PressVerb.Next, var cause) => new Wants(new AskNext(cause.Id)) { Then = [scene.Open(FiveWhysForms.Answer(scene.Subject, tree, cause.Id))] },
        (PressVerb.Another, var cause) => Answer(scene, tree, cause.Parent),
        (PressVerb.Evidence, var cause) => new Opens(FiveWhysForms.Evidence(scene.Subject, cause), new AttachEvidence(cause.Id, EvidenceKind.Observation, "", null)),
        (PressVerb.Contest, var cause) => new Opens(FiveWhysForms.Contest(scene.Subject, cause), new Contest(cause.Id, "")),
        (PressVerb.Saw, var cause) => new Opens(FiveWhysForms.Saw(scene.Subject, cause), new ReportFinding(cause.Id, "", FindingOutcome.Unclear)),
        (PressVerb.Refute, var cause) => new Opens(FiveWhysForms.Refute(scene.Subject, cause), new Refute(cause.Id, "")),
        (PressVerb.Restore, var cause) => new Wants(new Restore(cause.Id)),
        (PressVerb.Reword, var cause) => new Opens(FiveWhysForms.Reword(scene.Subject, cause), new Reword(cause.Id, "")),
        (PressVerb.Split, var cause) => new Wants(new SplitUp(cause.Id)),
        (PressVerb.Gate, var cause) => new Opens(FiveWhysForms.Gate(scene.Subject, tree, cause.Id), new SetGate(cause.Id, Flipped(cause.Gate))),
        (PressVerb.Obstacle, var cause) => new Wants(new HandOn(cause.Id))
        {
            Then = [new HandOver(FoundCause.Address, new FoundCause(cause.Id, cause.Text, FiveWhysCards.Name(tree), tree.Problem.Metric).ToText())],
        },
        (PressVerb.Category, var cause) => new Opens(FiveWhysForms.Category(scene.Subject, cause, scene.Categories), new Categorise(cause.Id, scene.Categories[0], scene.Categories)),
        (PressVerb.Spin, var cause) => Spin(scene, cause),
        _ => Meaning.NotMine,
    };

    private static Says Spin(Scene scene, Cause cause)
    {
        var press = new Press(FiveWhysPractice.Name, null, PressVerb.New, $"{scene.Subject.Id}.{cause.Id}");
        return new Says(scene.Open(FiveWhysForms.New(press, Wording.WhyOf(cause.Text), "The new analysis goes on from this cause, in a thread of its own.")));
    }

    /// <summary>A place that is no channel, such as a home page, can't hold a card: the form asks where it shall go.</summary>
    private static ChannelField? ChannelFor(string? argument) => argument == FiveWhysPractice.Home ? FiveWhysForms.Channel : null;

    private static Says New(Scene scene, Press press, string? about)
    {
        var draft = (scene.State as Unasked)?.Draft;
        var to = scene.Page is not null && draft is not null ? scene.Subject.Press(PressVerb.New) : new Press(FiveWhysPractice.Name, null, PressVerb.New, press.Argument);
        return new Says(scene.Open(FiveWhysForms.New(to, draft ?? Typed.Line(about), null, ChannelFor(press.Argument))));
    }

    private static Opens Answer(Scene scene, WhyTree tree, string? parent) =>
        new(FiveWhysForms.Answer(scene.Subject, tree, parent), new Answer(parent, ""));

    private static Meaning ReadBackOf(Scene scene, WhyTree tree) => tree.Leaves().Length == 0
        ? Meaning.Refuse(scene, "There's nothing to read back yet: nobody has answered.")
        : new Says(new Post(scene.Thread, ReadBackCards.Of(scene.Subject, tree)));

    private static Wants Holds(Scene scene, string? argument)
    {
        var (fingerprint, causes) = ReadBackCards.Parse(argument);
        return new Wants(new HoldLinks(causes, fingerprint));
    }

    private static Meaning Steps(Scene scene, WhyTree tree, string? argument)
    {
        var links = ReadBackCards.Parse(argument).Causes.Select(id => tree.Find(id)).OfType<Cause>().Take(ReadBack.AtOnce).ToImmutableArray();
        return links.Length == 0
            ? Meaning.Refuse(scene, AnswerRules.Gone.Sentence)
            : new Says(scene.Open(ConclusionForms.Steps(scene.Subject, tree, links, ReadBackCards.Argument(tree, links))));
    }

    private static Opens Amend(Scene scene)
    {
        var probe = new Amend(FiveWhys.Amend.Metric, "", "");
        return scene.State is Concluded concluded
            ? new Opens(ConclusionForms.Amend(scene.Subject, concluded), probe)
            : new Opens(ConclusionForms.Reopen(scene.Subject), probe);
    }

    private static Conclude Empty(Scene scene) => new([], "", scene.Categories, null, null, "", null, null);

    private static Row? Row(WhyTree tree, string? argument) => tree.Rows().FirstOrDefault(row => row.Cause.Id == argument);

    private static Branching Flipped(Branching gate) => gate == Branching.And ? Branching.Or : Branching.And;
}
