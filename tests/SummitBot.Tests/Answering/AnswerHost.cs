using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SummitBot.Answering;
using SummitBot.Core;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Core.Asking;
using SummitBot.Core.Corpus;
using SummitBot.Core.Diagnosis;
using SummitBot.Core.Passages;
using SummitBot.Core.Questions;
using SummitBot.Core.Reading;
using SummitBot.Core.Retrieval;
using SummitBot.Core.Suggestions;
using SummitBot.Indexing;
using SummitBot.Models;
using SummitBot.Tests.Indexing;
using SummitBot.Tests.Web;

namespace SummitBot.Tests.Answering;

/// <summary>The whole way from articles to answers, over a real index, put together as a host does it.</summary>
internal sealed class AnswerHost : IDisposable
{
    private readonly PassageSplitter _splitter = new();
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;

    public AnswerHost(params IEnumerable<(string Key, string Value)> further)
        : this(TimeProvider.System, further) { }

    public AnswerHost(
        TimeProvider time,
        IEnumerable<(string Key, string Value)> further,
        IReadingModel? readingModel = null
    )
    {
        IConfiguration settings = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new KeyValuePair<string, string?>("SummitBot:Index:Path", _folder["index"]),
                // A busy machine must not change the answers that tests expect.
                new KeyValuePair<string, string?>("SummitBot:Reader:DeadlineMilliseconds", "60000"),
                .. further.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)),
            ])
            .Build();
        IServiceCollection services = new ServiceCollection();
        if (readingModel is not null)
        {
            services.AddSingleton(readingModel);
        }

        _services = services
            .AddSingleton(time)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs))
            .AddSummitBotCore(settings)
            .AddSummitBotIndexing()
            .AddSummitBotAnswering()
            .AddSummitBotModels()
            .BuildServiceProvider(validateScopes: true);
    }

    /// <summary>The settings that the answerer goes by.</summary>
    public AnsweringOptions Settings => _services.GetRequiredService<IOptions<AnsweringOptions>>().Value;

    /// <summary>Every line of every log, down to the finest.</summary>
    public LogRecorder Logs { get; } = new();

    public IArticleCatalog Catalog => _services.GetRequiredService<IArticleCatalog>();

    public IAsyncEnumerable<AnswerUpdate> StreamAsync(Question question) =>
        _services.GetRequiredService<QuestionAnswerer>().StreamAsync(question, TestContext.Current.CancellationToken);

    public Task<Answer> AskAsync(string question) => AskAsync(new Question(question));

    public Task<Answer> AskAsync(Question question) =>
        _services.GetRequiredService<QuestionAnswerer>().AnswerAsync(question, TestContext.Current.CancellationToken);

    public IQuestionSuggester Suggester => _services.GetRequiredService<IQuestionSuggester>();

    public IAsyncEnumerable<Finding> CheckAsync(SelfCheckDepth depth) =>
        _services.GetRequiredService<SelfChecks>().RunAsync(depth, TestContext.Current.CancellationToken);

    /// <summary>Builds the index anew from these articles.</summary>
    public void Build(params IReadOnlyList<Article> articles)
    {
        using IPassageIndexWriter writer = _services.GetRequiredService<IPassageIndex>().OpenWriter(rebuild: true);
        foreach (Article article in articles)
        {
            writer.Put(article, _splitter.Split(article));
        }

        writer.Commit(["/corpus"], isExplicit: false, [.. articles.Select(IndexHost.CreateSource)]);
    }

    public void Dispose()
    {
        _services.Dispose();
        Logs.Dispose();
        _folder.Dispose();
    }
}
