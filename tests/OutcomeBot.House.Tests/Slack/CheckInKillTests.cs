using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.CheckIns;
using OutcomeBot.Runtime;

namespace OutcomeBot.House.Tests.Slack;

/// <summary>The bot is killed at random moments while many check-ins come due: between planning, handing over, asking and entering what became of it.</summary>
public sealed class CheckInKillTests
{
    private const int Kills = 10;
    private const int Channels = 40;
    private const int Groups = 20;

    private static readonly Tenant s_tenant = new($"slack:{SlackDriver.Team}");
    private static readonly Person s_owner = new("U0OWNER01", "Ana");

    [Fact]
    public async Task Killed_again_and_again_nothing_is_asked_twice_and_every_occurrence_has_its_outcome()
    {
        var folder = Directory.CreateTempSubdirectory("outcomebot");
        var path = Path.Combine(folder.FullName, SlackHouse.FileName);
        var workspace = await SlackWorkspace.StartAsync();
        var plans = Plans(SystemClock.Instance.GetCurrentInstant());
        await PlanAsync(path, plans);

        var chance = new Random(20261123);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var bot = await BotProcess.StartAsync(path, workspace);
            var enough = Math.Min(workspace.Calls.Count + chance.Next(0, 20), Channels + Groups);
            await SlackDriver.UntilAsync(() => workspace.Calls.Count >= enough, "some of it to be under way");
            await bot.KillAsync();
        }

        await using var house = await SlackHouse.MoveInAsync(folder, workspace);
        foreach (var plan in plans)
            await SlackDriver.UntilAsync(async () => (await LinesAsync(house, plan.Subject.Id)).All(lines => lines == "Sent"), $"the ledger of {plan.Subject.Id}");
        var expected = plans.Select(plan => plan.Place.Channel).Concat(plans.SelectMany(plan => Schedule(plan).Seats).Select(seat => seat.Who).OfType<Person>().Select(person => "D" + person.Id));
        Assert.Equal(expected.Order(StringComparer.Ordinal), workspace.Posts.Select(post => post.Channel).Order(StringComparer.Ordinal));
    }

    /// <summary>Schedules that came due five minutes ago: of channels, and of two people each, where it is about noon now.</summary>
    private static ImmutableArray<Page> Plans(Instant now)
    {
        var zone = Noon(now);
        var local = now.InZone(Zones.Of(zone)).LocalDateTime.PlusMinutes(-5);
        var cadence = new Weekly(Weekdays.All, 1, local.Date, new LocalTime(local.Hour, local.Minute));
        var next = new Planned(local.Date, cadence.At(local.Date, Zones.Of(zone)));
        return
        [
            .. Enumerable.Range(0, Channels).Select(number => Plan($"channel{number}", number, now, Schedule(zone, cadence, [new Seat(null, zone, next)]))),
            .. Enumerable.Range(0, Groups).Select(number => Plan($"group{number}", Channels + number, now, Schedule(zone, cadence, [new Seat(Someone(2 * number), zone, next), new Seat(Someone((2 * number) + 1), zone, next)]))),
        ];
    }

    private static string Noon(Instant now) =>
        (now.InUtc().Hour - 12) switch { 0 => "Etc/GMT", var ahead => string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{ahead:+0;-0}") };

    private static Person Someone(int number) => new(string.Create(CultureInfo.InvariantCulture, $"U0KILL{number:D3}"), "Somebody");

    private static CheckInSchedule Schedule(string zone, Cadence cadence, ImmutableArray<Seat> seats) => new()
    {
        Owner = s_owner,
        Topic = new Topic(CheckInKind.Question, "What did you learn?"),
        Cadence = cadence,
        Zone = zone,
        Audience = seats[0].Who is null ? Audience.Channel : Audience.People,
        Seats = seats,
    };

    private static Page Plan(string id, int channel, Instant now, CheckInSchedule schedule)
    {
        var subject = new Subject(s_tenant, CheckInPractice.Name, id);
        var due = schedule.Seats[0].Next.At;
        return new Page
        {
            Subject = subject,
            Version = 1,
            Place = new Place(s_tenant, string.Create(CultureInfo.InvariantCulture, $"C0KILL{channel:D3}")),
            State = new Running(schedule),
            OpenedAt = now,
            ChangedAt = now,
            Reminders = [new Reminder(due, subject.Press("fire", Slips.Argument(due)))],
        };
    }

    private static async Task PlanAsync(string path, ImmutableArray<Page> plans)
    {
        await using var services = BotStore.Open(path);
        var journal = services.GetRequiredService<IJournal>();
        foreach (var plan in plans)
        {
            var record = new TurnRecord
            {
                After = plan,
                Changes = [new Scheduled(Schedule(plan)) { By = s_owner, At = plan.OpenedAt }],
                Parcels = [],
                By = s_owner,
                At = plan.OpenedAt,
                Place = plan.Place,
                Delivery = "planned",
            };
            Assert.Equal(SaveResult.Saved, await journal.SaveAsync(record, CancellationToken.None));
        }
    }

    private static CheckInSchedule Schedule(Page page) => ((CheckInState)page.State).Known!; // Every page here is a schedule's.

    private static async Task<string[]> LinesAsync(SlackHouse house, string id) =>
        [.. Schedule((await house.PageAsync(CheckInPractice.Name, id))!).Seats.Select(seat => string.Join(", ", seat.Recent.Select(line => line.State)))]; // It was planned before the first start.
}
