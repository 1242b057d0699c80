using System.Collections.Immutable;
using System.Security.Cryptography;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Runtime;

/// <summary>Loads what a practice needs to read. Metrics and work are read from the pages of whichever practice keeps them.</summary>
internal sealed class Reader(IJournal journal, PracticeBook practices, SealKeys seals, PageLinks links)
{
    private const int SecretDigits = 48;

    public async ValueTask<Readings> ReadAsync(ImmutableArray<Need> needs, Tenant tenant, CancellationToken cancellationToken)
    {
        var readings = Readings.Empty;
        if (needs.IsDefaultOrEmpty) return readings;
        foreach (var need in needs)
            readings = need switch
            {
                Undelivered undelivered => readings with { Stuck = await journal.StuckAsync(tenant, undelivered.Take, cancellationToken) },
                FreshSecret => readings with { Secret = RandomNumberGenerator.GetHexString(SecretDigits, lowercase: true) },
                FreshSeal => readings with { Seal = seals.Fresh(tenant) },
                OpenedSeal opened => readings with { Seal = seals.Open(tenant, opened.Wrapped) },
                Measured measured => With(readings, await MetricsAsync(measured, tenant, cancellationToken)),
                AllMeasured all => With(readings, await MetricsAsync(all, tenant, cancellationToken)),
                ClockOf clock => readings with { Clock = await ClockAsync(clock, tenant, cancellationToken) },
                LinkOf link => readings with { Link = await LinkAsync(new Place(tenant, link.Channel, link.Thread), cancellationToken) },
                OpenWork work => readings with { Work = await WorkAsync(work, tenant, cancellationToken) },
                InvolvementsOf mine => readings with { Involvements = await InvolvementsAsync(mine, tenant, cancellationToken) },
                _ => readings with { Pages = readings.Pages.SetItem(need, await journal.ReadAsync(tenant, need, cancellationToken)) },
            };
        return readings;
    }

    private static Readings With(Readings readings, IEnumerable<Metric> metrics) =>
        readings with { Metrics = readings.Metrics.SetItems(metrics.Select(metric => KeyValuePair.Create(metric.Subject.Id, metric))) };

    private async ValueTask<IReadOnlyList<Metric>> MetricsAsync(Measured need, Tenant tenant, CancellationToken cancellationToken)
    {
        var metrics = new List<Metric>();
        foreach (var id in need.Names.Select(MetricName.IdOf).Distinct().Take(Need.Most))
            if (await journal.OpenAsync(new Subject(tenant, MetricName.Practice, id), cancellationToken) is { } page
                && practices.Of(MetricName.Practice)?.Measure(page) is { } metric) metrics.Add(metric);
        return metrics;
    }

    private async ValueTask<IReadOnlyList<Metric>> MetricsAsync(AllMeasured need, Tenant tenant, CancellationToken cancellationToken) =>
        [.. (await journal.ReadAsync(tenant, new OpenPages(MetricName.Practice, null, need.Take), cancellationToken))
            .Select(found => practices.Of(found.Subject.Practice)?.Measure(PageOf(found)))
            .OfType<Metric>()];

    private async ValueTask<ImmutableArray<FoundWork>> WorkAsync(OpenWork need, Tenant tenant, CancellationToken cancellationToken) =>
        [.. (await journal.ReadAsync(tenant, need, cancellationToken))
            .SelectMany(found => practices.Of(found.Subject.Practice)?.Works(PageOf(found)).Select(work => new FoundWork(work, found)) ?? [])
            .OrderBy(found => found.Work.Due is null)
            .ThenBy(found => found.Work.Due)
            .ThenBy(found => found.Work.Since)
            .Take(Math.Clamp(need.Take, 0, Need.Most))];

    /// <summary>What waits may stand on a page that has ended, such as a countermeasure on a concluded analysis.</summary>
    private async ValueTask<ImmutableArray<FoundInvolvement>> InvolvementsAsync(InvolvementsOf need, Tenant tenant, CancellationToken cancellationToken)
    {
        var lists = practices.ByWord.Values.Where(practice => practice.AsksPeople).Select(Need (practice) => new OpenPages(practice.Word, null, Need.Most));
        var pages = new Dictionary<Subject, Found>();
        foreach (var list in lists.Append(new OpenWork(null)))
            foreach (var found in await journal.ReadAsync(tenant, list, cancellationToken))
                pages[found.Subject] = found;
        return [.. pages.Values
            .OrderByDescending(page => page.OpenedAt)
            .Select(page => practices.Of(page.Subject.Practice)?.InvolvementOf(PageOf(page), need.Who) is { } involvement ? new FoundInvolvement(involvement, page) : null)
            .OfType<FoundInvolvement>()];
    }

    private async ValueTask<Clock> ClockAsync(ClockOf need, Tenant tenant, CancellationToken cancellationToken) => new(
        await ZoneAsync(new Subject(tenant, Clock.Practice, Clock.IdOf(need.Who)), need.Channel, cancellationToken),
        null,
        await ZoneAsync(new Subject(tenant, Clock.Practice, Clock.Shared), need.Channel, cancellationToken));

    private async ValueTask<string?> ZoneAsync(Subject subject, string channel, CancellationToken cancellationToken) =>
        await journal.OpenAsync(subject, cancellationToken) is { } page ? practices.Of(subject.Practice)?.ZoneIn(page, channel) : null;

    private async ValueTask<PageLink?> LinkAsync(Place thread, CancellationToken cancellationToken) =>
        await journal.OpenThreadAsync(thread, cancellationToken) is { } page && practices.Of(page.Subject.Practice) is { } practice ? links.To(page.Subject, practice.Index(page).Title) : null;

    private static Page PageOf(Found found) => new()
    {
        Subject = found.Subject,
        Version = 0,
        Place = found.Place,
        State = found.State ?? throw new InvalidOperationException($"{found.Subject} was listed without its state."),
        Message = found.Message,
        OpenedAt = found.OpenedAt,
        ChangedAt = found.ChangedAt,
    };
}
