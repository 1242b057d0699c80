using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Runtime;

/// <summary>A reply on its way out. The id is made of the subject, the version and the position, so it is the same after a crash.</summary>
/// <param name="Id">Unique in the tenant.</param>
/// <param name="Subject">Whose turn sent it.</param>
/// <param name="Place">The channel (and thread) it goes to; its lane is the channel.</param>
/// <param name="Reply">What is sent.</param>
/// <param name="For">Who acted, and is told when it can't be delivered.</param>
/// <param name="ReturnAddress">How its door can reach that person for a short while; read by that door only.</param>
/// <param name="At">When the turn was taken.</param>
public sealed record Parcel(string Id, Subject Subject, Place Place, Reply Reply, Person For, string? ReturnAddress, Instant At);

/// <summary>A parcel found at the start. <paramref name="MayHaveArrived"/> when the process ended between the attempt and its mark.</summary>
public sealed record Waiting(Parcel Parcel, bool MayHaveArrived);

/// <summary>What became of a parcel.</summary>
public abstract record Mark(Subject Subject, string Parcel, Instant At);

/// <summary>An attempt begins: should the process end now, the parcel may have arrived.</summary>
public sealed record Attempted(Subject Subject, string Parcel, Instant At) : Mark(Subject, Parcel, At);

/// <summary>The card is there, but the parcel is not done with: a newer state is still to be drawn.</summary>
public sealed record Placed(Subject Subject, string Parcel, Instant At, string Message, string? Thread) : Mark(Subject, Parcel, At);

/// <summary>It arrived. For a card: the message that shows it and the thread under it.</summary>
public sealed record Arrived(Subject Subject, string Parcel, Instant At, string? Message = null, string? Thread = null) : Mark(Subject, Parcel, At);

/// <summary>It was given up, and why: a sentence for people.</summary>
public sealed record GivenUp(Subject Subject, string Parcel, Instant At, string Sentence) : Mark(Subject, Parcel, At);
