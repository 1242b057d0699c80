using System.Text.Json;
using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Tests.Cards;

public sealed class PlotTests
{
    private static readonly LocalDate s_day = new(2026, 12, 31);

    [Fact]
    public void A_plot_comes_back_from_storage_as_it_was_zeros_and_minus_signs_included()
    {
        var plot = new Plot("Title", "Subtitle", "Footnote", "Alt", new PlotUnit("%", 1), [new PlotPoint(s_day, 0, "Q4"), new PlotPoint(s_day, -15.5206286836935m, "")])
        {
            Target = new(0, s_day),
            Baseline = new(0, 1),
            Limits = new(-10.4m, -17.7m, -3.2m, s_day, IsProvisional: true),
            Signals = [new("8 in a row", [0, 1])],
            Threshold = new("Board limit", -20, 0),
            Forecast = new("in 1 to 2 quarters", [new(s_day, "Q1", -20, -18.5m, 0)]),
        };
        var back = Assert.IsType<Plot>(Read(Write(plot)).Blocks[0]);
        Assert.Equal(Write(plot), Write(back));
        Assert.Equal((plot.Target, plot.Baseline, plot.Limits, plot.Threshold, plot.Unit), (back.Target, back.Baseline, back.Limits, back.Threshold, back.Unit));
        Assert.Equal(plot.Points.AsEnumerable(), back.Points.AsEnumerable());
    }

    [Fact]
    public void A_plot_of_which_nothing_more_is_known_comes_back_with_no_signals()
    {
        var back = Assert.IsType<Plot>(Read(Write(new Plot("", "", "", "", new PlotUnit(""), []))).Blocks[0]);
        Assert.Empty(back.Points);
        Assert.Empty(back.Signals);
        Assert.Equal((null, null, null), (back.Target, back.Limits, back.Forecast));
    }

    [Fact]
    public void A_picture_is_said_with_its_alternative_text() =>
        Assert.Equal("Card\nLead time grew to 88 days.", CardText.Of(new Card("Card", new Plot("T", "S", "F", "Lead time grew to 88 days.", new PlotUnit(" days"), []))));

    private static string Write(Plot plot) => JsonSerializer.Serialize(new Card("Card", plot), CoreJson.Stored.Card);

    private static Card Read(string json) => JsonSerializer.Deserialize(json, CoreJson.Stored.Card)!;
}
