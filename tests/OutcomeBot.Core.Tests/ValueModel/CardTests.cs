using Xunit;
using static OutcomeBot.Core.Tests.ValueModel.Group;

namespace OutcomeBot.Core.Tests.ValueModel;

public sealed class CardTests
{
    [Fact]
    public void Nothing_is_proposed_yet() => Check("begun", Begun().Card);

    [Fact]
    public void Proposals_are_counted() => Check("collecting", Begun().Propose(Ben, "Renewal rate", "renewal-rate", "60 %", "95 %").Card);

    [Fact]
    public void Candidates_with_one_kept_aside() => Check("choosing", WithCandidates().Fill(Dana, "propose", ("name", "Innovation"), ("meaning", "New things")).Card);

    [Fact]
    public void A_round_is_open() => Check("voting", Open().Press(Dana, "observe").Vote(Ben, 20, 60, 20).Card);

    [Fact]
    public void A_round_closed_below_its_quorum() => Check("below-quorum", Open().Vote(Ana, 50, 30, 20).Fill(Ana, "close").Card);

    [Fact]
    public void A_round_is_revealed() => Check("revealed", Closed().Press(Ben, "consent").Card);

    [Fact]
    public void The_message_of_the_reveal() => Check("reveal", Closed().Posted);

    [Fact]
    public void A_second_round_is_revealed() => Check("round-2", Closed().OpenRound().Vote(Ana, 45, 35, 20).Vote(Ben, 30, 50, 20).Vote(Chen, 40, 40, 20).Vote(Dana, 25, 50, 25).Fill(Ana, "close").Posted);

    [Fact]
    public void Weights_are_agreed() => Check("agreed", Agreed().Card);

    [Fact]
    public void An_initiative_is_scored() => Check("scored", Scored().Posted);

    [Fact]
    public void The_export_of_an_agreed_model() => Check("export", string.Join("\n", Scored().Press(Ben, "export").Last.Replies.OfType<Chat.Attach>().Select(attach => attach.Files[0].Text)));

    [Fact]
    public void Given_up() => Check("dropped", Open().Fill(Ana, "drop", ("reason", "The question was the wrong one")).Card);

    private static Group Scored() => Agreed().FillAt(Ana, "score", null, null, ("name", "Self-service onboarding"), ("team", "Growth"), ("level-f1", "120 to 75"), ("level-f3", "200 to 340"), ("from", "kata \"Revenue grows again\""));

    private static void Check(string name, string text) => Golden.Check("ValueModel", name, text);
}
