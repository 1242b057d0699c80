using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices;

/// <summary>
/// What every practice with a page shares: folding its own changes and writing them down. How the JSON looks is asked for when it
/// is first written or read: working it out for every practice would hold up every start.
/// </summary>
public abstract class Practice<TState, TChange>(Func<JsonTypeInfo<TState>> stateJson, Func<JsonTypeInfo<TChange[]>> changesJson) : IPractice
    where TState : class
    where TChange : Change
{
    public abstract string Word { get; }

    public virtual bool IsInHand => true;

    public abstract ImmutableArray<Usage> Usages { get; }

    /// <summary>The state before anything happened.</summary>
    protected abstract TState Blank { get; }

    public virtual ImmutableArray<Need> Needs(Subject subject, Page? page, Incoming incoming) => [];

    public abstract Turn Take(Subject subject, Page? page, Incoming incoming, Readings readings);

    public abstract Card Draw(Page page);

    public virtual bool AnswersAlone(string verb) => false;

    public virtual bool Hears(Page page) => false;

    public abstract PageIndex Index(Page page);

    public virtual string? IdOf(Incoming incoming) => null;

    public virtual ImmutableArray<Work> Works(Page page) => [];

    public virtual bool AsksPeople => IsInHand;

    public virtual Involvement? InvolvementOf(Page page, Person who) => null;

    public virtual Metric? Measure(Page page) => null;

    public virtual string? ZoneIn(Page page, string channel) => null;

    /// <summary>The state after one change.</summary>
    protected abstract TState Evolve(TState state, TChange change);

    public object Fold(object? state, ImmutableArray<Change> changes) =>
        changes.Cast<TChange>().Aggregate((TState?)state ?? Blank, Evolve);

    /// <summary>The state after these changes.</summary>
    protected TState After(TState state, ImmutableArray<Change> changes) => (TState)Fold(state, changes);

    public string WriteState(object state) => JsonSerializer.Serialize((TState)state, stateJson());

    public object ReadState(string json) =>
        JsonSerializer.Deserialize(json, stateJson()) ?? throw new JsonException("A stored state is empty.");

    public string WriteChanges(ImmutableArray<Change> changes) =>
        JsonSerializer.Serialize([.. changes.Cast<TChange>()], changesJson());

    public ImmutableArray<Change> ReadChanges(string json) =>
        [.. JsonSerializer.Deserialize(json, changesJson()) ?? []];
}
