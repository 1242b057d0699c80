using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices;

/// <summary>From a meaning to a turn: the same road through every practice that people talk with.</summary>
internal static class Conversation
{
    /// <summary>The turn that a meaning makes. <paramref name="happened"/> is asked only when something has changed.</summary>
    public static Turn TurnOf<TState>(
        Scene<TState> scene, Meaning meaning, Func<TState, ImmutableArray<Change>, TState> fold, Func<TState, ImmutableArray<Change>, Wants, Turn> happened)
        where TState : class => meaning switch
        {
            Says says => says.Turn,
            Opens opens when scene.Decide(opens.Probe) is Refusal { Field: null } refusal => scene.Refused(opens.Probe, refusal, null),
            Opens opens => Turn.Say(scene.Open(opens.Form)),
            Wants wants => Decide(scene, wants, fold) switch
            {
                { Refused: { } refused } => refused,
                { Changes.IsEmpty: true } => Turn.Say(wants.Then),
                { Changes: var changes } => happened(fold(scene.State, changes), changes, wants),
            },
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>All commands or none: what changed, or the turn that says no.</summary>
    public static (ImmutableArray<Change> Changes, Turn? Refused) Decide<TState>(Scene<TState> scene, Wants wants, Func<TState, ImmutableArray<Change>, TState> fold)
        where TState : class
    {
        var changes = ImmutableArray<Change>.Empty;
        foreach (var command in wants.Commands)
            switch (scene.Decide(changes.IsEmpty ? scene.State : fold(scene.State, changes), command))
            {
                case Accepted accepted: changes = changes.AddRange(accepted.Changes); break;
                case Refusal refusal: return ([], scene.Refused(command, refusal, wants.Field));
                default: throw new System.Diagnostics.UnreachableException();
            }

        return (changes, null);
    }
}
