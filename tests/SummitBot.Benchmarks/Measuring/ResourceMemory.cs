using SummitBot.Core.Answers.Risk;
using SummitBot.Language;
using SummitBot.Language.Words;

namespace SummitBot.Benchmarks.Measuring;

/// <summary>The managed memory of the word lists, thesauri and tables for answering, once they are loaded.</summary>
internal static class ResourceMemory
{
    private static readonly (string Name, Action Load)[] Resources =
    [
        ("word lists of eleven languages", () => ForAll(l => LanguageProfiles.For(l))),
        ("thesauri", () => ForAll(l => Thesaurus.For(l))),
        ("WordNet's words", () => Keep(WordTables.English)),
        ("phrases of eleven languages", () => ForAll(l => Phrases.For(l))),
        ("table of error rates", () => Keep(RiskTable.Embedded)),
    ];

    public static Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var table = new MarkdownTable("Fitted data of the answerer, loaded", "managed memory");
        long before = Heap();
        long start = before;
        foreach ((string name, Action load) in Resources)
        {
            cancellationToken.ThrowIfCancellationRequested();
            load();
            long after = Heap();
            table.Add(name, Kilobytes(after - before));
            before = after;
        }

        table.Add("all of it", Kilobytes(before - start));
        return Task.FromResult(table.ToString());
    }

    private static void ForAll(Func<string, object> load)
    {
        foreach (string language in Phrases.Codes)
        {
            Keep(load(language));
        }
    }

    private static void Keep(object loaded) => GC.KeepAlive(loaded);

    private static long Heap() => GC.GetTotalMemory(forceFullCollection: true);

    private static string Kilobytes(long bytes) => FormattableString.Invariant($"{bytes / 1000.0:0} kB");
}
