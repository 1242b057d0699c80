using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.ValueModel;
using Xunit;
using static OutcomeBot.Core.Tests.ValueModel.Group;

namespace OutcomeBot.Core.Tests.ValueModel;

/// <summary>Until a round closes nobody sees a weight of anybody else, wherever they look.</summary>
public sealed class SealTests
{
    [Fact]
    public void Nothing_that_is_stored_or_sent_while_a_round_is_open_holds_a_weight()
    {
        var group = Open();
        group.Traces.Clear();
        group.Vote(Ana, 71, 17, 12).Vote(Ben, 12, 71, 17).Press(Chen, "remind").Press(Ana, "remind").Press(Chen, "look").Press(Ana, "more").Press(Chen, "export").Press(Ana, "close").Type(Chen, "");
        Assert.All(group.Traces, trace => Assert.All(["71", "17", "\"numbers\""], weight => Assert.DoesNotContain(weight, WithoutCiphers(trace), StringComparison.Ordinal)));
    }

    [Fact]
    public void Only_the_voters_own_form_shows_their_ballot()
    {
        var group = Open().Vote(Ana, 71, 17, 12);
        Assert.Equal(["71", "17", "12"], group.Press(Ana, "vote").Form.Fields.OfType<TextField>().Take(3).Select(field => field.Value));
        Assert.Equal(["", "", ""], group.Press(Ben, "vote").Form.Fields.OfType<TextField>().Take(3).Select(field => field.Value));
    }

    [Fact]
    public void A_changed_ballot_draws_no_card_and_its_versions_are_all_kept_sealed()
    {
        var group = Open().Vote(Ana, 71, 17, 12);
        Assert.Contains(group.Last.Replies, reply => reply is Show);
        group.Vote(Ana, 12, 17, 71);
        Assert.DoesNotContain(group.Last.Replies, reply => reply is Show);
        Assert.Equal([1, 2], group.Round.Ballots["U1"].Select(ballot => ballot.Revision));
        Assert.Equal("12", group.Press(Ana, "vote").Form.Fields.OfType<TextField>().First().Value);
    }

    [Fact]
    public void A_ballot_tells_nothing_by_its_length_and_no_two_are_alike()
    {
        var group = Open().Vote(Ana, 0, 0, 100).Vote(Ben, 0, 0, 100).Press(Chen, "abstain");
        var texts = group.Round.Ballots.Values.Select(ballots => ballots[0].Text).ToArray();
        Assert.Single(texts.Select(text => text.Length).Distinct());
        Assert.Equal(3, texts.Distinct().Count());
    }

    [Fact]
    public void A_ballot_that_was_moved_to_another_voter_doesnt_open()
    {
        var group = Open().Vote(Ana, 71, 17, 12);
        var ballot = group.Round.Ballots["U1"][0];
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => Sealing.Open(group.Seal!, group.Subject, 1, "U2", ballot));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => Sealing.Open(group.Seal!, group.Subject, 2, "U1", ballot));
        Assert.Equal("71, 17, 12", string.Join(", ", Sealing.Open(group.Seal!, group.Subject, 1, "U1", ballot).Numbers));
    }

    [Fact]
    public void Without_its_key_a_round_stays_sealed_and_says_what_to_do()
    {
        var group = Open().Vote(Ana, 71, 17, 12).Vote(Ben, 71, 17, 12).Vote(Chen, 71, 17, 12);
        group.Seal = null;
        Assert.Contains("bring back the folder with its keys", group.Fill(Ana, "close").Whispered, StringComparison.Ordinal);
        Assert.Contains("your ballot was not taken", group.Vote(Ana, 10, 20, 70).Wrong["p0"], StringComparison.Ordinal);
        Assert.IsType<Voting>(group.State);
    }

    [Fact]
    public void After_the_reveal_single_ballots_stay_sealed_but_for_those_who_show_their_own()
    {
        var group = Open().Vote(Ana, 71, 17, 12).Vote(Ben, 20, 60, 20).Vote(Chen, 40, 40, 20).Fill(Ana, "close");
        Assert.DoesNotContain("Ana", group.Posted, StringComparison.Ordinal);
        group.Press(Ben, "consent");
        Assert.Equal("20, 60, 20", string.Join(", ", Assert.Single(group.Session.Shown).Weights));
        Assert.Contains("Ben", group.Card, StringComparison.Ordinal);
        Assert.Contains("shown already", group.Press(Ben, "consent").Whispered, StringComparison.Ordinal);
        Assert.Contains("didn't vote", group.Press(Dana, "consent").Whispered, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who can see the votes?", "Nobody can see how somebody voted")]
    [InlineData("who can change a vote?", "Nobody can change somebody else's vote")]
    [InlineData("who can close this?", "Ana can close a round")]
    public void The_bot_says_who_can_see_and_who_can_close(string question, string answer) =>
        Assert.Contains(answer, Open().Say(Ben, question).Whispered, StringComparison.Ordinal);

    /// <summary>Ciphers are noise in which any two digits may stand.</summary>
    private static string WithoutCiphers(string trace) => System.Text.RegularExpressions.Regex.Replace(trace, "\"text\":\"[A-Za-z0-9+/=]{100,}\"|\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z", "");
}
