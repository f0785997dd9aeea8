using BenchmarkDotNet.Attributes;
using SummitBot.Benchmarks.Synthetic;
using SummitBot.Core.Answers;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Language;

namespace SummitBot.Benchmarks.Dotnet;

/// <summary>Mean time and allocations of one question.</summary>
[MemoryDiagnoser]
public class QuestionBenchmarks
{
    private const int Questions = 1_000;

    private SyntheticBot _bot = null!;
    private string[] _questions = [];
    private int _asked;

    [Params(1_000, 20_000)]
    public int Passages { get; set; }

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _bot = new SyntheticBot(SyntheticCorpus.ArticlesFor(Passages), SyntheticCorpus.CreateArticle);
        await _bot.IndexAsync(CancellationToken.None);
        _questions = [.. Enumerable.Range(0, Questions).Select(n => SyntheticCorpus.CreateQuestion(n, _bot.Articles))];
    }

    [GlobalCleanup]
    public void CleanUp() => _bot.Dispose();

    [Benchmark(Baseline = true, Description = "retrieval alone")]
    public Task<IReadOnlyList<RetrievedPassage>> Retrieve() =>
        _bot.Retriever.RetrieveAsync(new RetrievalQuery(NextQuestion(), LanguageCodes.English), CancellationToken.None);

    [Benchmark(Description = "full quoted answer")]
    public Task<Answer> Answer() => _bot.Answerer.AnswerAsync(new Question(NextQuestion()), CancellationToken.None);

    private string NextQuestion() => _questions[_asked++ % Questions];
}
