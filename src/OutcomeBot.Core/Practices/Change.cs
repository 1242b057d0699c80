using OutcomeBot.Core.Chat;
using NodaTime;

namespace OutcomeBot.Core.Practices;

/// <summary>
/// Something that happened and is never unsaid. Who and when are its own; the tenant, the place and the subject are
/// those of the turn that it is stored with.
/// </summary>
public abstract record Change
{
    /// <summary>Who did it.</summary>
    public required Person By { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}
