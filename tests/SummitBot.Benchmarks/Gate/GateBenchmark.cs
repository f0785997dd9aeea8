using System.Diagnostics;
using SummitBot.Benchmarks.Measuring;
using SummitBot.Benchmarks.Programs;
using SummitBot.Core.Answers.Reviewing;
using SummitBot.Core.Articles;
using SummitBot.Core.Models;
using SummitBot.Core.Passages;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Groundedness;
using SummitBot.Language;
using SummitBot.Language.Sentences;

namespace SummitBot.Benchmarks.Gate;

/// <summary>
/// How long the citation gate takes for one sentence of a draft, with ten passages at hand. The sentences are those of the
/// repository's articles with one word left out, each reviewed against its own passage and against another one.
/// </summary>
internal static class GateBenchmark
{
    private const int Passages = 10;
    private const int Rounds = 5;

    public static async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        RetrievedPassage[] passages = [.. (await ReadAsync(cancellationToken)).SelectMany(SplitArticle)];
        var gate = new CitationGate(new ClaimChecker());
        Measure(gate, passages, isMarkedRight: true);
        var table = new MarkdownTable("one sentence of a draft", "sentences", "p50", "p95", "p99", "max");
        Add(table, "cites the passage that it comes from", Measure(gate, passages, isMarkedRight: true));
        Add(table, "cites another passage: all are tried", Measure(gate, passages, isMarkedRight: false));
        return table.ToString();
    }

    private static void Add(MarkdownTable table, string name, List<TimeSpan> durations)
    {
        var sample = new Sample(durations);
        table.Add(
            name,
            Figures.Count(durations.Count),
            Figures.Milliseconds(sample.Median),
            Figures.Milliseconds(sample.Percentile(95)),
            Figures.Milliseconds(sample.Percentile(99)),
            Figures.Milliseconds(sample.Max)
        );
    }

    private static List<TimeSpan> Measure(CitationGate gate, RetrievedPassage[] passages, bool isMarkedRight)
    {
        var durations = new List<TimeSpan>();
        var question = new ResolvedQuestion("What happened?", "What happened?", LanguageCodes.English, []);
        for (int i = 0; i < passages.Length * Rounds; i++)
        {
            RetrievedPassage own = passages[i % passages.Length];
            RetrievedPassage[] given =
            [
                .. Enumerable
                    .Range(i, Passages)
                    .Select(n => passages[n % passages.Length])
                    .DistinctBy(p => p.Passage.Id),
            ];
            RetrievedPassage cited = isMarkedRight ? own : given[^1];
            DraftReview review = gate.Review(question, given);
            foreach (TextRange range in own.Passage.Sentences)
            {
                string sentence = WithoutAWord(own.Passage.GetText(range));
                long started = Stopwatch.GetTimestamp();
                review.Check(new GeneratedSentence(sentence, [cited.Passage.Id]));
                durations.Add(Stopwatch.GetElapsedTime(started));
            }
        }

        return durations;
    }

    private static string WithoutAWord(string sentence)
    {
        List<string> words = [.. sentence.Split(' ')];
        words.RemoveAt(words.Count / 2);
        return string.Join(' ', words);
    }

    private static IEnumerable<RetrievedPassage> SplitArticle(Article article) =>
        new PassageSplitter().Split(article).Select(p => new RetrievedPassage(p, article.Summary, 1));

    private static async Task<List<Article>> ReadAsync(CancellationToken cancellationToken)
    {
        var articles = new List<Article>();
        foreach (
            string path in Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "corpus"), "*.md")
                .Order(StringComparer.Ordinal)
        )
        {
            string text = await File.ReadAllTextAsync(path, cancellationToken);
            string name = Path.GetFileNameWithoutExtension(path);
            articles.Add(
                new Article
                {
                    Id = new ArticleId(name),
                    Title = name,
                    Text = string.Join('\n', text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)),
                    Language = LanguageCodes.English,
                    Source = path,
                }
            );
        }

        return articles;
    }
}
