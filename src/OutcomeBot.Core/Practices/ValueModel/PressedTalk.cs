using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>What buttons want. A press comes from outside: what it names is looked up, and the rules decide.</summary>
internal static class PressedTalk
{
    public static Meaning Of(Scene scene, Pressed pressed) => pressed.Press.Verb == PressVerb.New
        ? New(scene, pressed)
        : Of(scene, pressed.Press.Verb, pressed.Press.Argument);

    /// <summary>What a verb wants of a session.</summary>
    public static Meaning Of(Scene scene, string verb, string? argument) => scene.Session is { } session
        ? OfSession(scene, session, verb) ?? OfFactor(scene, session, verb, argument) ?? OfRound(scene, session, verb) ?? OfModel(scene, session, verb, argument) ?? Meaning.NotMine
        : Meaning.Refuse(scene, "That value model isn't here any more. To see what is, type model alone.");

    private static Meaning? OfSession(Scene scene, WeightingSession session, string verb) => verb switch
    {
        PressVerb.Look => new Says(scene.Tell(ValueModelCards.Of(scene.Subject, scene.State))),
        PressVerb.Join => new Opens(SessionForms.Join(scene.Subject, session.SeatOf(scene.By)), new TakeSeat(Part.Voter, "any")),
        PressVerb.Observe => new Wants(new TakeSeat(Part.Observer, "")),
        PressVerb.Away => new Opens(SessionForms.Away(scene.Subject, scene.By), new SetAway(scene.By, IsAway: session.SeatOf(scene.By) is not { IsAway: true })),
        PressVerb.Back => new Wants(new SetAway(scene.By, IsAway: false)),
        PressVerb.Add => new Opens(SessionForms.Add(scene.Subject), new AddVoter(null, "")),
        PressVerb.Deputy => new Opens(SessionForms.Deputy(scene.Subject, session), new NameDeputy(null)),
        PressVerb.TakeOver => new Wants(new TakeOver()),
        PressVerb.More => new Says(scene.Tell(ValueModelNotes.More(scene, session))),
        PressVerb.Help => new Says(scene.Tell(ValueModelNotes.Help)),
        PressVerb.Export => new Says(ValueModelExport.Of(scene, session)),
        PressVerb.Drop => new Opens(SessionForms.Drop(scene.Subject), new DropSession("")),
        _ => null,
    };

    private static Meaning? OfFactor(Scene scene, WeightingSession session, string verb, string? argument) => verb switch
    {
        PressVerb.Propose => new Opens(FactorForms.Propose(scene), new ProposeFactor(new FactorDraft("", "", "", "", "", []))),
        PressVerb.Proposals => new Says(scene.Tell(FactorCards.Proposals(scene, session))),
        PressVerb.Reword => session.Candidate(argument) is { } candidate
            ? new Opens(FactorForms.Reword(scene, candidate), new RewordFactor(candidate.Id, null))
            : Meaning.Refuse(scene, "That factor isn't here any more."),
        PressVerb.Merge when session.Candidates.Count(candidate => candidate.Standing == Standing.InPlay) < 2 => Meaning.Refuse(scene, "There aren't two factors to merge."),
        PressVerb.Merge => new Opens(FactorForms.Merge(scene.Subject, session), new MergeFactors([], "", "")),
        PressVerb.Aside => new Opens(FactorForms.Aside(scene.Subject, session), new SetFactorAside("", "")),
        PressVerb.Candidates => scene.State is Collecting ? new Wants(new ShowCandidates()) : new Says(scene.Tell(FactorCards.Proposals(scene, session))),
        _ => null,
    };

    private static Meaning? OfRound(Scene scene, WeightingSession session, string verb) => verb switch
    {
        PressVerb.Open => new Opens(RoundForms.Open(scene, session), RoundForms.Probe(session, scene, Method.PointAllocation)),
        PressVerb.Cut => new Opens(RoundForms.Cut(scene, session), RoundForms.Probe(session, scene, Method.RankedCut)),
        PressVerb.Vote => scene.State is Voting voting
            ? new Opens(BallotForms.Of(scene, session, voting.Round), new CastBallot(Ballot.Abstention, scene.Readings.Seal, scene.Subject, ""))
            : new Wants(new CastBallot(Ballot.Abstention, null, scene.Subject, "")),
        PressVerb.Abstain => new Wants(new CastBallot(Ballot.Abstention, scene.Readings.Seal, scene.Subject, scene.Incoming.Delivery)),
        PressVerb.Remind => new Wants(new RemindRest()),
        PressVerb.Close when scene.State is Voting voting => new Opens(RoundForms.Close(scene.Subject, session, voting.Round), new CloseRound(scene.Readings.Seal, scene.Subject)),
        PressVerb.Close => new Wants(new CloseRound(scene.Readings.Seal, scene.Subject)),
        PressVerb.Extend when scene.State.Open is not null => new Opens(RoundForms.Extend(scene), new ExtendRound(null)),
        PressVerb.Extend => new Wants(new ExtendRound(null)),
        PressVerb.Void => new Opens(RoundForms.Void(scene.Subject), new VoidRound("")),
        _ => null,
    };

    private static Meaning? OfModel(Scene scene, WeightingSession session, string verb, string? argument) => verb switch
    {
        PressVerb.Consent => new Wants(new ShowWeights(scene.Readings.Seal, scene.Subject)),
        PressVerb.Agree when scene.State is Revealed => new Opens(ModelForms.Agree(scene, session), new AgreeModel("", null, null, scene.Zone)),
        PressVerb.Agree => new Wants(new AgreeModel("", null, null, scene.Zone)),
        PressVerb.Score when scene.State is Agreed agreed => new Opens(ModelForms.Score(scene, agreed.Model), FilledTalk.Score(scene, FormValues.Empty)),
        PressVerb.Score => new Wants(FilledTalk.Score(scene, FormValues.Empty)),
        PressVerb.Scores when scene.State is Agreed agreed => new Says(scene.Tell(ScoreCards.All(scene.Subject, agreed.Model))),
        PressVerb.DropInitiative when scene.State is Agreed agreed && agreed.Model.Initiative(argument) is { } initiative =>
            new Opens(ModelForms.DropInitiative(scene.Subject, initiative), new DropInitiative(initiative.Id, "")),
        _ => null,
    };

    private static Says New(Scene scene, Pressed pressed)
    {
        var press = new Press(ValueModelPractice.Name, null, PressVerb.New, pressed.Press.Argument);
        return new Says(scene.Open(SessionForms.New(press, Typed.Line(pressed.About), asksChannel: pressed.Press.Argument == PressVerb.Home)));
    }
}
