using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>From what arrived to what is wanted.</summary>
internal static class CheckInTalk
{
    private const int FewestLetters = 2;

    public static Meaning Of(Scene scene) => scene.Incoming switch
    {
        Chat.Said said => TypedTalk.Of(scene, said),
        Heard heard => OfLine(scene, heard.Text, heard.Message),
        Edited edited when scene.State is Round round && round.Answers.Any(given => given.Message == edited.Message && given.By.Is(scene.By)) => new Wants(new Answer(edited.Text, edited.Message)),
        Pressed pressed => PressedTalk.Of(scene, pressed.Press),
        Filled filled => FilledTalk.Of(scene, filled),
        Due { Press.Verb: PressVerb.Fire } => new Wants(new Fire(scene.Around)),
        Due { Press.Verb: PressVerb.Again } => new Wants(new AskAgain()),
        Due { Press.Verb: PressVerb.LetOut } => new Wants(new LetOut()),
        HandedOver handed => OfSlip(scene, Slips.Read(handed)),
        Departed => new Wants(new Depart()),
        Returned => new Wants(new ComeBack()),
        Edited or Removed => Meaning.Nothing,
        _ => Meaning.NotMine,
    };

    /// <summary>A plain line in the thread of a round is an answer, unless it looks like talk among people.</summary>
    private static Meaning OfLine(Scene scene, string text, string message)
    {
        var line = Typed.Line(text);
        var isTalk = line.Length < FewestLetters || Typed.IsTalk(line);
        return scene.State is not Round round || isTalk || (round.Call.Topic.Kind == CheckInKind.MetricUpdate && Quantity.Read(line) is null)
            ? Meaning.Nothing
            : new Wants(new Answer(line, message));
    }

    private static Meaning OfSlip(Scene scene, Slip? slip) => slip switch
    {
        AskSlip ask => new Wants(Ask(scene, ask.Call)) { Place = scene.Incoming.Place.Root },
        NudgeSlip nudge => new Wants(new PutTo(nudge.Nudge)) { Place = new Place(scene.Subject.Tenant, nudge.Nudge.Who.Id) },
        MetSlip met => new Wants(new Meet(met.Who, met.Schedule)) { Place = new Place(scene.Subject.Tenant, met.Who.Id) },
        PartSlip part => new Wants(new Part(part.Who, part.Schedule)),
        ToldSlip told => new Wants(new Hear(told.Person, told.State, told.Outcome)),
        NotedSlip noted => new Wants(new Note(noted.Entries)),
        MovedSlip moved => new Wants(new Move(moved.Person, moved.Zone)),
        GoneSlip gone => new Wants(new Suspend(gone.Person)),
        BackSlip back => new Wants(new Reinstate(back.Person, scene.Around)),
        _ => Meaning.NotMine,
    };

    /// <summary>A round that is open already keeps what it found.</summary>
    private static Ask Ask(Scene scene, RoundCall call) => new(call, EarlierOf(scene, call), scene.State is Round ? null : ReportOf(scene, call));

    private static Report? ReportOf(Scene scene, RoundCall call) =>
        Reports.Of(call.Topic, scene.Readings, call.For, call.Previous ?? call.For.PlusDays(-7), Zones.Of(call.Zone));

    private static Earlier? EarlierOf(Scene scene, RoundCall call) => scene.Readings.Pages.Values
        .SelectMany(found => found)
        .Select(found => found.State)
        .OfType<Round>()
        .Where(round => round.Call.Schedule == call.Schedule && round.Call.For < call.For)
        .Select(round => new Earlier(round.Call.For, [.. round.Answers.Select(given => new Remark(given.By, given.Text))], round.Turnouts.Length))
        .FirstOrDefault();
}
