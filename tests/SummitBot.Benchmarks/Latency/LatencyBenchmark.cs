using System.Diagnostics;
using SummitBot.Benchmarks.Measuring;
using SummitBot.Benchmarks.Synthetic;
using SummitBot.Core.Corpus;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Language;

namespace SummitBot.Benchmarks.Latency;

/// <summary>
/// How long single questions take, one after the other, each question another one. BenchmarkDotNet gives the mean of many
/// calls; people notice the slow ones, so these are percentiles over calls.
/// </summary>
internal static class LatencyBenchmark
{
    private const int WarmUpQuestions = 200;

    /// <param name="sizes">Index sizes in passages.</param>
    /// <param name="questions">Questions measured for each row.</param>
    public static async Task<string> RunAsync(
        IReadOnlyList<int> sizes,
        int questions,
        CancellationToken cancellationToken
    )
    {
        var table = new MarkdownTable(
            $"{Figures.Count(questions)} questions of {SyntheticCorpus.QuestionWords} content words",
            "passages",
            "index",
            "p50",
            "p95",
            "p99",
            "max"
        );
        foreach (int size in sizes)
        {
            using var bot = new SyntheticBot(SyntheticCorpus.ArticlesFor(size), SyntheticCorpus.CreateArticle);
            IndexingReport report = await bot.IndexAsync(cancellationToken);
            Func<int, string> usual = number => SyntheticCorpus.CreateQuestion(number, bot.Articles);
            await AddRowAsync("retrieval alone", usual, Retrieve);
            await AddRowAsync("full quoted answer", usual, Answer);
            await AddRowAsync("full answer, commonest words only", SyntheticCorpus.CreateCommonQuestion, Answer);

            Task Retrieve(string question) =>
                bot.Retriever.RetrieveAsync(new RetrievalQuery(question, LanguageCodes.English), cancellationToken);

            Task Answer(string question) => bot.Answerer.AnswerAsync(new Question(question), cancellationToken);

            async Task AddRowAsync(string name, Func<int, string> questionOf, Func<string, Task> ask)
            {
                Sample sample = await MeasureAsync(ask, questionOf, questions);
                table.Add(
                    name,
                    Figures.Count(report.PassagesWritten),
                    Figures.Megabytes(bot.IndexSize),
                    Figures.Milliseconds(sample.Median),
                    Figures.Milliseconds(sample.Percentile(95)),
                    Figures.Milliseconds(sample.Percentile(99)),
                    Figures.Milliseconds(sample.Max)
                );
            }
        }

        return table.ToString();
    }

    private static async Task<Sample> MeasureAsync(Func<string, Task> ask, Func<int, string> questionOf, int questions)
    {
        for (int number = questions; number < questions + WarmUpQuestions; number++)
        {
            await ask(questionOf(number));
        }

        var durations = new List<TimeSpan>(questions);
        for (int number = 0; number < questions; number++)
        {
            string question = questionOf(number);
            long started = Stopwatch.GetTimestamp();
            await ask(question);
            durations.Add(Stopwatch.GetElapsedTime(started));
        }

        return new Sample(durations);
    }
}
