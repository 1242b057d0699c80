using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Desk;
using Xunit;

namespace OutcomeBot.Core.Tests.Desk;

public sealed class DeskTests
{
    private static readonly Tenant s_tenant = new("local:acme");
    private static readonly Person s_ana = new("U1", "Ana");
    private static readonly Instant s_now = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly IPractice s_desk = Catalog.Of(DeskPractice.Name)!;

    [Fact]
    public void The_word_alone_says_where_the_channel_stands_and_the_next_sensible_step() =>
        Golden.Check("Desk", "status", Told(new Said("", "") { Delivery = "d", Place = Channel(), By = s_ana, At = s_now }, Found(2), Stuck("C1"), Stuck("C2")));

    [Fact]
    public void A_quiet_channel_has_one_sentence_and_one_button() =>
        Golden.Check("Desk", "status-empty", Told(new Said("", "") { Delivery = "d", Place = Channel(), By = s_ana, At = s_now }, []));

    [Fact]
    public void Help_lists_everything_that_can_be_typed() =>
        Golden.Check("Desk", "help", Told(new Said("help", "") { Delivery = "d", Place = Channel(), By = s_ana, At = s_now }, []));

    [Theory]
    [InlineData(null, "Type @OutcomeBot link in the thread of a card")]
    [InlineData("", "Whoever runs it sets Pages:PublicUrl")]
    [InlineData("https://bot.example.com/page/x", "https://bot.example.com/page/x")]
    public void A_link_is_told_to_who_asks_for_it_alone_and_where_there_is_none_what_to_do(string? address, string says)
    {
        var said = new Said("link", "") { Delivery = "d", Place = Channel() with { Thread = "t1" }, By = s_ana, At = s_now };
        var link = address is null ? null : new PageLink("Why is it slow?", address.Length == 0 ? null : address, s_now + Duration.FromDays(30));

        Assert.Equal<Need>([new LinkOf("C1", "t1")], s_desk.Needs(new Subject(s_tenant, DeskPractice.Name, "x"), null, said));
        var whisper = Assert.IsType<Whisper>(Assert.Single(s_desk.Take(new Subject(s_tenant, DeskPractice.Name, "x"), null, said, Readings.Empty with { Link = link }).Replies));
        Assert.Equal(s_ana, whisper.To);
        Assert.Contains(says, CardText.Of(whisper.Card), StringComparison.Ordinal);
    }

    [Fact]
    public void An_invitation_is_answered_with_a_short_welcome()
    {
        var post = Assert.IsType<Post>(Assert.Single(Take(new Invited { Delivery = "d", Place = Channel(), By = s_ana, At = s_now }, []).Replies));
        Golden.Check("Desk", "welcome", CardText.Of(post.Card));
    }

    [Theory]
    [InlineData("wyh", "is growth falling?", "Type this instead: why is growth falling?")]
    [InlineData("hlep", "", "Type this instead: help")]
    [InlineData("pictre", "", "Type this instead: picture")]
    [InlineData("frobnicate", "now", "means nothing to me yet")]
    public void A_word_typed_slightly_wrong_gets_the_nearest_command_and_never_a_dead_end(string word, string text, string answer)
    {
        var told = Told(new Said(word, text) { Delivery = "d", Place = Channel(), By = s_ana, At = s_now }, []);
        Assert.Contains(answer, told, StringComparison.Ordinal);
        Assert.DoesNotContain('[', told);
    }

    [Fact]
    public void Undelivered_things_can_be_tried_again()
    {
        var card = Whispered(new Said("", "") { Delivery = "d", Place = Channel(), By = s_ana, At = s_now }, [], Stuck("C1")).Card;
        var press = card.Blocks.OfType<Buttons>().First().Items.Single().Press;
        Assert.True(Press.TryParse(press.ToString(), out var parsed));
        var turn = Take(new Pressed(parsed) { Delivery = "d", Place = Channel(), By = s_ana, At = s_now }, []);
        Assert.Equal("why.s1.4.0", turn.Replies.OfType<SendAgain>().Single().Parcel);
    }

    [Fact]
    public void A_button_that_nobody_knows_is_explained() =>
        Assert.Contains("older message", Told(new Pressed(new Press("kata", "x1", "go")) { Delivery = "d", Place = Channel(), By = s_ana, At = s_now }, []), StringComparison.Ordinal);

    [Fact]
    public void The_catalog_finds_practices_by_their_words()
    {
        Assert.Equal(["why", "kata", "metric", "model", "checkin", "desk"], Catalog.All.Select(practice => practice.Word));
        Assert.All(Catalog.All, practice => Assert.Same(practice, Catalog.Of(practice.Word)));
        Assert.Null(Catalog.Of("nothing"));
    }

    private static Place Channel() => new(s_tenant, "C1");

    private static string Told(Incoming incoming, ImmutableArray<Found> found, params Stuck[] stuck) => CardText.Of(Whispered(incoming, found, stuck).Card);

    private static Whisper Whispered(Incoming incoming, ImmutableArray<Found> found, params Stuck[] stuck) =>
        Assert.Single(Take(incoming, found, stuck).Replies.OfType<Whisper>());

    private static Turn Take(Incoming incoming, ImmutableArray<Found> found, params Stuck[] stuck)
    {
        var subject = new Subject(s_tenant, DeskPractice.Name, "x1");
        var pages = s_desk.Needs(subject, null, incoming).Where(need => need is OpenPages).ToImmutableDictionary(need => need, _ => found);
        return s_desk.Take(subject, null, incoming, new Readings(pages, [.. stuck]));
    }

    private static ImmutableArray<Found> Found(int count) => [.. Enumerable.Range(1, count).Select(number =>
        new Found(new Subject(s_tenant, "why", $"s{number}"), Channel(), null, new PageIndex($"Why is thing {number} late?", true, [], []), s_now - Duration.FromHours(20 * number), s_now - Duration.FromHours(20 * number), null))];

    private static Stuck Stuck(string channel) => new("why.s1.4.0", new Place(s_tenant, channel), "The bot is not in this channel any more. Invite it, then try again.", s_now);
}
