using BounceParser.Cli;

return await Tool.RunAsync(args, ToolConsole.System());
