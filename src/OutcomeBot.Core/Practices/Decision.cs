using System.Collections.Immutable;

namespace OutcomeBot.Core.Practices;

/// <summary>What the rules say to a command: changes, or a refusal.</summary>
public abstract record Decision
{
    private protected Decision() { }

    /// <summary>These changes, in this order.</summary>
    public static Decision Of(params IEnumerable<Change> changes) => new Accepted([.. changes]);

    /// <summary>A single change is a decision.</summary>
    public static implicit operator Decision(Change change) => new Accepted([change]);
}

/// <summary>The command holds; this is what happened.</summary>
public sealed record Accepted(ImmutableArray<Change> Changes) : Decision;

/// <summary>A no in a sentence for the person: what was kept, and what to do next. A field name puts it beside that field.</summary>
public sealed record Refusal(string Sentence, string? Field = null) : Decision;
