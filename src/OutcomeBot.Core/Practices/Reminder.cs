using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices;

/// <summary>Wake this subject at this instant with this press. A page keeps the whole set; the alarm clock follows it.</summary>
public sealed record Reminder(Instant At, Press Press);
