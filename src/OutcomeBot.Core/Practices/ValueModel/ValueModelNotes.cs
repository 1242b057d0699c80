using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>The smaller cards: notes to one person, and messages in the thread.</summary>
internal static class ValueModelNotes
{
    private const int Listed = 10;

    public static Card Help { get; } = new("Value model",
        new Prose("A group agrees on the vital few factors of value and what each weighs. Everybody proposes, unseen by the others; then everybody votes, sealed until the round closes; what comes out is discussed, voted on again, and agreed."),
        new Prose("In the thread of a value model these words alone on a line are commands:"),
        new Facts(
            new Fact("propose, proposals", "propose a factor, and see what you proposed"),
            new Fact("candidates", "shows all candidates to everybody"),
            new Fact("cut", "a ranked vote, when there are more than people can weigh"),
            new Fact("open, vote, abstain", "a round of votes on the weights"),
            new Fact("join, watch, away", "who counts for the quorum, and who doesn't"),
            new Fact("remind, close, extend", "for whoever leads"),
            new Fact("agree", "makes the revealed weights a version that holds"),
            new Fact("score, scores", "what the weights say about what you want to build"),
            new Fact("export", "what is known, as Markdown"),
            new Fact("who can close this?", "says who may do what")),
        new Prose("Ballots are encrypted with a key of their own, and opened when the round closes. A copy of the database doesn't show an open vote. Whoever has the database and the bot's keys, or can look into the running bot, could read it."),
        new Aside("In a channel: model and what the weights are for begins one; model alone shows the one in force."));

    /// <summary>What is in this channel: the model in force, what is being voted on, and the way to a new one.</summary>
    public static Card Here(ImmutableArray<Found> found)
    {
        var newOne = new Button(found.IsEmpty ? "Agree on weights" : "Begin a new version", new Press(ValueModelPractice.Name, null, PressVerb.New), found.IsEmpty ? ButtonKind.Primary : ButtonKind.Plain);
        if (found.IsEmpty) return new Card("No value model here yet", new Prose("Agree in this channel on what makes your work valuable: a few measurable factors and their weights, by a sealed vote."), new Buttons(newOne));
        if (found.FirstOrDefault(page => page.State is Agreed { Model.SupersededBy: null }) is { State: Agreed agreed } inForce)
        {
            var card = ValueModelCards.Of(inForce.Subject, agreed);
            return card with { Blocks = [.. card.Blocks.Where(block => block is not Buttons), new Buttons([.. Ways(inForce, agreed), newOne])] };
        }

        return new Card("On its way", new Outline([.. found.Take(Listed).Select(page => new OutlineRow(0, "•", page.Index.Title, $"since {page.OpenedAt}"))]),
            new Buttons([.. found.Take(3).Select((page, at) => new Button("Look", page.Subject.Press(PressVerb.Look), at == 0 ? ButtonKind.Primary : ButtonKind.Plain, page.Index.Title)), newOne]));
    }

    /// <summary>Which model to score with: the one there is, or a choice.</summary>
    public static Card ScoreWith(ImmutableArray<Found> models) => models.IsEmpty
        ? new Card("Nothing to score with yet", new Prose("No value model is agreed in this workspace. Agree on one first."), new Buttons(new Button("Agree on weights", new Press(ValueModelPractice.Name, null, PressVerb.New), ButtonKind.Primary)))
        : new Card(models.Length == 1 ? "Score what you want to build" : "By which model?",
            new Outline([.. models.Take(Listed).Select((page, at) => new OutlineRow(0, $"{at + 1}", page.Index.Title))]),
            new Buttons([.. models.Take(5).Select((page, at) => new Button(models.Length == 1 ? "Score an initiative" : $"By {at + 1}", page.Subject.Press(PressVerb.Score), at == 0 ? ButtonKind.Primary : ButtonKind.Plain, page.Index.Title))]));

    /// <summary>What a person can do besides what the card offers, as it stands now.</summary>
    public static Card More(Scene scene, WeightingSession session)
    {
        var subject = scene.Subject;
        var (leads, seat) = (session.Leads(scene.By), session.SeatOf(scene.By));
        return new Card("More", new Buttons(
        [
            .. seat is { Part: Part.Voter, IsAway: false } ? ImmutableArray<Button>.Empty : [new Button(seat is { IsAway: true } ? "I'm back" : "Take part", subject.Press(seat is { IsAway: true } ? PressVerb.Back : PressVerb.Join))],
            .. seat is { Part: Part.Observer } ? ImmutableArray<Button>.Empty : [new Button("Only watch", subject.Press(PressVerb.Observe))],
            .. scene.State is Agreed ? ImmutableArray<Button>.Empty : [new Button("Somebody is away", subject.Press(PressVerb.Away)), new Button("Proposals", subject.Press(PressVerb.Proposals))],
            .. scene.State is Revealed ? [new Button("Show my weights", subject.Press(PressVerb.Consent))] : ImmutableArray<Button>.Empty,
            .. leads ? Leading(scene) : SessionRules.IsSilent(session, scene.At) || scene.By.Is(session.Deputy) ? [new Button("Take over", subject.Press(PressVerb.TakeOver))] : [],
            .. session.Earlier is { } earlier ? [new Button($"Version {earlier.Version}", new Press(ValueModelPractice.Name, earlier.Id, PressVerb.Look))] : ImmutableArray<Button>.Empty,
            new Button("Export", subject.Press(PressVerb.Export)),
            new Button("Help", subject.Press(PressVerb.Help)),
        ]));
    }

    public static Card Proposed(Scene scene, WeightingSession session, Candidate candidate) => new($"Proposed: {candidate.Name}",
    [
        new Prose(scene.State is Choosing ? "Everybody sees it." : $"Only {session.Names()} can see it until all candidates are shown."),
        .. candidate switch
        {
            { Metric: null } => [new Prose($"{"Which metric measures it?":strong} It's kept aside, visibly, until there is one.")],
            { IsMeasurable: false } => [new Prose($"{"From which level to which?":strong} It's kept aside, visibly, until worst and best level are known: a weight without them means nothing.")],
            { Metric: { } metric } when scene.Readings.MetricOf(metric) is null => [new Prose($"There's no metric called {metric} yet. Type metric {metric} and a value with its unit, and it's measured from then on.")],
            _ => ImmutableArray<Block>.Empty,
        },
        .. candidate.Fails is { Length: > 0 } fails ? [new Prose($"Left open: {string.Join("; ", fails.Select(Wordings.Of))}.")] : ImmutableArray<Block>.Empty,
        new Buttons(new Button("Word it anew", scene.Subject.Press(PressVerb.Reword, candidate.Id)), new Button("Propose another", scene.Subject.Press(PressVerb.Propose), ButtonKind.Primary)),
    ]);

    public static Card Opened(Subject subject, WeightingSession session, Round round) => new($"{Wordings.Round(round)} is open",
        new Prose($"It closes {round.ClosesAt}. {(round.Electorate == Electorate.Anybody ? "Anybody in this channel can vote." : "Those who take part can vote.")} Nobody sees a ballot until then."),
        new Buttons(new Button("Vote", subject.Press(PressVerb.Vote), ButtonKind.Primary, About: session.Question)));

    /// <summary>What the voter hears: that it is kept, and nothing of what is in it.</summary>
    public static Card Cast(Subject subject, Round round, int revision) => new(revision == 1 ? "Your ballot is sealed" : "Your new ballot is sealed",
        new Prose($"You can look at it and change it until {round.ClosesAt}. Nobody else can do either."),
        new Buttons(new Button("Change my vote", subject.Press(PressVerb.Vote))));

    public static Card Reminder(Subject subject, WeightingSession session, Round round) => new(Typed.Clip($"Your vote is still missing: {session.Question}", 140),
        new Prose($"{Wordings.Round(round)} closes {round.ClosesAt}. Abstaining counts as a vote too."),
        new Buttons(
            new Button("Vote", subject.Press(PressVerb.Vote), ButtonKind.Primary, About: session.Question),
            new Button("Abstain", subject.Press(PressVerb.Abstain), About: session.Question),
            new Button("I'm away", subject.Press(PressVerb.Away), About: session.Question)));

    public static Card ReminderForAll(Subject subject, Round round, int rest) => new($"{Wordings.Count(rest, "vote is", "votes are")} still missing",
        new Prose($"{Wordings.Round(round)} closes {round.ClosesAt}."),
        new Buttons(new Button("Vote", subject.Press(PressVerb.Vote), ButtonKind.Primary)));

    public static Card Missed(Subject subject, WeightingSession session, Round round) => new($"{Wordings.Round(round)} closed without its quorum",
        new Prose($"{round.Ballots.Count} of {session.Voters.Count()} voted; {Wordings.Of(round.Quorum, session.Voters.Count())} make it valid. Nothing was opened. {session.Names()} can give it more time, or close it as not valid."),
        new Buttons(new Button("Give more time", subject.Press(PressVerb.Extend), ButtonKind.Primary), new Button("Close as not valid", subject.Press(PressVerb.Void))));

    public static Card News(Subject subject, AgreedModel model) => new(Typed.Clip($"Agreed: {ValueModelCards.Name(model)}", 140),
        new Prose(model.Rationale),
        new Facts(
            new Fact("In force from", (Words)$"{model.EffectiveFrom}"),
            new Fact("Review", (Words)$"{model.ReviewBy}"),
            new Fact("North Star Metric", model.Top.NorthStar),
            new Fact("Top Business Metric", model.Top.TopBusiness)),
        new Buttons(new Button("Score an initiative", subject.Press(PressVerb.Score), ButtonKind.Primary)));

    public static Card ReviewDue(Subject subject, AgreedModel model) => new(Typed.Clip($"Review is due: {ValueModelCards.Name(model)}", 140),
        new Prose($"It was agreed to look at these weights again by {model.ReviewBy}. Do they still say what is valuable?"),
        new Buttons(
            new Button("Begin a new version", new Press(ValueModelPractice.Name, null, PressVerb.New), ButtonKind.Primary),
            new Button("All scores", subject.Press(PressVerb.Scores))));

    private static IEnumerable<Button> Leading(Scene scene)
    {
        var subject = scene.Subject;
        if (scene.State is Voting)
        {
            yield return new Button("Remind the rest", subject.Press(PressVerb.Remind));
            yield return new Button("Give more time", subject.Press(PressVerb.Extend));
            yield return new Button("Close as not valid", subject.Press(PressVerb.Void));
        }

        if (scene.State is Agreed) yield break;
        yield return new Button("Add a voter", subject.Press(PressVerb.Add));
        yield return new Button("Name a deputy", subject.Press(PressVerb.Deputy));
        yield return new Button("Give it up", subject.Press(PressVerb.Drop));
    }

    private static IEnumerable<Button> Ways(Found inForce, Agreed agreed)
    {
        yield return new Button("Score an initiative", inForce.Subject.Press(PressVerb.Score), ButtonKind.Primary);
        if (!agreed.Model.Initiatives.IsEmpty) yield return new Button("All scores", inForce.Subject.Press(PressVerb.Scores));
        yield return new Button("More", inForce.Subject.Press(PressVerb.More));
    }
}
