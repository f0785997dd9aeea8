using System.CommandLine;
using Microsoft.Extensions.Configuration;
using SummitBot.Cli.Evaluation;

var verbose = new Option<bool>("--verbose") { Description = "Say more.", Recursive = true };
var root = new RootCommand("SummitBot answers questions from your articles, with citations.")
{
    EvalCommand.Create(
        _ =>
            new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
                .AddEnvironmentVariables()
                .Build(),
        verbose
    ),
};
root.Options.Add(verbose);
return await root.Parse(args).InvokeAsync();
