using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>Check-ins: questions that come by themselves, on everybody's own clock, and a ledger of what became of each.</summary>
public sealed class CheckInPractice() : Practice<CheckInState, CheckInChange>(() => CheckInJson.State, () => CheckInJson.Changes)
{
    public const string Name = Clock.Practice;

    public override string Word => Name;

    public override bool IsInHand => false;

    public override ImmutableArray<Usage> Usages { get; } =
    [
        new("checkin every Monday 9:00 in my zone: What is lead time this week?", "ask the channel a question every week"),
        new("checkin weekdays 9:15 ask me: What did I learn yesterday?", "ask each person alone, on their own clock"),
        new("checkin every Monday 9:00: target lead-time", "a weekly reminder of a target, with a picture of signal or noise"),
        new("checkin", "list what is planned here, or plan by form"),
        new("checkin me", "your time zone, quiet hours and daily limit"),
        new("checkin away", "when you're away, so that nobody asks you"),
        new("checkin holidays", "days on which nobody is asked"),
        new("checkin zone", "this channel's time zone"),
        new("checkin help", "how it works"),
    ];

    protected override CheckInState Blank { get; } = new Unplanned();

    public override ImmutableArray<Need> Needs(Subject subject, Page? page, Incoming incoming) => CheckInNeeds.Of(subject, page?.State as CheckInState ?? Blank, incoming);

    public override bool AnswersAlone(string verb) => PressVerb.Alone.Contains(verb);

    public override bool Hears(Page page) => page.State is Round;

    public override Turn Take(Subject subject, Page? page, Incoming incoming, Readings readings)
    {
        var scene = new Scene(subject, page?.State as CheckInState ?? Blank, page, incoming, readings);
        return Conversation.TurnOf(scene, CheckInTalk.Of(scene), After, (after, changes, wants) => Consequences.Of(scene, after, changes, wants));
    }

    public override Card Draw(Page page) => (CheckInState)page.State switch
    {
        Round round => RoundCards.Of(page.Subject, round),
        { Known: not null } state => ScheduleCards.Of(page.Subject, state),
        Personal or Calendar or Unplanned => new Card("Nothing to show here", new Prose("Type checkin to see what's planned.")),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public override PageIndex Index(Page page) => (CheckInState)page.State switch
    {
        Running(var schedule) => new(ScheduleCards.Name(schedule), true, [], []),
        Paused(var schedule, _, _) => new(ScheduleCards.Name(schedule), true, [], []),
        Deleted(var schedule, _, _) => new(ScheduleCards.Name(schedule), false, [], []),
        Round round => new($"{RoundCards.Name(round)}, {CardText.Of(round.Call.For)}", false, [], []),
        Personal => new("Times and limits of a person", false, [], []),
        Calendar => new("Holidays and zones", false, [], []),
        Unplanned => new("Nothing planned", false, [], []),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public override bool AsksPeople => true;

    /// <summary>The newest question that was put to this person, until they answer or the next one comes.</summary>
    public override Involvement? InvolvementOf(Page page, Person who)
    {
        if (page.State is not (Running or Paused) || ((CheckInState)page.State).Known is not { } schedule) return null;
        return schedule.Seats.FirstOrDefault(seat => seat.IsOf(who.Id))?.Recent is [.., { State: OccurrenceState.Sent or OccurrenceState.Snoozed } asked]
            ? new Involvement([new Work(WorkKind.Answer, Topics.Title(schedule.Topic), who, asked.For, page.OpenedAt, new Press(Name, Slips.IdOf(page.Subject.Id, asked.For), PressVerb.Answer))])
            : null;
    }

    public override string? ZoneIn(Page page, string channel) => page.State switch
    {
        Personal personal => personal.Zone,
        Calendar calendar => calendar.ZoneOf(channel),
        _ => null,
    };

    protected override CheckInState Evolve(CheckInState state, CheckInChange change) => CheckInFolding.Evolve(state, change);
}
