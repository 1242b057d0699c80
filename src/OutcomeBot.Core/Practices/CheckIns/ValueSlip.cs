using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>Values handed to a metric at <c>metric/{id}/record</c>.</summary>
internal sealed record ValueSlip(string Name, string Source, ImmutableArray<SlipValue> Values)
{
    public static HandOver Of(string metric, LocalDate date, decimal value) => new(
        $"{MetricName.Practice}/{MetricName.IdOf(metric)}/record",
        JsonSerializer.Serialize(new ValueSlip(metric, "check-in", [new SlipValue(LocalDatePattern.Iso.Format(date), value)]), CheckInJson.Values));
}

/// <summary>One value, for a date.</summary>
internal sealed record SlipValue(string Period, decimal Value);
