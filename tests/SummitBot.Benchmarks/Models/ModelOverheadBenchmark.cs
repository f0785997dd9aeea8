using System.Diagnostics;
using SummitBot.Benchmarks.Measuring;
using SummitBot.Benchmarks.Synthetic;
using SummitBot.Core.Answers;
using SummitBot.Core.Questions;

namespace SummitBot.Benchmarks.Models;

/// <summary>
/// What SummitBot adds to a model's own time: from the question to the arrival of the request at a model on this machine
/// (resolving, searching, the embedded answer, packing the prompt, HTTP), and from the model's last word to the answer. Each
/// question is asked several times and its fastest run counts: requests cross threads, which what else the machine does
/// delays more than work on one thread.
/// </summary>
internal static class ModelOverheadBenchmark
{
    private const int Passages = 100_000;
    private const int Rounds = 5;

    /// <param name="questions">Questions measured; each is also asked of a bot without a model.</param>
    public static async Task<string> RunAsync(int questions, CancellationToken cancellationToken)
    {
        await using InstantModel model = await InstantModel.StartAsync(cancellationToken);
        using var bot = new SyntheticBot(
            SyntheticCorpus.ArticlesFor(Passages),
            SyntheticCorpus.CreateArticle,
            ("SummitBot:Model:Provider", "openAICompatible"),
            ("SummitBot:Model:Name", "instant"),
            ("SummitBot:Model:Endpoint", model.Endpoint)
        );
        await bot.IndexAsync(cancellationToken);
        using var alone = new SyntheticBot(SyntheticCorpus.ArticlesFor(Passages), SyntheticCorpus.CreateArticle);
        await alone.IndexAsync(cancellationToken);
        int worded = 0;
        var embedded = new Fastest(questions);
        var before = new Fastest(questions);
        var after = new Fastest(questions);
        for (int round = 0; round <= Rounds; round++)
        {
            worded = 0;
            for (int number = 0; number < questions; number++)
            {
                string question = SyntheticCorpus.CreateQuestion(number, bot.Articles);
                long began = Stopwatch.GetTimestamp();
                await alone.Answerer.AnswerAsync(new Question(question), cancellationToken);
                long started = Stopwatch.GetTimestamp();
                Answer answer = await bot.Answerer.AnswerAsync(new Question(question), cancellationToken);
                long ended = Stopwatch.GetTimestamp();
                worded += answer.Writer == "instant" ? 1 : 0;
                if (round > 0) // the first one warms up
                {
                    embedded.Add(number, Stopwatch.GetElapsedTime(began, started));
                    before.Add(number, Stopwatch.GetElapsedTime(started, model.Asked));
                    after.Add(number, Stopwatch.GetElapsedTime(model.Answered, ended));
                }
            }
        }

        var table = new MarkdownTable(
            $"{Figures.Count(questions)} questions to a model that needs no time, {Figures.Count(Passages)} passages, the fastest of {Rounds} runs of each",
            "p50",
            "p95",
            "p99",
            "max"
        );
        Add(table, "for comparison: the quoted answer, without a model", new Sample(embedded.Durations));
        Add(table, "from the question to the request at the model", new Sample(before.Durations));
        Add(table, "from the model's last word to the answer", new Sample(after.Durations));
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
