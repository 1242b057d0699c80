using OutcomeBot.Web.Hosting;

// if (StorageCommands.Owns(args)) return await StorageCommands.RunAsync(args, Console.Out);
return await Start.RunAsync(args);
