using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices;

/// <summary>Something that is wanted done, or that is due. Who, when and by which clock are filled in by the turn that decides it.</summary>
public abstract record Command
{
    public Person By { get; init; } = new("", "");

    public Instant At { get; init; }

    /// <summary>Whose zone counts for it.</summary>
    public Clock Clock { get; init; } = Clock.Unknown;

    /// <summary>Whether a day is over for the person. Where nobody knows their zone, it may be the day before still.</summary>
    public bool IsPast(LocalDate day) => day < (Clock.IsKnown ? Today : Today.PlusDays(-1));

    /// <summary>The day on which it is wanted, where the person is: what was agreed for a day is held against it.</summary>
    public LocalDate Today => At.InZone(Clock.Zone).Date;
}
