using NodaTime;

namespace OutcomeBot.Core.Practices;

/// <summary>A way for anybody to read a page on the web, as it stands when it is read.</summary>
/// <param name="Title">What the page is, in one line for people.</param>
/// <param name="Address">The web address, which nobody can guess; null where the bot has no web address to give.</param>
/// <param name="Until">When the address ends.</param>
public sealed record PageLink(string Title, string? Address, Instant Until);
