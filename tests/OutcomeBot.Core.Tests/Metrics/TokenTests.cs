using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices.Metrics;

namespace OutcomeBot.Core.Tests.Metrics;

public sealed class TokenTests
{
    [Fact]
    public void A_token_is_shown_once_to_its_maker_and_only_its_hash_is_kept()
    {
        var room = new Room().Type("token for nightly build");
        Golden.Check("Metrics", "token", room.Whispered);
        var text = Tokens.Text(Room.Workspace, Room.Secret(1));
        Assert.Contains(text, room.Whispered, StringComparison.Ordinal);
        Assert.DoesNotContain(Room.Secret(1), room.Stored(Tokens.Id), StringComparison.Ordinal);
        var token = ((Tokens)room.State(Tokens.Id)).Of(text)!;
        Assert.Equal(("nightly build", "C1"), (token.Label, token.Channel));
        Assert.Equal(Room.Workspace, Tokens.TenantOf(text));
        room.Type("tokens");
        Assert.DoesNotContain(Room.Secret(1), room.Whispered, StringComparison.Ordinal);
        Golden.Check("Metrics", "tokens", room.Whispered);
    }

    [Fact]
    public void A_revoked_token_works_no_more_and_another_still_does()
    {
        var room = new Room().Type("token for one").Type("token for two");
        room.Press("metric/0tokens/revoke/1", Room.Ben);
        Assert.Contains("Token 1 is revoked", room.Whispered, StringComparison.Ordinal);
        var tokens = (Tokens)room.State(Tokens.Id);
        Assert.Null(tokens.Of(Tokens.Text(Room.Workspace, Room.Secret(1))));
        Assert.NotNull(tokens.Of(Tokens.Text(Room.Workspace, Room.Secret(2))));
        Assert.Contains("was revoked before", room.Press("metric/0tokens/revoke/1").Whispered, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_others_would_read_the_answer_no_token_is_made()
    {
        var room = new Room().Type("token", door: OpenDoor.None);
        Assert.Contains("for your eyes only", room.Whispered, StringComparison.Ordinal);
        Assert.Empty(room.Last.Changes);
    }

    [Fact]
    public void A_guest_makes_sees_and_revokes_no_token()
    {
        var room = new Room().Type("token for one");
        Said said = new("metric", "tokens") { Delivery = "d1", Place = Room.Place, By = Room.Ben, At = Room.Start, Door = OpenDoor.Whisper, IsGuest = true };
        Incoming[] asked = [said, said with { Text = "token for mine", Delivery = "d2" }, new Pressed(new Press("metric", Tokens.Id, "revoke", "1")) { Delivery = "d3", Place = Room.Place, By = Room.Ben, At = Room.Start, IsGuest = true }];
        foreach (var incoming in asked)
        {
            Assert.Contains("you are a guest here", room.Take(incoming).Whispered, StringComparison.Ordinal);
            Assert.Empty(room.Last.Changes);
        }

        Assert.Single(((Tokens)room.State(Tokens.Id)).Live);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ob..")]
    [InlineData("ob.zz.secret")]
    [InlineData("ob.6c.secret")]
    [InlineData("xx.6c6f63616c3a61636d65.secret")]
    [InlineData("ob.6c6f63616c3a61636d65")]
    public void Anything_else_is_no_token(string text) => Assert.Null(Tokens.TenantOf(text));

    [Fact]
    public void The_page_of_tokens_is_no_metric()
    {
        var room = new Room().Type("token").Type("\"0tokens\" 5");
        Assert.IsType<Tokens>(room.State(Tokens.Id));
        Assert.DoesNotContain("0tokens", room.Type("").Whispered, StringComparison.Ordinal);
    }
}
