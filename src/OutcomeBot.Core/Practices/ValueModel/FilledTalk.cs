using System.Collections.Immutable;
using System.Globalization;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>What filled forms want. Everything in them is as hostile as any text.</summary>
internal static class FilledTalk
{
    public static Meaning Of(Scene scene, Filled filled) => (filled.Press.Verb, filled.Press.Argument, filled.Values) switch
    {
        (PressVerb.New, _, var values) => New(scene, values),
        _ when scene.Session is null => Meaning.Refuse(scene, "That value model isn't here any more. To see what is, type model alone."),
        (PressVerb.Join, _, var values) => new Wants(new TakeSeat(Part.Voter, values.Text("group")), "group"),
        (PressVerb.Away, _, var values) => new Wants(new SetAway(values.Person("who"), values.Text("is") != PressVerb.Back), "who"),
        (PressVerb.Add, _, var values) => new Wants(new AddVoter(values.Person("who"), values.Text("group")), "who"),
        (PressVerb.Deputy, _, var values) => new Wants(new NameDeputy(values.Person("to")), "to"),
        (PressVerb.Propose, _, var values) => new Wants(new ProposeFactor(Draft(values)), "name"),
        (PressVerb.Reword, { } id, var values) => new Wants(new RewordFactor(id, Draft(values)), "name"),
        (PressVerb.Merge, _, var values) => new Wants(new MergeFactors(values.Several("same"), values.Text("into"), values.Text("note")), "same"),
        (PressVerb.Aside, _, var values) => new Wants(new SetFactorAside(values.Text("factor"), values.Text("reason")), "factor"),
        (PressVerb.Open, _, var values) => Open(scene, values, values.Choice<Method>("method"), "method"),
        (PressVerb.Cut, _, var values) => Open(scene, values, Method.RankedCut, "quorum"),
        (PressVerb.Vote, _, var values) => Vote(scene, values),
        (PressVerb.Close, _, _) => new Wants(new CloseRound(scene.Readings.Seal, scene.Subject)),
        (PressVerb.Extend, _, var values) => new Wants(new ExtendRound(When(scene, values)), "span"),
        (PressVerb.Void, _, var values) => new Wants(new VoidRound(values.Text("reason")), "reason"),
        (PressVerb.Agree, _, var values) => new Wants(new AgreeModel(values.Text("rationale"), values.Date("from"), values.Date("review"), scene.Zone), "rationale"),
        (PressVerb.Score, _, var values) => new Wants(Score(scene, values), "name"),
        (PressVerb.DropInitiative, { } id, var values) => new Wants(new DropInitiative(id, values.Text("reason")), "reason"),
        (PressVerb.Drop, _, var values) => new Wants(new DropSession(values.Text("reason")), "reason"),
        _ => Meaning.NotMine,
    };

    /// <summary>The start of a session, which takes the place of the model that is in force here.</summary>
    public static StartSession Start(Scene scene, string question, Person? deputy, string limit) => new(
        scene.Subject.Id, question, deputy, limit, scene.Readings.Seal,
        scene.InForce is { State: Agreed(_, var model), Subject.Id: var id } ? new EarlierModel(id, model.Version, model.Top) : null);

    /// <summary>What a team wants to build, as the form says it.</summary>
    public static ScoreInitiative Score(Scene scene, FormValues values) => new(
        values.Text("name"),
        values.Text("team"),
        values.Texts.Keys.Where(field => field.StartsWith("level-", StringComparison.Ordinal)).ToImmutableDictionary(field => field, values.Text),
        scene.Readings.Metrics.Values.Where(metric => metric.Last is not null).ToImmutableDictionary(metric => metric.Subject.Id, metric => metric.Last!.Value),
        scene.Origins.Where(found => Origin(found) == values.Text("from")).Select(found => new Linked(found.Subject.Practice, found.Subject.Id, found.Index.Title)).FirstOrDefault(),
        scene.Incoming.Place.Root);

    /// <summary>What an initiative may come from, as the value of a choice.</summary>
    public static string Origin(Found found) => $"{found.Subject.Practice}/{found.Subject.Id}";

    private static Wants New(Scene scene, FormValues values) => new(Start(scene, values.Text("question"), values.Person("deputy"), values.Text("limit")), "question")
    {
        Place = values.Text("channel") is { Length: > 0 } channel ? new Place(scene.Subject.Tenant, channel) : scene.Incoming.Place.Root,
    };

    private static FactorDraft Draft(FormValues values) =>
        new(values.Text("name"), values.Text("meaning"), values.Text("metric"), values.Text("worst"), values.Text("best"), values.Several("passes"));

    /// <summary>Who may vote is never guessed: what isn't chosen is asked for.</summary>
    private static Meaning Open(Scene scene, FormValues values, Method? method, string field) => (method, values.Choice<Electorate>("who")) switch
    {
        (null, _) => new Says(new Wrong(("method", "Choose one of these."))),
        (_, null) => new Says(new Wrong(("who", "Choose one of these."))),
        ({ } how, { } who) => new Wants(new OpenRound(how, values.Text("quorum"), When(scene, values), who)
        {
            NorthStar = values.Text("north"),
            TopBusiness = values.Text("business"),
            TopReason = values.Text("reason"),
        }, field),
    };

    private static DeadlineDraft When(Scene scene, FormValues values) => new(values.Text("span"), values.Date("date"), values.Text("time"), scene.State.Open?.Zone ?? scene.Zone);

    /// <summary>Numbers are read here; whether they make a ballot is for the rules to say.</summary>
    private static Meaning Vote(Scene scene, FormValues values)
    {
        if (scene.State is not Voting { Round: var round }) return new Wants(new CastBallot(Ballot.Abstention, null, scene.Subject, ""));
        var fields = BallotForms.FieldsOf(round);
        var numbers = fields.Select(field => int.TryParse(values.Text(field), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : (int?)null).ToImmutableArray();
        var wrong = fields.Where((field, at) => numbers[at] is null && (values.Text(field).Length > 0 || !BallotForms.MayBeEmpty(round, at))).ToArray();
        if (wrong.Length > 0) return scene.Incoming.Door.HasFlag(OpenDoor.FieldErrors)
            ? new Says(new Wrong(wrong.Select(field => (field, "Write a whole number."))))
            : Meaning.Refuse(scene, "Every answer has to be a whole number, so your ballot was not taken. Open the form again.", new Button("Vote", scene.Subject.Press(PressVerb.Vote), ButtonKind.Primary));
        var ballot = new Ballot([.. numbers.OfType<int>()], values.Text(BallotFields.Top) switch { "yes" => true, "no" => false, _ => null });
        return new Wants(new CastBallot(ballot, scene.Readings.Seal, scene.Subject, scene.Incoming.Delivery, values.Text(BallotFields.Group), values.Several(BallotFields.Meant).Length > 0), fields[0]);
    }
}
