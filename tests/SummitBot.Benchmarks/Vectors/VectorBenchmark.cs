using System.Diagnostics;
using System.Numerics.Tensors;
using SummitBot.Benchmarks.Measuring;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Indexing.Storage;
using SummitBot.Indexing.Vectors;
using SummitBot.Language.Sentences;

namespace SummitBot.Benchmarks.Vectors;

/// <summary>
/// The duration of the exact vector search, one question after the other, and the cost of loading its file. The vectors
/// are random: every one is compared with every question, so their values do not matter.
/// </summary>
internal static class VectorBenchmark
{
    private const int Dimension = 384;
    private const int WarmUpQuestions = 10;
    private const int Hits = 100;
    private const int Seed = 20_230_913;

    /// <param name="sizes">Numbers of vectors.</param>
    /// <param name="questions">Questions measured for each row.</param>
    public static Task<string> RunAsync(IReadOnlyList<int> sizes, int questions, CancellationToken cancellationToken)
    {
        var table = new MarkdownTable(
            $"{Figures.Count(questions)} questions, the best {Hits} of all vectors",
            "file",
            "checked and loaded in",
            "memory",
            "p50",
            "p95",
            "p99",
            "max"
        );
        foreach (int size in sizes)
        {
            AddRow(table, size, questions, cancellationToken);
        }

        return Task.FromResult(table.ToString());
    }

    private static void AddRow(MarkdownTable table, int size, int questions, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "vectors.bin");
        var random = new Random(Seed);
        var keys = new VectorKey[size];
        for (int i = 0; i < size; i++)
        {
            keys[i] = new VectorKey(
                new PassageId(new ArticleId($"article-{i}"), 1),
                new TextRange(0, 100),
                1,
                (UInt128)i,
                IndexLayout.Undated
            );
        }

        VectorFile.Write(
            path,
            new VectorFileHeader("random", "commit", Dimension, size, keys),
            (_, vector) => Fill(random, vector)
        );
        keys = [];
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long started = Stopwatch.GetTimestamp();
        SentenceVectors vectors = Load(path);
        TimeSpan loading = Stopwatch.GetElapsedTime(started);
        long memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        var durations = new List<TimeSpan>();
        float[] question = new float[Dimension];
        for (int i = -WarmUpQuestions; i < questions; i++)
        {
            Fill(random, question);
            started = Stopwatch.GetTimestamp();
            vectors.Search(question, Hits, cancellationToken: cancellationToken);
            if (i >= 0)
            {
                durations.Add(Stopwatch.GetElapsedTime(started));
            }
        }

        var sample = new Sample(durations);
        table.Add(
            $"{Figures.Count(size)} vectors of {Dimension} numbers",
            Figures.Megabytes(folder.Size),
            Figures.Seconds(loading),
            Figures.Megabytes(memory),
            Figures.Milliseconds(sample.Median),
            Figures.Milliseconds(sample.Percentile(95)),
            Figures.Milliseconds(sample.Percentile(99)),
            Figures.Milliseconds(sample.Max)
        );
    }

    private static SentenceVectors Load(string path)
    {
        using VectorFile file = VectorFile.Open(path)!;
        return SentenceVectors.Load(file);
    }

    private static void Fill(Random random, Span<float> vector)
    {
        foreach (ref float number in vector)
        {
            number = random.NextSingle() - 0.5f;
        }

        TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), vector);
    }
}
