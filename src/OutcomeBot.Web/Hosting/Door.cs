namespace OutcomeBot.Web.Hosting;

/// <summary>A way for people to reach the bot, as far as the host knows it: everything else about it is in its own project.</summary>
/// <param name="Add">Adds its parts. Without its settings only their check is added; half of them stops the start.</param>
/// <param name="Map">Maps its addresses, which answer 404 while it is closed.</param>
public sealed record Door(Func<IServiceCollection, IConfiguration, IServiceCollection> Add, Action<WebApplication> Map);
