using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.CheckIns;

namespace OutcomeBot.Core.Tests.CheckIns;

/// <summary>A year of a thousand teams: the practice's own turns with a clock of its own, restarts in between, and every hand-over carried.</summary>
public sealed class YearTests
{
    private const int Teams = 1_000;
    private const int Schedules = 10;

    private static readonly Instant s_begin = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly Instant s_end = Instant.FromUtc(2027, 1, 1, 0, 0);
    private static readonly string[] s_zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns", "Africa/Casablanca", "UTC"];

    [Fact]
    public void Ends_with_a_complete_ledger_and_nothing_asked_twice()
    {
        var years = Enumerable.Range(0, Teams).AsParallel().Select(Lived).ToList();
        Assert.All(years, year => Assert.Equal(year.Asked, year.Distinct));
        var (expected, entered, asked) = (years.Sum(year => year.Expected), years.Sum(year => year.Entered), years.Sum(year => year.Asked));
        Assert.Equal(expected, entered);
        Assert.InRange(asked, expected * 9 / 10, expected);
        Assert.True(expected > Teams * Schedules * 51);
    }

    private static (int Expected, int Entered, int Asked, int Distinct) Lived(int number)
    {
        var team = new Team(number);
        for (var schedule = 0; schedule < Schedules; schedule++) team.Plan(schedule);
        team.Live();
        return (team.Expected(), team.Entered(), team.Asked.Count, team.Asked.Distinct().Count());
    }

    /// <summary>One team: its pages, its alarms, and the hand-overs between them.</summary>
    private sealed class Team(int number)
    {
        private static readonly CheckInPractice s_practice = new();
        private static readonly Person s_bot = new("outcomebot", "OutcomeBot");

        private readonly Tenant _tenant = new($"local:team{number}");
        private readonly Dictionary<string, Page> _pages = [];
        private readonly PriorityQueue<(string Id, Reminder Reminder), Instant> _alarms = new();
        private readonly Dictionary<string, CheckInSchedule> _planned = [];
        private Instant _now = s_begin;
        private int _turns;

        /// <summary>What reached a channel or a person: round and person.</summary>
        public List<(string Round, string Who)> Asked { get; } = [];

        public void Plan(int schedule)
        {
            var zone = s_zones[(number + schedule) % s_zones.Length];
            var line = schedule == 9 ? $"every Wednesday 1{number % 10}:00 {zone} ask me: What did you learn?" : $"every {(IsoDayOfWeek)(1 + (number + schedule) % 7)} 0{schedule}:30 {zone}: How is it going?";
            var owner = new Person($"U{schedule}", $"Person {schedule}");
            Take($"s{schedule}", new Said("checkin", line) { Delivery = $"d{_turns++}", Place = new Place(_tenant, "C1"), By = owner, At = _now, Door = OpenDoor.Whisper });
            _planned[$"s{schedule}"] = State($"s{schedule}").Known!;
        }

        /// <summary>Alarms ring in their order. Five times the process is gone for hours or weeks; what it held rings at its start, some of it twice.</summary>
        public void Live()
        {
            var downs = new Queue<(Instant From, Instant Until)>(Enumerable.Range(1, 5).Select(down => Down(down)));
            while (_alarms.TryPeek(out var alarm, out var at) && at < s_end)
            {
                _alarms.Dequeue();
                if (at > _now) _now = at;
                if (downs.TryPeek(out var down) && _now >= down.From)
                {
                    downs.Dequeue();
                    if (_now < down.Until) _now = down.Until;
                }

                Ring(alarm);
                if (_turns % 7 == 0) Ring(alarm);
            }

            _now = s_end;
        }

        /// <summary>How many dates the schedules fell on while there was somebody to run them at the year's end.</summary>
        public int Expected() => _planned.Values.Sum(schedule => schedule.Seats.Sum(seat =>
        {
            var (count, zone) = (0, DateTimeZoneProviders.Tzdb[schedule.Zone]);
            for (var next = schedule.Cadence.Next(s_begin, zone); next.At < s_end; next = schedule.Cadence.Next(next.At, zone)) count++;
            return count;
        }));

        public int Entered() => _planned.Keys.Sum(id => State(id).Known!.Seats.Sum(seat => Ledger.Count(seat).Values.Sum()));

        private static (Instant From, Instant Until) Down(int down)
        {
            var from = s_begin + Duration.FromDays(60 * down);
            return (from, from + Duration.FromHours(down == 3 ? 24 * 15 : 5 * down));
        }

        private CheckInState State(string id) => (CheckInState)_pages[id].State;

        private void Ring((string Id, Reminder Reminder) alarm)
        {
            if (!_pages[alarm.Id].Reminders.Contains(alarm.Reminder) && _turns % 7 != 0) return;
            Take(alarm.Id, new Due(alarm.Reminder.Press) { Delivery = $"d{_turns++}", Place = _pages[alarm.Id].Place, By = s_bot, At = _now });
        }

        private void Take(string id, Incoming incoming)
        {
            var subject = new Subject(_tenant, "checkin", id);
            var page = _pages.GetValueOrDefault(id);
            var needs = s_practice.Needs(subject, page, incoming).OfType<OnePage>().Where(need => _pages.ContainsKey(need.Id));
            var readings = new Readings(needs.Distinct().ToImmutableDictionary(need => (Need)need, need => ImmutableArray.Create(AsFound(_pages[need.Id]))), []);
            var turn = s_practice.Take(subject, page, incoming, readings);
            if (!turn.Changes.IsEmpty) Save(subject, page, turn, incoming);
            foreach (var reply in turn.Replies) Carry(id, reply, incoming);
        }

        private void Save(Subject subject, Page? page, Turn turn, Incoming incoming)
        {
            _pages[subject.Id] = new Page
            {
                Subject = subject,
                Version = 1,
                Place = page?.Place ?? turn.Place ?? incoming.Place,
                State = s_practice.Fold(page?.State, turn.Changes),
                OpenedAt = _now,
                ChangedAt = _now,
                Reminders = turn.Reminders ?? page?.Reminders ?? [],
            };
            foreach (var reminder in turn.Reminders ?? []) _alarms.Enqueue((subject.Id, reminder), reminder.At);
            if (page is null && _pages[subject.Id].State is Round { Turnouts.IsEmpty: true }) Asked.Add((subject.Id, "channel"));
        }

        /// <summary>One team in ten has its rounds and people's pages too; of the others it is enough to see what their schedules hand over.</summary>
        private void Carry(string from, Reply reply, Incoming incoming)
        {
            if (number % 10 != 0)
            {
                if (reply is HandOver handed && handed.To.Split('/')[1].Contains('r', StringComparison.Ordinal)) Asked.Add((handed.To, "handed over"));
                return;
            }

            if (reply is HandOver over)
                Take(over.To.Split('/')[1], new HandedOver(over.To, over.Text, "checkin", from) { Delivery = $"d{_turns++}", Place = incoming.Place, By = s_bot, At = _now });
            if (reply is Post post)
                Asked.AddRange(post.Card.Blocks.OfType<Buttons>().Select(buttons => (buttons.Items[0].Press.SubjectId!, post.Place.Channel)));
        }

        private static Found AsFound(Page page) => new(page.Subject, page.Place, null, s_practice.Index(page), page.OpenedAt, page.ChangedAt, page.State);
    }
}
