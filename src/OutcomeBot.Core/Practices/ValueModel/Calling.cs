using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>What a value model is to one who takes part: a vote to cast, or one that is cast. It says never a word of what is in a ballot.</summary>
internal static class Calling
{
    public static Involvement? Of(Subject subject, ValueModelState state, Person who)
    {
        if (state.Known is not { } session) return null;
        var seat = session.SeatOf(who);
        if (seat is null && !session.Leads(who)) return null;
        return (state, seat) switch
        {
            (Voting(_, var round), _) when round.HasVoted(who) => new Involvement([], $"You have voted. You can change your vote until {round.ClosesAt}."),
            (Voting(_, var round), { Part: Part.Voter, IsAway: false }) => new Involvement([Vote(subject, session, round, who)]),
            _ => Involvement.Quiet,
        };
    }

    private static Work Vote(Subject subject, WeightingSession session, Round round, Person who) => new(
        WorkKind.Vote, $"{Wordings.Round(round)}: {session.Question}", who, round.ClosesAt.InZone(Zones.Of(round.Zone)).Date, round.OpenedAt, subject.Press(PressVerb.Vote));
}
