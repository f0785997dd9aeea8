using SummitBot.Benchmarks;
using SummitBot.Benchmarks.Measuring;

if (!Machine.RunsOptimizedCode)
{
    await Console.Error.WriteLineAsync("A debug build's figures say nothing: add `-c Release`.");
    return 2;
}

return await BenchmarkCommands.CreateRoot().Parse(args).InvokeAsync();
