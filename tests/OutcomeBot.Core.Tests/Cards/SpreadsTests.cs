using System.Text.Json;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Statistics;

namespace OutcomeBot.Core.Tests.Cards;

public sealed class SpreadsTests
{
    private static readonly Spreads s_weights = Spreads.Of(
        "The group is furthest apart on Lead time",
        "Points of 100",
        "Source",
        new PlotUnit("%", 1),
        SpreadRow.Of("Lead time", Spread.Of([10, 15, 45, 40]), 30),
        SpreadRow.Of("Team health", Spread.Of([12.5m])));

    [Fact]
    public void Every_number_of_the_picture_is_said_in_its_alternative_text() =>
        Assert.Equal(
            """
            Card
            The group is furthest apart on Lead time.
            Lead time: median 27.5%, the middle half 13.75 to 41.25%, all 10 to 45%, mean 27.5%, n = 4. Before: median 30%.
            Team health: 12.5%, from one.
            """,
            CardText.Of(new Card("Card", s_weights)));

    [Fact]
    public void Spreads_come_back_from_storage_as_they_were()
    {
        var card = new Card("Card", s_weights with { Reach = 100 });
        var back = Assert.IsType<Spreads>(JsonSerializer.Deserialize(JsonSerializer.Serialize(card, CoreJson.Stored.Card), CoreJson.Stored.Card)!.Blocks[0]);
        Assert.Equal((s_weights.Title, s_weights.AltText, s_weights.Unit, 100m), (back.Title, back.AltText, back.Unit, back.Reach!.Value));
        Assert.Equal(s_weights.Rows.AsEnumerable(), back.Rows.AsEnumerable());
    }
}
