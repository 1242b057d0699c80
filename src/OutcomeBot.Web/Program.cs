using OutcomeBot.Slack;
using OutcomeBot.Teams;
using OutcomeBot.Web.Hosting;
using OutcomeBot.Web.LocalChat;

Door[] doors =
[
    new(SlackServices.AddSlack, SlackServices.MapSlack),
    new(TeamsServices.AddTeams, TeamsServices.MapTeams),
    new(LocalChatServices.AddLocalChat, LocalChatServices.MapLocalChat),
];

return CommandLine.Owns(args)
    ? await CommandLine.RunAsync(args, Console.Out)
    : await Start.RunAsync(args, doors);
