namespace OutcomeBot.Web.LocalChat;

/// <summary>The settings under <c>LocalChat</c>.</summary>
public sealed class LocalChatOptions
{
    /// <summary>Where these settings stand.</summary>
    public const string Section = "LocalChat";

    /// <summary>Whether the chat is served. It knows no sign-in, so it is served on loopback only.</summary>
    public bool Enabled { get; set; } = true;
}
