using OutcomeBot.Core.Language;
using Xunit;

namespace OutcomeBot.Core.Tests.Language;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("57", 57.0, "")]
    [InlineData("57 days", 57.0, "days")]
    [InlineData("-16%", -16.0, "%")]
    [InlineData("\u221215.5 %", -15.5, "%")]
    [InlineData("7,250 USD", 7250.0, "USD")]
    [InlineData("1,234.5 items", 1234.5, "items")]
    [InlineData("88 percent", 88.0, "%")]
    [InlineData("12 \u20ac", 12.0, "\u20ac")]
    [InlineData("1,5", null, null)]
    [InlineData("1.2.3", null, null)]
    [InlineData("days 57", null, null)]
    [InlineData("eighty", null, null)]
    [InlineData("88 or 89", null, null)]
    [InlineData("8 8", null, null)]
    [InlineData("", null, null)]
    public void A_number_is_read_where_it_can_be_read_in_one_way_only(string text, double? value, string? unit)
    {
        var read = Quantity.Read(text);
        Assert.Equal(((decimal?)value, unit), (read?.Value, read?.Unit));
    }

    [Theory]
    [InlineData("1 ")]
    [InlineData("1,000")]
    [InlineData("1 a ")]
    [InlineData("\u20ac")]
    public void An_endless_line_is_no_number(string piece) =>
        Assert.Null(Quantity.Read(string.Concat(Enumerable.Repeat(piece, 100_000))));

    [Theory]
    [InlineData("88", "days", "88 days")]
    [InlineData("2275", "", "2,275")]
    [InlineData("-15.5206", "%", "-15.5 %")]
    [InlineData("0.1234", "", "0.12")]
    [InlineData("0.0012", "", "0.0012")]
    public void What_was_computed_has_no_more_digits_than_say_something(string value, string unit, string said) =>
        Assert.Equal(said, Quantity.Text(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), unit));

    [Fact]
    public void A_change_says_its_sign() => Assert.Equal(("+3 days", "-3 days", "0"), (Quantity.WithSign(3, "days"), Quantity.WithSign(-3, "days"), Quantity.WithSign(0)));
}
