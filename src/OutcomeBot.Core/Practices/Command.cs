using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices;

/// <summary>Something that is wanted done, or that is due. Who and when are filled in by the turn that decides it.</summary>
public abstract record Command
{
    public Person By { get; init; } = new("", "");

    public Instant At { get; init; }

    /// <summary>The day on which it is wanted, in Greenwich: what was agreed for a day is held against it.</summary>
    public LocalDate Today => At.InUtc().Date;
}
