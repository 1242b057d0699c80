using OutcomeBot.Core.Chat;

namespace OutcomeBot.Runtime;

/// <summary>Where the bot's own web pages are.</summary>
public interface IPageHome
{
    /// <summary>The address, with a slash at its end, at which people of this tenant reach the bot; null when there is none.</summary>
    Uri? Of(Tenant tenant);
}
