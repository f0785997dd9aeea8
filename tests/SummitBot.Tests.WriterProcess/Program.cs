using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Core.Corpus;
using SummitBot.Hosting;
using SummitBot.Hosting.Activities;
using SummitBot.Indexing;
using SummitBot.Storage;
using SummitBot.Tests.WriterProcess;

// hold PATH: opens the writer of the index and keeps it until standard input ends.
// rounds PATH: commits one round after the other to the index, and says so, until it is killed or standard input ends.
// activities ADDRESS: appends one activity after the other to the database, a file or a PostgreSQL connection string, and
// says so, likewise.
(string task, string path) = (args[0], args[1]);
var services = new ServiceCollection().AddLogging();
services.AddOptions<IndexOptions>().Configure(o => o.Path = path);
services.AddSummitBotIndexing();
services.AddSummitBotStorage(
    new ConfigurationBuilder()
        .AddInMemoryCollection(
            path.Contains("Host=", StringComparison.Ordinal)
                ?
                [
                    new($"{StorageOptions.Section}:{nameof(StorageOptions.Provider)}", "postgres"),
                    new($"{StorageOptions.Section}:{nameof(StorageOptions.ConnectionString)}", path),
                ]
                : [new($"{StorageOptions.Section}:{nameof(StorageOptions.Path)}", path)]
        )
        .Build()
);
await using ServiceProvider provider = services.BuildServiceProvider();
using var input = new StreamReader(Console.OpenStandardInput());
Task<string> end = Task.Run(input.ReadToEnd);

if (task == "activities")
{
    var activities = new ActivityWriter(provider.GetRequiredService<IActivityLog>());
    await Console.Out.WriteLineAsync("ready");
    while (!end.IsCompleted)
    {
        await Console.Out.WriteLineAsync(await activities.AppendAsync());
    }

    return 0;
}

IPassageIndex index = provider.GetRequiredService<IPassageIndex>();
if (task == "hold")
{
    using IPassageIndexWriter writer = index.OpenWriter(rebuild: false);
    await Console.Out.WriteLineAsync("ready");
    await end;
    return 0;
}

await Console.Out.WriteLineAsync("ready");
for (int round = Rounds.GetNumber(index.ReadManifest(out _)) + 1; !end.IsCompleted; round++)
{
    Rounds.Write(index, round);
    await Console.Out.WriteLineAsync("committed");
}

return 0;
