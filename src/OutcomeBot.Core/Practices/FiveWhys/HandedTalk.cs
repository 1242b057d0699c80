using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>What other practices hand over: a number in danger to ask about, and links to what came of a cause.</summary>
internal static class HandedTalk
{
    public static Meaning Of(Scene scene, HandedOver handed) => handed.To.Split('/') switch
    {
        [_, "metric"] when Concern.Of(handed.Text) is { } concern => Ask(scene, handed, concern),
        [_, _, Linked.Verb] when Linked.Of(handed.Text) is { } link && scene.State.Known is not null => new Wants(new KeepLink(link)),
        _ => Meaning.Nothing,
    };

    /// <summary>The analysis stands in the channel, in a thread of its own; the page that it comes from learns of it.</summary>
    private static Wants Ask(Scene scene, HandedOver handed, Concern concern)
    {
        var problem = new Problem(concern.Question) { Metric = concern.Metric, Baseline = concern.Baseline, When = concern.When, Source = concern.Source };
        var parent = new Linked(handed.FromPractice, handed.FromId, concern.Metric);
        return new Wants([new AskWhy(scene.Subject.Id, problem), new KeepLink(parent)])
        {
            Place = scene.Incoming.Place.Root,
            Then = [new HandOver($"{handed.FromPractice}/{handed.FromId}/{Linked.Verb}", new Linked(FiveWhysPractice.Name, scene.Subject.Id, ProblemWords.Question(problem)).Text)],
        };
    }
}
