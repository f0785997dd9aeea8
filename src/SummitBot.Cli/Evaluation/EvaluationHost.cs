using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SummitBot.Answering;
using SummitBot.Core;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Parts;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Core.Reading;
using SummitBot.Core.Retrieval;
using SummitBot.Evaluation;
using SummitBot.Indexing;
using SummitBot.Ingestion;
using SummitBot.Language;
using SummitBot.Models;

namespace SummitBot.Cli.Evaluation;

/// <summary>
/// The product as it is shipped, with five differences: its index is in a temporary folder (the operator's own stays as it
/// is), its articles are the data set's when that has a corpus, it answers whatever the confidence, and it waits longer for
/// a question's vector and for the reader.
/// </summary>
internal sealed class EvaluationHost : IAsyncDisposable
{
    private readonly DirectoryInfo _index = Directory.CreateTempSubdirectory("summitbot-eval-");
    private readonly EvaluationDataSet _set;
    private readonly IConfiguration _settings;
    private readonly ServiceProvider _services;

    public EvaluationHost(IConfiguration configuration, EvaluationDataSet set)
    {
        _set = set;
        Shipped = GetThresholds(configuration);
        _settings = new ConfigurationBuilder()
            .AddConfiguration(configuration)
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    [$"{IndexOptions.Section}:{nameof(IndexOptions.Path)}"] = _index.FullName,
                    [$"{AnsweringOptions.Section}:{nameof(AnsweringOptions.MinConfidence)}"] = "0",
                    // Many questions at once wait for one another: the figures are of quality, not of patience.
                    [$"{EmbeddingOptions.Section}:{nameof(EmbeddingOptions.QuestionTimeoutSeconds)}"] = "60",
                    [$"{ReaderOptions.Section}:{nameof(ReaderOptions.DeadlineMilliseconds)}"] = "60000",
                    [$"{AnsweringOptions.Section}:{nameof(AnsweringOptions.ClosestPassageConfidence)}"] = "0",
                    [$"{AnsweringOptions.Section}:{nameof(AnsweringOptions.MaxErrorRate)}"] = "",
                }
            )
            .Build();
        _services = Compose(AblationSwitches.All);
    }

    /// <summary>The thresholds that decide what users get.</summary>
    public ShippedThresholds Shipped { get; }

    /// <param name="corpus">Files and folders for a data set without a corpus; empty for those of the settings.</param>
    /// <exception cref="CorpusUnavailableException">A path of the corpus does not exist.</exception>
    /// <exception cref="EvaluationDataException">An article or its vectors cannot be had: the figures would be about something
    /// else.</exception>
    public async Task IndexAsync(IReadOnlyList<string> corpus, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> paths =
            corpus.Count > 0 ? corpus : _services.GetRequiredService<IOptions<CorpusOptions>>().Value.Paths;
        IndexingReport report = await _services
            .GetRequiredService<CorpusIndexer>()
            .IndexAsync(new IndexingRequest(paths), progress: null, cancellationToken);
        if (report.Failures.Count > 0)
        {
            throw new EvaluationDataException(string.Join('\n', report.Failures.Select(f => f.Reason)));
        }

        if (report.Vectors?.Error is { } error)
        {
            throw new EvaluationDataException($"The figures would be of words alone: {error}");
        }
    }

    /// <summary>The figures, once the articles are indexed.</summary>
    /// <param name="explain">Keep how each draft came about.</param>
    public Task<DataSetResult> EvaluateAsync(bool explain, CancellationToken cancellationToken) =>
        EvaluateAsync(_services, explain, cancellationToken);

    /// <summary>The figures without a part, over the same index.</summary>
    public async Task<DataSetResult> EvaluateWithoutAsync(AblationSwitch part, CancellationToken cancellationToken)
    {
        await using ServiceProvider services = Compose(AblationSwitches.Without(part));
        return await EvaluateAsync(services, explain: false, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _index.Delete(recursive: true);
    }

    private Task<DataSetResult> EvaluateAsync(
        IServiceProvider services,
        bool explain,
        CancellationToken cancellationToken
    ) =>
        services
            .GetRequiredService<Evaluator>()
            .EvaluateAsync(_set, Shipped, explain, progress: null, cancellationToken);

    private ServiceProvider Compose(AblationSwitches ablation)
    {
        IServiceCollection services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(ablation)
            .AddSummitBotCore(_settings)
            .AddSummitBotIngestion()
            .AddSummitBotIndexing()
            .AddSummitBotAnswering()
            .AddSummitBotModels()
            .AddSingleton<Evaluator>();
        if (LoadCorpus(_set) is { } corpus)
        {
            services.Replace(
                ServiceDescriptor.Singleton<IArticleReader>(provider => new DataSetArticleReader(
                    corpus,
                    provider.GetRequiredService<ILanguageDetector>()
                ))
            );
        }

        return services.BuildServiceProvider();
    }

    /// <summary>Read through the product's own binding, so that a bad value is told as anywhere else.</summary>
    private static ShippedThresholds GetThresholds(IConfiguration configuration)
    {
        using ServiceProvider services = new ServiceCollection().AddSummitBotCore(configuration).BuildServiceProvider();
        AnsweringOptions options = services.GetRequiredService<IOptions<AnsweringOptions>>().Value;
        return new ShippedThresholds(options.MinConfidence, options.ClosestPassageConfidence);
    }

    /// <summary>Questions without gold are never searched for, so they need no article.</summary>
    private static EvaluationCorpus? LoadCorpus(EvaluationDataSet set) =>
        set.HasGold ? set.Corpus : new EvaluationCorpus(set.Name);
}
