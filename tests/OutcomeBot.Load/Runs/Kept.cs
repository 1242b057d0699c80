using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.CheckIns;
using OutcomeBot.Runtime;
using OutcomeBot.Storage;

namespace OutcomeBot.Load.Runs;

/// <summary>What the store of a bot that is gone tells about check-ins that came due: how many, and how long after it the last one was taken.</summary>
internal sealed record Kept(int Planned, TimeSpan PlannedAfter, int HandedOver, TimeSpan HandedOverAfter)
{
    /// <summary>Reads it for these check-ins, known by id with the channel that each is in.</summary>
    public static async Task<Kept> ReadAsync(string path, IReadOnlyDictionary<string, string> checkIns, DateTimeOffset due, CancellationToken cancellationToken)
    {
        await using var services = Open(path);
        var journal = services.GetRequiredService<IJournal>();
        var (planned, handedOver) = (new List<TimeSpan>(), new List<TimeSpan>());
        var date = LocalDate.FromDateTime(due.UtcDateTime);
        foreach (var (id, channel) in checkIns)
        {
            var subject = new Subject(new Tenant($"slack:T{channel[1..]}"), CheckInPractice.Name, id);
            await AddAsync(planned, journal, subject, turn => turn.Changes.Any(change => change is Fired));
            await AddAsync(handedOver, journal, subject with { Id = Slips.IdOf(id, date) }, turn => turn.Changes.Any(change => change is Opened));
        }

        return new Kept(planned.Count, Last(planned), handedOver.Count, Last(handedOver));

        async Task AddAsync(List<TimeSpan> times, IJournal from, Subject subject, Func<PastTurn, bool> isIt)
        {
            await foreach (var turn in from.HistoryAsync(subject, cancellationToken))
                if (isIt(turn)) times.Add(turn.At.ToDateTimeOffset() - due);
        }
    }

    private static TimeSpan Last(List<TimeSpan> times) => times.DefaultIfEmpty(TimeSpan.Zero).Max();

    private static ServiceProvider Open(string path)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:LiteDb:Path", path)]).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddMetrics()
            .AddSingleton<IConfiguration>(settings)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new PracticeBook(Catalog.All).ByWord)
            .AddStorage(settings)
            .BuildServiceProvider();
    }
}
