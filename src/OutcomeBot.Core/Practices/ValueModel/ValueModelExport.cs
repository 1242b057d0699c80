using System.Globalization;
using NodaTime.Text;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>What everybody may know, as Markdown: of an open round who has voted, and no weight.</summary>
internal static class ValueModelExport
{
    public static Turn Of(Scene scene, WeightingSession session)
    {
        if (scene.State is Collecting) return Turn.Say(scene.Refuse("Factors are still proposed unseen by the others, so there's nothing to export yet. Show the candidates first."));
        var text = string.Join('\n', Cards(scene, session).Select(card => CardMarkdown.Of(card)));
        return Turn.Say(new Attach(scene.Incoming.Place, "What is known of this value model. Open ballots are not in it.",
            [new Attachment($"value-model-{LocalDatePattern.Iso.Format(scene.At.InUtc().Date)}.md", "text/markdown", text)]));
    }

    private static IEnumerable<Card> Cards(Scene scene, WeightingSession session)
    {
        yield return ValueModelCards.Of(scene.Subject, scene.State);
        yield return new Card("Candidates", FactorCards.Candidates(session));
        foreach (var past in session.Rounds)
            yield return past.End switch
            {
                WeightsRevealed => new Card(Wordings.Round(past.Round), RevealCards.Blocks(session with { Rounds = [.. session.Rounds.TakeWhile(other => other != past), past] })),
                CutRevealed cut => RevealCards.OfCut(session, past.Round, cut),
                NotValid no => new Card(Wordings.Round(past.Round), new Prose($"Closed as not valid by {no.By}: {no.Reason}")),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        if (scene.State is Agreed(_, var model)) yield return ScoreCards.All(scene.Subject, model);
    }
}
