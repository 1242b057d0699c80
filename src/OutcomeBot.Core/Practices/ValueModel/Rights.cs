using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>Who may do what, as data: the rules say no in these words, and "who can close this?" is answered from them.</summary>
public static class Rights
{
    /// <summary>What can be done, the words people use for it, and who may.</summary>
    public static ImmutableArray<Right<Holder>> All { get; } =
    [
        new("propose factors", Holder.Anybody, ["propose", "factor"]),
        new("take part or watch", Holder.Anybody, ["take part", "join", "watch", "observe"]),
        new("score an initiative", Holder.Anybody, ["score", "initiative"]),
        new("vote", Holder.Voter, ["vote", "abstain", "ballot"]),
        new("see how somebody voted", Holder.Nobody, ["see", "votes", "ballots", "how"]),
        new("change somebody else's vote", Holder.Nobody, ["change", "edit"]),
        new("merge factors and set them aside", Holder.Leads, ["merge", "aside"]),
        new("show the candidates", Holder.Leads, ["candidates", "show"]),
        new("open a round", Holder.Leads, ["open", "start", "round"]),
        new("close a round", Holder.Leads, ["close", "end", "reveal"]),
        new("give a round more time", Holder.Leads, ["extend", "time", "deadline"]),
        new("close a round as not valid", Holder.Leads, ["void", "not valid"]),
        new("add voters and name the deputy", Holder.Leads, ["add", "deputy", "name"]),
        new("agree on the weights", Holder.Leads, ["agree", "agreed", "version"]),
        new("give it up", Holder.Leads, ["give up", "drop", "stop", "abandon"]),
    ];

    /// <summary>Owner and deputy by name.</summary>
    public static string Names(this WeightingSession session) => session.Deputy is { } deputy ? $"{session.Owner.Name} and {deputy.Name}" : session.Owner.Name;

    /// <summary>The refusal for somebody who doesn't lead here: it names who does, and a way on.</summary>
    public static Refusal OnlyLeads(this WeightingSession session, string what) =>
        new($"Only {session.Names()} can {what}. Ask for it in the thread; after {Limits.QuietDays} days without a word from them, anybody can take over.");

    /// <summary>The right that a question such as "who can close this?" asks about; null when it names none.</summary>
    public static Right<Holder>? AskedAbout(string question) => AskedRights.In(All, question);

    /// <summary>Who may do it here, in a sentence.</summary>
    public static Words Answer(WeightingSession session, Round? round, Right<Holder> right) => right.Holder switch
    {
        Holder.Anybody => (Words)$"Anybody in this channel can {right.Name}.",
        Holder.Nobody => $"Nobody can {right.Name}: not the owner, and not whoever runs this channel. Ballots are sealed until the round closes, and after it only what they say together is shown.",
        Holder.Voter when round?.Electorate == Electorate.Named => $"Those who take part can {right.Name}; {Leading(session)} can add others. Observers watch.",
        Holder.Voter => $"Anybody in this channel can {right.Name} while a round is open. Observers watch.",
        Holder.Leads => $"{Leading(session)} can {right.Name}. It's checked again when they do it. After {Limits.QuietDays} days without a word from them, anybody can take over.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Words Leading(WeightingSession session) => session.Deputy is { } deputy ? (Words)$"{session.Owner} and {deputy}" : $"{session.Owner}";
}

/// <summary>Who holds a right.</summary>
public enum Holder
{
    Anybody,
    Voter,
    Leads,
    Nobody,
}
