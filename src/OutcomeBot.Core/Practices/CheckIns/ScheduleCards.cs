using System.Collections.Immutable;
using System.Globalization;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>The card of a schedule: what it asks, whom and when.</summary>
public static class ScheduleCards
{
    private const int TitleLength = 120;
    private const int NamedPeople = 5;

    public static Card Of(Subject subject, CheckInState state) => state switch
    {
        Running(var schedule) => new Card(Title("Check-in", schedule), [.. Facts(schedule), new Buttons(RunningButtons(subject, schedule)), MadeBy(schedule)]),
        Paused(var schedule, var by, var at) => new Card(Title("Paused check-in", schedule),
        [
            .. Facts(schedule),
            new Prose($"{"Paused":strong} by {by}, {at}. Nothing is asked until somebody resumes it."),
            new Buttons(
                new Button("Resume", subject.Press(PressVerb.Resume), ButtonKind.Primary),
                new Button("Edit", subject.Press(PressVerb.Edit)),
                new Button("Take over", subject.Press(PressVerb.TakeOver)),
                new Button("Delete", subject.Press(PressVerb.Delete), ButtonKind.Grave)),
            MadeBy(schedule),
        ]),
        Deleted(var schedule, var by, var at) => new Card(Title("Deleted check-in", schedule), [new Prose($"{"Deleted":strong} by {by}, {at}. What was answered stays where it was answered."), MadeBy(schedule)]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The schedule in a line.</summary>
    public static string Name(CheckInSchedule schedule) => Typed.Clip($"{Topics.Title(schedule.Topic)} ({CadenceWords.Of(schedule.Cadence)})", TitleLength);

    /// <summary>When it asks, by whose clock.</summary>
    public static string When(Cadence cadence, ZoneRule rule, string zone, Audience audience) => (rule, audience) switch
    {
        (ZoneRule.User, Audience.People) => $"{CadenceWords.Of(cadence)}, by everybody's own clock",
        (ZoneRule.User, _) => $"{CadenceWords.Of(cadence)}, by its owner's clock ({zone})",
        (ZoneRule.Channel, _) => $"{CadenceWords.Of(cadence)}, by the channel's clock ({zone})",
        _ => $"{CadenceWords.Of(cadence)}, {zone}",
    };

    /// <summary>What else can be done with it, and the ledger.</summary>
    internal static Card More(Scene scene, CheckInSchedule schedule) => new(Typed.Clip(Topics.Title(schedule.Topic), TitleLength),
    [
        .. scene.State is Running && schedule.Seats.FirstOrDefault(seat => seat.IsOf(scene.By.Id) || seat.Who is null) is { } mine ? [CheckInNotes.NextThree(schedule, mine)] : ImmutableArray<Block>.Empty,
        .. Seating.All(schedule).Where(seat => !seat.Recent.IsEmpty).Take(NamedPeople).Select(Ledger),
        new Buttons(MoreButtons(scene, schedule)),
        new Aside($"The last {Seat.Kept} occurrences of everybody are listed, older ones are counted. {schedule.Owner.Name} can edit and delete it, anybody can pause it, and a paused one can be taken over."),
    ]);

    private static Outline Ledger(Seat seat) => new(
    [
        new OutlineRow(0, "", seat.Who?.Name ?? "The channel", Counted(seat)),
        .. seat.Recent.Reverse().Take(6).Select(line => new OutlineRow(1, "", (Words)$"{line.For}: {line.State.ToString().ToLowerInvariant()}{(line.Outcome.Length > 0 ? $" ({line.Outcome})" : "")}")),
    ]);

    private static Words Counted(Seat seat) => CadenceWords.Listed(
        [.. CheckIns.Ledger.Count(seat).Where(pair => pair.Value > 0).Select(pair => $"{pair.Value.ToString(CultureInfo.InvariantCulture)} {pair.Key.ToString().ToLowerInvariant()}")]);

    private static string Title(string kind, CheckInSchedule schedule) => Typed.Clip($"{kind}: {Topics.Title(schedule.Topic)}", TitleLength);

    private static IEnumerable<Block> Facts(CheckInSchedule schedule)
    {
        yield return new Facts(
            new Fact("When", When(schedule.Cadence, schedule.ZoneRule, schedule.Zone, schedule.Audience)),
            new Fact("Asks", Asks(schedule)),
            new Fact("After a downtime", schedule.CatchUp == CatchUpPolicy.Latest ? "the latest one is asked late, once" : "nothing is asked late; the next one says what was missed"));
        if (schedule.Seats.Where(seat => seat.IsGone).Select(seat => seat.Who!.Name).ToImmutableArray() is { IsEmpty: false } gone) // A channel leaves no workspace.
            yield return new Prose($"{CadenceWords.Listed(gone)} {(gone.Length == 1 ? "has left the workspace and isn't" : "have left the workspace and aren't")} asked.");
        if (schedule.Skip is { } skip) yield return new Prose($"{"The next one is skipped":strong} by {skip.By}: {skip.Reason}");
    }

    private static Words Asks(CheckInSchedule schedule) => (schedule.Audience, schedule.Asked.ToImmutableArray()) switch
    {
        (Audience.Channel, _) => "this channel, together",
        (_, []) => "nobody: everybody has left",
        (_, var seats) => CadenceWords.Listed([.. seats.Take(NamedPeople).Select(seat => seat.Who!.Name), .. seats.Length > NamedPeople ? [$"{(seats.Length - NamedPeople).ToString(CultureInfo.InvariantCulture)} more"] : ImmutableArray<string>.Empty]) + ", each alone",
    };

    private static Aside MadeBy(CheckInSchedule schedule) => new($"Looked after by {schedule.Owner}.");

    private static IEnumerable<Button> RunningButtons(Subject subject, CheckInSchedule schedule)
    {
        yield return new Button("Show me now", subject.Press(PressVerb.Preview), About: "a preview that only you see");
        if (schedule.Audience == Audience.People) yield return new Button("Ask me too", subject.Press(PressVerb.Join));
        if (schedule.Skip is null) yield return new Button("Skip next", subject.Press(PressVerb.SkipNext));
        yield return new Button("Pause", subject.Press(PressVerb.Pause));
        yield return new Button("More", subject.Press(PressVerb.More));
    }

    private static IEnumerable<Button> MoreButtons(Scene scene, CheckInSchedule schedule)
    {
        var (subject, isOwner) = (scene.Subject, schedule.Owner.Is(scene.By));
        if (scene.State is Running) yield return new Button("Show me now", subject.Press(PressVerb.Preview));
        if (scene.State is Running && schedule.Skip is null) yield return new Button("Skip next", subject.Press(PressVerb.SkipNext));
        yield return scene.State is Running ? new Button("Pause", subject.Press(PressVerb.Pause)) : new Button("Resume", subject.Press(PressVerb.Resume));
        if (schedule.Seats.Any(seat => seat.IsOf(scene.By.Id))) yield return new Button("Stop asking me", subject.Press(PressVerb.Leave));
        else if (schedule.Audience == Audience.People) yield return new Button("Ask me too", subject.Press(PressVerb.Join));
        if (isOwner && schedule.Audience == Audience.People) yield return new Button("Ask somebody else too", subject.Press(PressVerb.Add));
        if (isOwner) yield return new Button("Edit", subject.Press(PressVerb.Edit));
        if (isOwner) yield return new Button("Delete", subject.Press(PressVerb.Delete), ButtonKind.Grave);
    }
}
