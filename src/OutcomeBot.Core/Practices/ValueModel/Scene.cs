using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>A turn of a value model: what else it looks for.</summary>
internal sealed record Scene(Subject Subject, ValueModelState State, Page? Page, Incoming Incoming, Readings Readings)
    : Scene<ValueModelState>(Subject, State, Page, Incoming, Readings)
{
    /// <summary>The session that is here, or null.</summary>
    public WeightingSession? Session => State.Known;

    /// <summary>The zone in which deadlines and days are said: the channel's, or that of the person.</summary>
    public string Zone => Zones.Of(Clock.ForPage).Id;

    /// <summary>The other value models that were read: of this channel, or of the whole workspace.</summary>
    public IEnumerable<Found> Others => Readings.Pages.Where(pair => pair.Key is OpenPages).SelectMany(pair => pair.Value).Where(found => found.Subject != Subject);

    /// <summary>What an initiative may come from: storyboards and analyses of this workspace, what is in hand first.</summary>
    public IEnumerable<Found> Origins => Others.Concat(Readings.Pages.Where(pair => pair.Key is EndedPages).SelectMany(pair => pair.Value)).Where(found => found.Subject.Practice != Subject.Practice);

    /// <summary>The model that is in force among them; null when none is.</summary>
    public Found? InForce => Others.FirstOrDefault(found => found.State is Agreed { Model.SupersededBy: null });

    /// <summary>The person's own ballot in the open round; null before they have voted, or when it can't be opened.</summary>
    public Ballot? MyBallot => State.Open is { } round && Readings.Seal is { } seal && round.Ballots.TryGetValue(By.Id, out var ballots)
        ? Sealing.Open(seal, Subject, round.Number, By.Id, ballots[^1])
        : null;

    protected override Decision Rule(ValueModelState state, Command command) => ValueModelRules.Decide(state, command);

    protected override IEnumerable<Button> Ways(Command command, Refusal refusal) => Consequences.Ways(this, command);
}
