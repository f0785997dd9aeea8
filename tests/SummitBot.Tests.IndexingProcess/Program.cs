using Microsoft.Extensions.DependencyInjection;
using SummitBot.Core.Corpus;
using SummitBot.Indexing;
using SummitBot.Tests.IndexingProcess;

// hold PATH: opens the writer and keeps it until standard input ends.
// rounds PATH: commits one round after the other, and says so, until it is killed or standard input ends.
(string task, string path) = (args[0], args[1]);
var services = new ServiceCollection();
services.AddOptions<IndexOptions>().Configure(o => o.Path = path);
services.AddSummitBotIndexing();
await using ServiceProvider provider = services.BuildServiceProvider();
IPassageIndex index = provider.GetRequiredService<IPassageIndex>();
using var input = new StreamReader(Console.OpenStandardInput());
Task<string> end = Task.Run(input.ReadToEnd);

if (task == "hold")
{
    using IPassageIndexWriter writer = index.OpenWriter(rebuild: false);
    await Console.Out.WriteLineAsync("ready");
    await end;
    return 0;
}

await Console.Out.WriteLineAsync("ready");
for (int round = Rounds.NumberOf(index.ReadManifest(out _)) + 1; !end.IsCompleted; round++)
{
    Rounds.Write(index, round);
    await Console.Out.WriteLineAsync("committed");
}

return 0;
