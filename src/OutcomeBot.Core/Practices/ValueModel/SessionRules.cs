using System.Globalization;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>Who takes part, who leads, and how a session begins and ends.</summary>
internal static class SessionRules
{
    public static Decision Of(StartSession start) => (Typed.Line(start.Question), Cap(start.VitalFewLimit), start.Seal) switch
    {
        ("", _, _) => new Refusal("What are the weights for? A few words: what we build next quarter.", "question"),
        ({ Length: > Limits.Question } long_, _, _) => new Refusal($"That's {long_.Length} characters; {Limits.Question} fit. What matters most in it?", "question"),
        (_, null, _) => new Refusal($"Choose a limit from {Limits.LeastFactors} to {Limits.MostFactors}. {Limits.UsualFactors} is what most people can tell apart.", "limit"),
        (_, _, null) => new Refusal("I can't make a key to seal the votes with just now, so nothing was begun. Try again."),
        (var question, { } cap, { } seal) => new SessionStarted(start.Id, question, start.By.Is(start.Deputy) ? null : start.Deputy, cap, seal.Wrapped, start.Earlier) { By = start.By, At = start.At },
    };

    public static Decision Of(WeightingSession session, TakeSeat take)
    {
        var group = Group(take.Group);
        if (session.SeatOf(take.By) is { } seat)
            return seat.Part == take.Part && (group is null || group == seat.Group) && !seat.IsAway
                ? new Refusal(take.Part == Part.Observer ? "You watch already." : "You take part already.")
                : Seated(take, new Seat(take.By, take.Part, group ?? seat.Group));
        return session.Roll.Length >= Limits.Voters ? Full() : Seated(take, new Seat(take.By, take.Part, group));
    }

    public static Decision Of(WeightingSession session, AddVoter add) => add.Who switch
    {
        _ when !session.Leads(add.By) => session.OnlyLeads("add voters"),
        null => new Refusal("Choose who shall vote.", "who"),
        { } who when session.SeatOf(who) is { Part: Part.Voter, IsAway: false } => new Refusal($"{who.Name} votes already.", "who"),
        _ when session.Roll.Length >= Limits.Voters => Full(),
        { } who => Seated(add, new Seat(who, Part.Voter, Group(add.Group) ?? session.SeatOf(who)?.Group)),
    };

    public static Decision Of(WeightingSession session, SetAway set) => set.Who switch
    {
        null => new Refusal("Choose who is away.", "who"),
        { } who when !who.Is(set.By) && !session.Leads(set.By) => session.OnlyLeads("say that others are away"),
        { } who when session.SeatOf(who) is null => new Refusal($"{who.Name} doesn't take part, so nothing was changed.", "who"),
        { } who when session.SeatOf(who)!.IsAway == set.IsAway => new Refusal(set.IsAway ? $"{who.Name} is away already." : $"{who.Name} is here already.", "who"),
        { } who => new AwaySet(who, set.IsAway) { By = set.By, At = set.At },
    };

    public static Decision Of(WeightingSession session, NameDeputy name) => name.To switch
    {
        _ when !session.Leads(name.By) => session.OnlyLeads("name the deputy"),
        null => new Refusal("Choose somebody.", "to"),
        { } to when to.Is(session.Owner) => new Refusal($"{to.Name} leads it already. Choose somebody else.", "to"),
        { } to when to.Is(session.Deputy) => new Refusal($"{to.Name} is the deputy already.", "to"),
        { } to => new LeadGiven(to, IsOwner: false) { By = name.By, At = name.At },
    };

    public static Decision Of(WeightingSession session, TakeOver take) => session switch
    {
        _ when session.Owner.Is(take.By) => new Refusal("You lead it already."),
        _ when take.By.Is(session.Deputy) || IsSilent(session, take.At) => new LeadGiven(take.By, IsOwner: true) { By = take.By, At = take.At },
        _ => new Refusal($"{session.Names()} leads it. After {Limits.QuietDays} days without a word from them, anybody can take over."),
    };

    public static Decision Of(WeightingSession session, DropSession drop) => Typed.Line(drop.Reason) switch
    {
        _ when !session.Leads(drop.By) => session.OnlyLeads("give it up"),
        "" => new Refusal("Say why, so that nobody wonders later.", "reason"),
        { Length: > Limits.Note } => new Refusal($"{Limits.Note} characters fit.", "reason"),
        var reason => new SessionDropped(reason) { By = drop.By, At = drop.At },
    };

    /// <summary>Whether owner and deputy have been silent for so long that anybody may take over.</summary>
    public static bool IsSilent(WeightingSession session, NodaTime.Instant at) => at - session.LeadActedAt >= NodaTime.Duration.FromDays(Limits.QuietDays);

    /// <summary>A group's name as it is kept: one line, its first letter large; null when none was typed.</summary>
    public static string? Group(string typed) => Typed.LineOrNull(typed) is { } group ? Typed.Clip(char.ToUpperInvariant(group[0]) + group[1..], Limits.Group) : null;

    private static int? Cap(string typed) => typed.Length == 0 ? Limits.UsualFactors
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var cap) && cap is >= Limits.LeastFactors and <= Limits.MostFactors ? cap : null;

    private static SeatTaken Seated(Command command, Seat seat) => new(seat) { By = command.By, At = command.At };

    private static Refusal Full() => new($"{Limits.Voters} people take part, which is as many as a session holds.");
}
