using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>What buttons want. A press comes from outside: what it names is looked up, and the rules decide.</summary>
internal static class PressedTalk
{
    public static Meaning Of(Scene scene, Press press) => (press.Verb, scene.State) switch
    {
        (PressVerb.Import, _) => new Says(scene.Open(ImportForms.Import)),
        (PressVerb.New, _) => new Says(scene.Open(MetricsForms.Define(null, null, ""))),
        (PressVerb.Define, Unknown) => new Says(scene.Open(MetricsForms.Define(null, null, ""))),
        (PressVerb.Record, Unknown) => new Says(scene.Open(MetricsForms.Record(null, "", null))),
        (PressVerb.Confirm, Importing) => new Wants(new ConfirmImport()),
        (PressVerb.Undo, Importing) => new Wants(new UndoImport()),
        (_, Kept kept) => OfKept(scene, kept, press),
        _ => Meaning.Refuse(scene, MetricsRules.Nobody.Sentence),
    };

    private static Meaning OfKept(Scene scene, Kept kept, Press press) => press.Verb switch
    {
        PressVerb.Picture => TypedTalk.Picture(scene, kept),
        PressVerb.Show => new Says(scene.Tell(MetricsCards.Of(scene.Subject, kept))),
        PressVerb.Define => new Says(scene.Open(MetricsForms.Define(scene.Subject, kept, kept.Definition.Name))),
        PressVerb.Record => new Says(scene.Open(MetricsForms.Record(scene.Subject, kept.Definition.Name, kept))),
        PressVerb.Correct => new Says(scene.Open(MetricsForms.Correct(scene.Subject, kept, press.Argument))),
        PressVerb.Target => new Says(scene.Open(MetricsForms.Target(scene.Subject, kept))),
        PressVerb.Threshold => new Says(scene.Open(MetricsForms.Threshold(scene.Subject, kept))),
        PressVerb.Limits => new Says(scene.Open(MetricsForms.Limits(scene.Subject, kept))),
        PressVerb.Split => new Says(scene.Open(MetricsForms.Split(scene.Subject))),
        PressVerb.Retire => new Says(scene.Open(MetricsForms.Retire(scene.Subject))),
        PressVerb.Back => new Wants(new BringBack()),
        PressVerb.History => new Says(scene.Tell(MetricsNotes.History(kept))),
        PressVerb.More => new Says(scene.Tell(MetricsNotes.More(scene.Subject, kept))),
        PressVerb.AskWhy => new Wants(new RaiseConcern()),
        _ => new Says(Turn.NotMine),
    };
}
