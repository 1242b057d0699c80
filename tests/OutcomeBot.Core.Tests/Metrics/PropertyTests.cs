using CsCheck;
using NodaTime;
using OutcomeBot.Core.Practices.Metrics;
using Period = OutcomeBot.Core.Practices.Metrics.Period;

namespace OutcomeBot.Core.Tests.Metrics;

public sealed class PropertyTests
{
    private const string Marks = "0123456789.,-+()%€ \"'|;\t\nQW=/azé\u202E\0";

    private static readonly string[] s_heads = ["", "metric,date,value\n", "x,Q1,Q2,Q3\n", "|x|Q1|\n"];

    private static readonly Gen<string> s_text = Gen.OneOf(Gen.String[0, 200], Gen.Char[Marks].Array[0, 120].Select(letters => new string(letters)));

    [Fact]
    public void No_text_breaks_a_line_or_is_forgotten_in_silence() => s_text.Sample(text =>
    {
        var room = new Room().Type("lead-time 88 days Q4").Type(text).Type("lead-time " + text);
        Assert.NotEmpty(room.Last.Replies);
    });

    [Fact]
    public void No_file_breaks_an_import() => Gen.Select(s_text, Gen.Int[0, 3].Select(index => s_heads[index])).Sample((text, head) =>
        Assert.NotEmpty(new Room().Fill("metric/-/import", ("file", head + text)).Last.Replies));

    [Fact]
    public void Every_number_is_read_back_as_it_was_written() => Gen.Select(Gen.Long[-999_999_999_999_999, 999_999_999_999_999], Gen.Int[0, 9]).Sample((digits, scale) =>
    {
        var value = digits / (decimal)Math.Pow(10, scale);
        var text = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(Amount.Of(text) is Amount.Exactly { Value: var read } ? read == value : Amount.Of(text) is Amount.Either { Decimals: var either } && either == value, text);
        Assert.Equal(new Amount.Exactly(value), Amount.Of(text, Notation.Point));
    });

    [Fact]
    public void Every_period_holds_its_days_and_is_found_again_by_its_name() => Gen.Select(Gen.Int[0, 80_000], Gen.Enum<PeriodKind>()).Sample((day, kind) =>
    {
        var date = new LocalDate(1950, 1, 1).PlusDays(day);
        var period = Period.Holding(date, kind);
        Assert.True(period.First <= date && date <= period.Last);
        Assert.Equal(period.First.PlusDays(-1), period.Before().Last);
        Assert.Equal(period, Period.Of(ImportReading.TextOf(period), new LocalDate(2026, 11, 23)));
    });

    [Fact]
    public void An_import_and_its_undo_leave_every_value_as_it_was() =>
        Gen.Select(Gen.Int[1, 40].Array[1, 8], Gen.Int[1, 40].Array[1, 8]).Sample((typed, brought) =>
        {
            var room = new Room();
            for (var index = 0; index < typed.Length; index++) room.Type($"bugs {typed[index]} 2026-{index + 1:00}");
            var before = room.Metric("bugs").Values;
            var page = room.Bring("metric,period,value\n" + string.Join('\n', brought.Select((value, index) => $"bugs,2026-{index + 2:00},{value}")));
            room.Press($"metric/{page.Subject.Id}/confirm");
            Assert.Equal(brought.Select(value => (decimal)value), room.Metric("bugs").Values.Where(value => value.AsOf >= new LocalDate(2026, 2, 1)).Take(brought.Length).Select(value => value.Value));
            room.Press($"metric/{page.Subject.Id}/undo");
            Assert.Equal(before.AsEnumerable(), room.Metric("bugs").Values.AsEnumerable());
        });
}
