using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>What filled forms want. Everything in them is as hostile as any text.</summary>
internal static class FilledTalk
{
    public static Meaning Of(Scene scene, Filled filled) => (filled.Press.Verb, filled.Press.Argument, filled.Values) switch
    {
        (PressVerb.New, var argument, var values) when scene.Subject.Id != Settings.Id => New(scene, argument, values),
        (PressVerb.Import, _, var values) when scene.Subject.Id != Settings.Id => Import(scene, values),
        (PressVerb.Categories, _, var values) when scene.Subject.Id == Settings.Id => new Wants(new SetCategories([.. values.Text("categories").Split('\n')]), "categories") { Place = scene.Incoming.Place.Root },
        _ when scene.State.Known is null => Meaning.Refuse(scene, "That analysis isn't here any more. To see what's open, type why alone."),
        (PressVerb.Steps, var argument, var values) => Steps(scene, argument, values),
        (PressVerb.Choose, _, var values) => scene.State.Known.Rows().FirstOrDefault(row => row.Cause.Id == values.Text("cause")) is { } row
            ? new Says(scene.Tell(FiveWhysNotes.OneCause(scene.Subject, scene.State.Known, row)))
            : Meaning.Refuse(scene, AnswerRules.Gone.Sentence),
        (PressVerb.Facts, _, var values) => new Wants(new AddFacts(Facts(scene.State.Known.Problem.Statement, values)), "metric"),
        (PressVerb.Problem, _, var values) => new Wants(new RewordProblem(values.Text("problem")), "problem"),
        (PressVerb.Conclude, _, var values) => Conclude(scene, values),
        (PressVerb.Measure, _, var values) => new Wants(new AddCountermeasure(Draft(values)), "measure"),
        (PressVerb.Done, _, var values) => values.Choice<MeasureEnding>("outcome") is { } ending
            ? new Wants(new EndMeasure(values.Text("measure"), FollowUpForms.OutcomeOf(ending), values.Text("note")), "measure")
            : NotChosen("outcome"),
        (PressVerb.Check, _, var values) => new Wants(new ReportEffect(values.Choice<Helped>("helped"), values.Text("text")), "text"),
        (PressVerb.Amend, _, var values) => new Wants(new Amend(values.Text("of"), values.Text("text"), values.Text("why")), "text"),
        (PressVerb.Reopen, _, var values) => new Wants(new Reopen(values.Text("reason")), "reason"),
        (PressVerb.Abandon, _, var values) => new Wants(new Abandon(values.Text("reason")), "reason"),
        (PressVerb.HandOver, _, var values) => new Wants(new ChangeFacilitator(values.Person("to")), "to"),
        (_, { } argument, var values) => OfCause(scene, filled.Press.Verb, argument, values),
        _ => Meaning.NotMine,
    };

    private static Meaning OfCause(Scene scene, string verb, string cause, FormValues values) => verb switch
    {
        PressVerb.Answer => new Wants(new Answer(cause == PressVerb.TheProblem ? null : cause, values.Text("answer"), null, scene.SeenBefore(Typed.Line(values.Text("answer")))), "answer"),
        PressVerb.Gate => values.Choice<Branching>("gate") is { } gate
            ? new Wants(new SetGate(cause == PressVerb.TheProblem ? null : cause, gate), "gate")
            : NotChosen("gate"),
        PressVerb.Reword => new Wants(new Reword(cause, values.Text("text"), scene.SeenBefore(Typed.Line(values.Text("text")))), "text"),
        PressVerb.Evidence => values.Choice<EvidenceKind>("kind") is { } kind
            ? new Wants(new AttachEvidence(cause, kind, values.Text("text"), values.Text("source")), "text")
            : NotChosen("kind"),
        PressVerb.Contest => new Wants(new Contest(cause, values.Text("reason"), values.Person("owner"), values.Date("due")), "reason"),
        PressVerb.Saw => values.Choice<FindingOutcome>("outcome") is { } outcome
            ? new Wants(new ReportFinding(cause, values.Text("finding"), outcome), "finding")
            : NotChosen("outcome"),
        PressVerb.Refute => new Wants(new Refute(cause, values.Text("reason")), "reason"),
        PressVerb.Category => new Wants(new Categorise(cause, values.Text("category"), scene.Categories), "category"),
        _ => Meaning.NotMine,
    };

    private static Wants New(Scene scene, string? argument, FormValues values)
    {
        var channel = values.Text("channel") is { Length: > 0 } id ? new Place(scene.Subject.Tenant, id) : scene.Incoming.Place.Root;
        var ask = new AskWhy(scene.Subject.Id, Facts(values.Text("problem"), values), OriginOf(scene, argument));
        return new Wants(ask, "problem") { Place = channel };
    }

    /// <summary>Where it goes on from, as that analysis itself tells it.</summary>
    private static Origin? OriginOf(Scene scene, string? argument)
    {
        var tree = scene.Found<OnePage>().Select(found => (found.State as FiveWhysState)?.Known).FirstOrDefault(known => known is not null);
        return argument?.Split('.') is [_, var id] && tree?.Find(id) is { } cause
            ? new Origin(tree.Id, Typed.Clip(cause.Text, 200), FiveWhysCards.Name(tree))
            : null;
    }

    private static Meaning Import(Scene scene, FormValues values) => FiveWhysImport.Read(values.Text("file")) switch
    {
        { State: { Known: { } tree } } when IsHere(scene, tree.Id) => Refused("That analysis is here already. Open its thread instead of importing it again."),
        { State: { } state } => new Wants(new Import(state), "file")
        {
            Place = values.Text("channel") is { Length: > 0 } id ? new Place(scene.Subject.Tenant, id) : scene.Incoming.Place.Root,
        },
        { Sentence: var sentence } => Refused(sentence),
    };

    private static bool IsHere(Scene scene, string id) =>
        scene.Found<OnePage>().Any() || scene.Found<AlikePages>().Any(found => found.Index.Terms.Contains(Recurrence.IdTerm(id)));

    private static Meaning Steps(Scene scene, string? argument, FormValues values)
    {
        var (fingerprint, causes) = ReadBackCards.Parse(argument);
        var yes = causes.Where(cause => values.Text(cause) == "yes").ToImmutableArray();
        var no = causes.Where(cause => values.Text(cause) == "no").ToImmutableArray();
        if (yes.Length + no.Length == 0) return new Says(scene.Tell(new Card("Nothing noted", new Prose("You couldn't tell for any step. Somebody else may."))));
        if (fingerprint != ReadBack.Fingerprint(scene.State.Known!, causes)) return Meaning.Refuse(scene, "The wording has changed since this was read back, so nothing was noted. Press Read back for the wording of now.");
        var holds = new HoldLinks(yes, ReadBack.Fingerprint(scene.State.Known!, yes));
        var doubts = new DoubtLinks(no, values.Text("missing"));
        return new Wants([.. no.Length > 0 ? [doubts] : Array.Empty<Command>(), .. yes.Length > 0 ? [holds] : Array.Empty<Command>()], "missing");
    }

    private static Wants Conclude(Scene scene, FormValues values)
    {
        var draft = Draft(values);
        var isEmpty = draft is { Text.Length: 0, Owner: null, Due: null };
        var roots = values.Several("roots").Distinct().ToImmutableArray();
        var seen = roots.Select(id => (id, seen: scene.SeenBefore(scene.State.Known!.TextOf(id)))).Where(pair => pair.seen is not null);
        var conclude = new Conclude(
            roots, values.Text("category"), scene.Categories, values.Choice<Reach>("reach"), isEmpty ? null : draft,
            values.Text("metric"), values.Date("check"), values.Text("stop"))
        {
            Seen = seen.ToImmutableDictionary(pair => pair.id, pair => pair.seen!),
        };
        return new Wants(conclude, "roots");
    }

    private static Draft Draft(FormValues values) =>
        new(values.Text("measure"), values.Person("owner"), values.Date("due"), values.Choice<ActionStrength>("strength"));

    private static Problem Facts(string statement, FormValues values) => new(statement)
    {
        Metric = values.Text("metric"),
        Baseline = values.Text("baseline"),
        When = values.Text("when"),
        Where = values.Text("where"),
        Source = values.Text("source"),
    };

    private static Says NotChosen(string field) => new(new Wrong((field, "Choose one of these.")));

    private static Says Refused(string sentence) => new(new Wrong(("file", sentence)));
}
