using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using SummitBot.Core.Corpus;
using SummitBot.Core.Settings;
using SummitBot.Evaluation;
using SummitBot.Evaluation.Fitting;
using SummitBot.Evaluation.Reports;

namespace SummitBot.Cli.Evaluation;

/// <summary>One call of <c>summitbot eval</c>.</summary>
/// <param name="configuration">The settings to measure.</param>
/// <param name="output">Receives the figures.</param>
/// <param name="error">Receives error messages.</param>
/// <param name="progress">Receives progress messages; a null writer when nobody watches.</param>
public sealed class EvaluationRun(
    IConfiguration configuration,
    TextWriter output,
    TextWriter error,
    TextWriter progress
)
{
    private const int Fine = 0;
    private const int Failure = 2;

    /// <returns>0; 2 when a figure is below its limit or an input is invalid.</returns>
    public async Task<int> RunAsync(EvalOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await MeasureAsync(options, cancellationToken);
        }
        catch (Exception exception) when (Explain(exception) is { Count: > 0 } sentences)
        {
            foreach (string sentence in sentences)
            {
                await error.WriteLineAsync(sentence);
            }

            return Failure;
        }
    }

    /// <summary>Errors that the operator can correct, as sentences; empty for any other error.</summary>
    private static IReadOnlyList<string> Explain(Exception error) =>
        error is EvaluationDataException or CorpusUnavailableException or IndexUnavailableException
            ? [error.Message]
            : SettingsErrors.Explain(error);

    private async Task<int> MeasureAsync(EvalOptions options, CancellationToken cancellationToken)
    {
        // Errors of the call are found before the long work starts.
        MetricFloor[] floors = [.. (options.FailBelow ?? []).Select(MetricFloor.Parse)];
        EvaluationReport? baseline = options.BaselinePath is { } path
            ? await EvaluationReportJson.ReadAsync(path, cancellationToken)
            : null;
        IReadOnlyList<EvaluationDataSet> sets = await ReadSetsAsync(options, cancellationToken);

        EvaluationReport report = await EvaluateAsync(sets, options, cancellationToken);
        await output.WriteAsync(EvaluationText.Format(report, options.Verbose));
        if (baseline is not null)
        {
            await output.WriteAsync(BaselineText.Format(BaselineComparison.Create(baseline, report), options.Verbose));
        }

        if (options.Fit)
        {
            await output.WriteAsync(SentenceFitText.Format(SentenceFit.Create(report.DataSets)));
            await output.WriteAsync(ConfidenceFitText.Format(ConfidenceFit.From(report.DataSets)));
        }

        await WriteFilesAsync(report, options, cancellationToken);
        IReadOnlyList<string> failures = MetricFloor.Check(floors, report);
        foreach (string failure in failures)
        {
            await error.WriteLineAsync(failure);
        }

        return failures.Count == 0 ? Fine : Failure;
    }

    private static async Task<IReadOnlyList<EvaluationDataSet>> ReadSetsAsync(
        EvalOptions options,
        CancellationToken cancellationToken
    )
    {
        if (options.Limit is < 1)
        {
            throw new EvaluationDataException("--limit must be at least 1.");
        }

        var sets = new List<EvaluationDataSet>();
        foreach (string path in options.Paths)
        {
            sets.Add(await EvaluationDataReader.ReadAsync(path, cancellationToken));
        }

        string? twice = sets.GroupBy(s => s.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (twice is not null)
        {
            throw new EvaluationDataException($"Two data sets are named '{twice}': rename one of the folders.");
        }

        // Rewritten questions without gold documents belong to the data sets with the same questions.
        var rewrites = sets.Where(s => !s.HasGold)
            .SelectMany(s => s.Questions)
            .Where(q => q.Rewrite is not null)
            .DistinctBy(q => q.Id, StringComparer.Ordinal)
            .ToDictionary(q => q.Id, q => q.Rewrite!, StringComparer.Ordinal);
        return [.. sets.Select(s => s.WithRewrites(rewrites).Take(options.Limit ?? int.MaxValue))];
    }

    private async Task<EvaluationReport> EvaluateAsync(
        IReadOnlyList<EvaluationDataSet> sets,
        EvalOptions options,
        CancellationToken cancellationToken
    )
    {
        var clock = Stopwatch.StartNew();
        double minConfidence = 0;
        var results = new List<DataSetResult>();
        foreach (EvaluationDataSet set in sets)
        {
            await progress.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"{set.Name}: {set.Questions.Count} questions ...")
            );
            await using var host = new EvaluationHost(configuration, set);
            minConfidence = host.Shipped.Answer;
            await host.IndexAsync(options.Corpus ?? [], cancellationToken);
            DataSetResult result = await host.EvaluateAsync(options.Fit, cancellationToken);
            results.Add(options.Ablate ? await AblateAsync(host, result, cancellationToken) : result);
        }

        return new EvaluationReport(minConfidence, Math.Round(clock.Elapsed.TotalMilliseconds), results);
    }

    private async Task<DataSetResult> AblateAsync(
        EvaluationHost host,
        DataSetResult whole,
        CancellationToken cancellationToken
    )
    {
        var parts = new List<AblatedPart>();
        foreach (Ablation ablation in Ablation.All)
        {
            await progress.WriteLineAsync($"{whole.Name} without {ablation.Part} ...");
            DataSetResult without = await host.EvaluateAsync(ablation, cancellationToken);
            parts.Add(AblatedPart.Create(ablation.Part, whole.Metrics, without.Metrics));
        }

        return whole with
        {
            Ablation = parts,
        };
    }

    private async Task WriteFilesAsync(
        EvaluationReport report,
        EvalOptions options,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (options.JsonPath is { } json)
            {
                await using FileStream stream = File.Create(json);
                await EvaluationReportJson.WriteAsync(stream, report, cancellationToken);
            }

            if (options.CalibrationPath is { } calibration)
            {
                var table = RiskCalibration.Calibrate(report.DataSets);
                await output.WriteAsync(RiskText.Format(table));
                await using FileStream stream = File.Create(calibration);
                await table.WriteAsync(stream, cancellationToken);
            }

            if (options.HtmlPath is { } html)
            {
                await File.WriteAllTextAsync(html, EvaluationPage.Render(report), cancellationToken);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationDataException($"The report cannot be written: {exception.Message}");
        }
    }
}
