using System.Diagnostics;
using SummitBot.Benchmarks.Measuring;
using SummitBot.Benchmarks.Synthetic;
using SummitBot.Core.Answers;

namespace SummitBot.Benchmarks.Models;

/// <summary>
/// What SummitBot adds to a model's own time: from the question to the arrival of the request at a model on this machine
/// (resolving, searching, the embedded answer, packing the prompt, HTTP), and from the model's last word to the answer.
/// </summary>
internal static class ModelOverheadBenchmark
{
    private const int Passages = 100_000;
    private const int WarmUpQuestions = 200;

    /// <param name="questions">Questions measured; each is also asked of a bot without a model.</param>
    public static async Task<string> RunAsync(int questions, CancellationToken cancellationToken)
    {
        await using InstantModel model = await InstantModel.StartAsync(cancellationToken);
        using var bot = new SyntheticBot(
            SyntheticCorpus.ArticlesFor(Passages),
            SyntheticCorpus.ArticleOf,
            ("SummitBot:Model:Provider", "openAICompatible"),
            ("SummitBot:Model:Name", "instant"),
            ("SummitBot:Model:Endpoint", model.Endpoint)
        );
        await bot.IndexAsync(cancellationToken);
        using var alone = new SyntheticBot(SyntheticCorpus.ArticlesFor(Passages), SyntheticCorpus.ArticleOf);
        await alone.IndexAsync(cancellationToken);
        var embedded = new List<TimeSpan>();
        var before = new List<TimeSpan>();
        var after = new List<TimeSpan>();
        int worded = 0;
        for (int number = 0; number < WarmUpQuestions + questions; number++)
        {
            string question = SyntheticCorpus.QuestionOf(number, bot.Articles);
            long began = Stopwatch.GetTimestamp();
            await alone.Answerer.AnswerAsync(new Question(question), cancellationToken);
            long started = Stopwatch.GetTimestamp();
            Answer answer = await bot.Answerer.AnswerAsync(new Question(question), cancellationToken);
            long ended = Stopwatch.GetTimestamp();
            if (number < WarmUpQuestions)
            {
                continue;
            }

            worded += answer.Writer == "instant" ? 1 : 0;
            embedded.Add(Stopwatch.GetElapsedTime(began, started));
            before.Add(Stopwatch.GetElapsedTime(started, model.Asked));
            after.Add(Stopwatch.GetElapsedTime(model.Answered, ended));
        }

        var table = new MarkdownTable(
            $"{Figures.Count(questions)} questions to a model that needs no time, {Figures.Count(Passages)} passages",
            "p50",
            "p95",
            "p99",
            "max"
        );
        Add(table, "for comparison: the embedded answer, without a model", new Sample(embedded));
        Add(table, "from the question to the request at the model", new Sample(before));
        Add(table, "from the model's last word to the answer", new Sample(after));
        return $"{table}\n{Figures.Count(worded)} of the answers are the model's.\n";
    }

    private static void Add(MarkdownTable table, string name, Sample sample) =>
        table.Add(
            name,
            Figures.Milliseconds(sample.Median),
            Figures.Milliseconds(sample.Percentile(95)),
            Figures.Milliseconds(sample.Percentile(99)),
            Figures.Milliseconds(sample.Max)
        );
}
