using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Core;
using SummitBot.Core.Articles;
using SummitBot.Core.Settings;
using SummitBot.Evaluation;
using SummitBot.Evaluation.Gate;
using SummitBot.Evaluation.Reports;
using SummitBot.Ingestion;
using SummitBot.Language;

namespace SummitBot.Cli.Evaluation.Gate;

/// <summary>One call of <c>summitbot eval gate</c>.</summary>
internal sealed class GateRun(IConfiguration configuration, TextWriter output, TextWriter error)
{
    private const int Fine = 0;
    private const int Failure = 2;

    /// <returns>0; 2 when a figure is below its limit or an input is invalid.</returns>
    public async Task<int> RunAsync(GateOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await MeasureAsync(options, cancellationToken);
        }
        catch (EvaluationDataException exception)
        {
            await error.WriteLineAsync(exception.Message);
        }
        catch (Exception exception) when (SettingsErrors.Explain(exception) is { Count: > 0 } sentences)
        {
            await error.WriteLineAsync(string.Join('\n', sentences));
        }

        return Failure;
    }

    private async Task<int> MeasureAsync(GateOptions options, CancellationToken cancellationToken)
    {
        MetricFloor[] floors = [.. options.FailBelow.Select(MetricFloor.Parse)];
        await using ServiceProvider services = new ServiceCollection()
            .AddLogging()
            .AddSummitBotCore(configuration)
            .AddSummitBotIngestion()
            .AddSingleton<GateEvaluator>()
            .BuildServiceProvider();
        var results = new List<GateSetResult>();
        foreach (string path in options.Paths)
        {
            GateMeasurement measured = await MeasureAsync(path, services, cancellationToken);
            results.Add(measured.Result);
            await output.WriteAsync(GateText.Format(measured, options.Verbose));
        }

        var report = new GateReport(results);
        await WriteAsync(report, options.JsonPath, cancellationToken);
        IReadOnlyList<string> failures = MetricFloor.Check(floors, report.Metrics());
        foreach (string failure in failures)
        {
            await error.WriteLineAsync(failure);
        }

        return failures.Count == 0 ? Fine : Failure;
    }

    private static async Task<GateMeasurement> MeasureAsync(
        string path,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        GateEvaluator evaluator = services.GetRequiredService<GateEvaluator>();
        bool isDataSet = File.Exists(path) || File.Exists(Path.Combine(path, "queries.jsonl"));
        if (!isDataSet)
        {
            IReadOnlyList<Article> found = await ReadAsync(
                services.GetRequiredService<IArticleReader>(),
                path,
                cancellationToken
            );
            string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
            return evaluator.MeasureCorpus(name, found);
        }

        EvaluationDataSet set = await EvaluationDataReader.ReadAsync(path, cancellationToken);
        EvaluationCorpus corpus =
            set.Corpus ?? throw new EvaluationDataException($"{path} has no corpus.jsonl: name a folder that has one.");
        var reader = new DataSetArticleReader(corpus, services.GetRequiredService<ILanguageDetector>());
        IReadOnlyList<Article> articles = await ReadAsync(reader, path, cancellationToken);
        return set.Questions.Any(q => q.Reference is not null)
            ? evaluator.MeasureReferences(
                set,
                articles.ToDictionary(a => corpus.GetDocument(a.Id), StringComparer.Ordinal)
            )
            : evaluator.MeasureCorpus(set.Name, articles);
    }

    private static async Task<IReadOnlyList<Article>> ReadAsync(
        IArticleReader reader,
        string path,
        CancellationToken cancellationToken
    )
    {
        ArticleFileListing listing = reader.Find([path]);
        var articles = new List<Article>();
        var failures = new List<string>(listing.Failures.Select(f => f.Reason));
        foreach (ArticleFile file in listing.Files)
        {
            IReadOnlyList<ArticleReadResult> results = await reader.ReadAsync(file, cancellationToken);
            articles.AddRange(results.Select(r => r.Article).OfType<Article>());
            failures.AddRange(results.Select(r => r.Failure?.Reason).OfType<string>());
        }

        if (failures.Count > 0 || articles.Count == 0)
        {
            throw new EvaluationDataException(
                failures.Count > 0 ? string.Join('\n', failures) : $"{path} has no article to measure with."
            );
        }

        return articles;
    }

    private static async Task WriteAsync(GateReport report, string? path, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            return;
        }

        try
        {
            await using FileStream stream = File.Create(path);
            await JsonSerializer.SerializeAsync(stream, report, GateReportJson.Default.GateReport, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationDataException($"The report cannot be written: {error.Message}");
        }
    }
}

/// <summary>The options of <c>summitbot eval gate</c>.</summary>
/// <param name="Paths">Folders or files, at least one.</param>
/// <param name="JsonPath">Where to write the figures as JSON; null to write none.</param>
/// <param name="FailBelow">Limits like <c>corpus.normalCatch=0.9</c>.</param>
/// <param name="Verbose">List every sentence with a wrong decision.</param>
internal sealed record GateOptions(
    IReadOnlyList<string> Paths,
    string? JsonPath,
    IReadOnlyList<string> FailBelow,
    bool Verbose
);
