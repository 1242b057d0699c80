using OutcomeBot.Web.Hosting;

return Commands.Owns(args)
    ? await Commands.RunAsync(args, Console.Out)
    : await Start.RunAsync(args);
