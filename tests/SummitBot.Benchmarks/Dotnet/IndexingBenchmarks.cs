using BenchmarkDotNet.Attributes;
using SummitBot.Benchmarks.Indexing;

namespace SummitBot.Benchmarks.Dotnet;

/// <summary>Time and allocations of writing an index.</summary>
[MemoryDiagnoser]
public class IndexingBenchmarks
{
    private const int Passages = 7_000;

    private IndexingWork _work = null!;

    [GlobalSetup]
    public void SetUp() => _work = new IndexingWork(Passages);

    [Benchmark(Baseline = true, Description = "bare Lucene.NET")]
    public void WriteBare() => _work.WriteBare();

    [Benchmark(Description = "SummitBot")]
    public Task WriteOurs() => _work.WriteOursAsync(CancellationToken.None);
}
