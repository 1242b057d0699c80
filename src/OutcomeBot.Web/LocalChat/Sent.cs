namespace OutcomeBot.Web.LocalChat;

/// <summary>What a composer in the browser hears back: stored (no sentence), kept with a sentence, or to be sent under a new id.</summary>
public sealed record Sent(string? Sentence, bool Stale)
{
    public static Sent Of(Outcome outcome) => outcome switch
    {
        Taken => new(null, false),
        NotTaken no => new(no.Sentence, false),
        LocalChat.Stale => new(null, true),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
