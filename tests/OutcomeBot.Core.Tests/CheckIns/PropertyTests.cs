using CsCheck;
using NodaTime;
using OutcomeBot.Core.Practices.CheckIns;
using static OutcomeBot.Core.Tests.CheckIns.Office;

namespace OutcomeBot.Core.Tests.CheckIns;

/// <summary>Whatever people and machines do, in whatever order.</summary>
public sealed class PropertyTests
{
    private static readonly string[] s_zones = ["Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Kathmandu", "Australia/Lord_Howe"];
    private static readonly string[] s_times = ["daily 9:00", "weekdays 0:30", "every Monday 2:30", "every 2 weeks on Friday 23:59", "monthly on the last Friday 10:00"];

    [Fact]
    public void Nobody_is_asked_twice_for_a_date_and_the_dates_of_the_ledger_only_grow() =>
        Gen.Select(Gen.Int[0, 11], Gen.Int[0, 4], Gen.Int[1, 2_000]).Array[1, 40].Sample(deeds =>
        {
            var office = new Office { Zones = { ["U1"] = s_zones[0], ["U2"] = s_zones[1] } };
            office.Type(Ana, $"{s_times[deeds[0].Item2]} my zone ask me: What did you learn?").Press(Ben, "s1", "join");
            foreach (var (kind, which, minutes) in deeds) Do(office, kind, which, minutes);
            foreach (var seat in office.State("s1").Known!.Seats)
                Assert.Equal(seat.Recent.Select(line => line.For).Distinct().Order(), seat.Recent.Select(line => line.For));
            var asked = office.History.Where(entry => entry.Change is Fired).SelectMany(entry => ((Fired)entry.Change).Entries)
                .Where(entry => entry.State is OccurrenceState.Planned or OccurrenceState.Sent).Select(entry => (entry.Person, entry.For)).ToList();
            Assert.Equal(asked.Distinct(), asked);
            var told = office.History.Where(entry => entry.Change is Nudged).SelectMany(entry => ((Nudged)entry.Change).Nudges).Select(nudge => (nudge.Round, nudge.Who.Id)).ToList();
            var again = office.History.Select(entry => entry.Change).OfType<AskedAgain>().Count();
            Assert.InRange(told.Count, told.Distinct().Count(), told.Distinct().Count() + again);
        }, iter: 60);

    [Fact]
    public void No_day_of_a_person_has_more_messages_than_they_want() =>
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 6], Gen.Int[0, 4]).Sample((budget, schedules, zone) =>
        {
            var office = new Office { Zones = { ["U1"] = s_zones[zone] } };
            office.Fill(Ana, Slips.IdOf(Ana), "times", ("zone", s_zones[zone]), ("quiet", "20:00-07:00"), ("budget", $"{budget}"));
            for (var number = 0; number < schedules; number++) office.Type(Ana, $"daily {6 + (3 * number)}:15 my zone ask me: Question {number}?");
            office.Until(11, 29, 9);
            var days = office.History.Select(entry => entry.Change).OfType<Nudged>().GroupBy(nudged => nudged.On).ToList();
            Assert.All(days, day => Assert.InRange(day.Count(), 1, budget));
            var quiet = office.History.Select(entry => entry.Change).OfType<Nudged>().Select(nudged => nudged.At.InZone(DateTimeZoneProviders.Tzdb[s_zones[zone]]).TimeOfDay);
            Assert.All(quiet, time => Assert.False(QuietHours.Usual.Holds(time)));
        }, iter: 20);

    private static void Do(Office office, int kind, int which, int minutes)
    {
        var by = which % 2 == 0 ? Ana : Ben;
        var round = Round(office);
        switch (kind)
        {
            case 0: office.Now += Duration.FromMinutes(37 * minutes); break;
            case 1: office.Press(by, "s1", "pause"); break;
            case 2: office.Press(by, "s1", "resume"); break;
            case 3: office.Fill(by, Slips.IdOf(by), "times", ("zone", s_zones[which]), ("quiet", which > 2 ? "none" : "20:00-07:00"), ("budget", "2")); break;
            case 4: office.Fill(Ana, "s1", "edit", ("question", "What now?"), ("when", s_times[which]), ("zone", s_zones[which]), ("clock", "User"), ("who", "People")); break;
            case 5: office.Fill(by, "s1", "skipnext", ("reason", "Off-site")); break;
            case 6 when round is not null: office.FillAlone(by, round, "answer", ("answer", $"Learned {minutes}")); break;
            case 7 when round is not null: office.FillAlone(by, round, "snooze", ("until", "3")); break;
            case 8 when office.Reminders("s1") is [var tick]: office.Ring("s1", tick); break;
            default: break;
        }

        office.Until(office.Now + Duration.FromMinutes(minutes));
    }

    private static string? Round(Office office) => office.History.Where(entry => entry.Change is Opened).Select(entry => entry.Page).LastOrDefault();
}
