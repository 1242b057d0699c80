using System.Collections.Immutable;
using System.Security.Cryptography;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.ValueModel;
using Xunit;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests.ValueModel;

/// <summary>A group that agrees on weights.</summary>
internal sealed class Group() : Stage<Group>(new ValueModelPractice(), "m1")
{
    /// <summary>The key that the running bot holds; null when its folder was lost.</summary>
    public Seal? Seal { get; set; } = new("wrapped-key", SHA256.HashData("the key of this group"u8));

    /// <summary>Everything that was stored or sent so far, as text.</summary>
    public List<string> Traces { get; } = [];

    public ValueModelState State => (ValueModelState?)Page?.State ?? new Unstarted();

    public WeightingSession Session => State.Known ?? throw new InvalidOperationException("Nothing has been started.");

    public Round Round => State.Open ?? throw new InvalidOperationException("No round is open.");

    public WeightsRevealed Weights => (WeightsRevealed)Session.LastWeights!.End;

    public AgreedModel Model => Assert.IsType<Agreed>(State).Model;

    public ImmutableDictionary<string, string> Wrong => Last.Replies.OfType<Wrong>().Single().Fields;

    /// <summary>Ana has begun; nothing is proposed yet.</summary>
    public static Group Begun() => new Group().Type(Ana, "What we build next quarter");

    /// <summary>Three measurable factors, shown to everybody; Ana, Ben and Chen take part.</summary>
    public static Group WithCandidates()
    {
        var group = Begun().Propose(Ana, "Lead time", "lead-time", "120 days", "30 days").Propose(Ben, "Renewal rate", "renewal-rate", "60 %", "95 %").Propose(Chen, "Support load", "support-tickets", "900", "200");
        return group.Fill(Ben, "join").Fill(Chen, "join").Press(Ana, "candidates");
    }

    /// <summary>A round is open for a day; three votes make it valid.</summary>
    public static Group Open(string method = "PointAllocation", string quorum = "3", string who = "Anybody") => WithCandidates().OpenRound(method, quorum, who);

    /// <summary>Three voted, and Ana closed.</summary>
    public static Group Closed() => Open().Vote(Ana, 50, 30, 20).Vote(Ben, 20, 60, 20).Vote(Chen, 40, 40, 20).Fill(Ana, "close");

    public static Group Agreed() => Closed().Fill(Ana, "agree", ("rationale", "Renewals pay for everything else"), ("from", "2026-12-01"), ("review", "2027-03-01"));

    public Group Propose(Person by, string name, string metric, string worst, string best) =>
        Fill(by, "propose", ("name", name), ("meaning", $"What {name.ToLowerInvariant()} is for a customer"), ("metric", metric), ("worst", worst), ("best", best));

    public Group OpenRound(string method = "PointAllocation", string quorum = "3", string who = "Anybody", string span = "1d") => Fill(Ana, "open",
        ("method", method), ("quorum", quorum), ("span", span), ("who", who), ("north", "active-fleets"), ("business", "revenue-growth"), ("reason", "They are what we are paid for"));

    /// <summary>The same numbers in the fields of whichever method is open, for the top metrics.</summary>
    public Group Vote(Person by, params int[] numbers) => VoteFor(by, "", "yes", numbers);

    public Group VoteFor(Person by, string group, string top, params int[] numbers)
    {
        var letter = Round.Method switch { Method.PointAllocation => 'p', Method.Pairwise => 'c', _ => 'r' };
        return Fill(by, "vote", [.. numbers.Select((number, at) => ($"{letter}{at}", $"{number}")), ("top", top), ("group", group)]);
    }

    public Group Fill(Person by, string verb, params (string Field, string Text)[] texts) => Fill(by, verb, null, texts);

    /// <summary>The same practice, another subject.</summary>
    public Group Beside(string id) => new() { Subject = Subject with { Id = id }, Now = Now, Seal = Seal, Shelf = Shelf };

    protected override Readings Read(ImmutableArray<Need> needs) => base.Read(needs) with
    {
        Seal = needs.Any(need => need is FreshSeal || (need is OpenedSeal opened && opened.Wrapped == Seal?.Wrapped)) ? Seal : null,
    };

    protected override void Kept(string changes, string state) => Traces.AddRange(
    [
        .. Last.Replies.Select(reply => reply switch { Whisper whisper => CardText.Of(whisper.Card), Post post => CardText.Of(post.Card), Attach attach => attach.Files[0].Text, _ => "" }),
        changes,
        state,
        Card,
    ]);
}
