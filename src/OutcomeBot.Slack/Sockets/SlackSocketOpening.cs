namespace OutcomeBot.Slack.Sockets;

/// <summary>How an attempt to open a socket ended.</summary>
internal abstract record SlackSocketOpening;

/// <summary>It is open, and Slack has said hello.</summary>
internal sealed record Opened(SlackSocket Socket, Hello Hello) : SlackSocketOpening;

/// <summary>There is none; the sentence says why and, where somebody can, what to do.</summary>
internal abstract record NoSocket(string Sentence) : SlackSocketOpening;

/// <summary>It is worth trying again, after this long at least.</summary>
internal sealed record NotNow(string Sentence, TimeSpan Wait) : NoSocket(Sentence);

/// <summary>Nothing will change before somebody has done what the sentence says.</summary>
internal sealed record NeverAgain(string Sentence) : NoSocket(Sentence);
