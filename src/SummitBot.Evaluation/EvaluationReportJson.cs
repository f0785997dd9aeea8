using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Parts;

namespace SummitBot.Evaluation;

/// <summary>Writes and reads the report of an evaluation as JSON, camelCase, absent values left out.</summary>
[JsonSerializable(typeof(EvaluationReport))]
public sealed partial class EvaluationReportJson : JsonSerializerContext
{
    private static readonly EvaluationReportJson Readable = Create();

    public static Task WriteAsync(Stream stream, EvaluationReport report, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeAsync(stream, report, Readable.EvaluationReport, cancellationToken);

    /// <exception cref="EvaluationDataException">The file is missing or no report.</exception>
    public static async Task<EvaluationReport> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new EvaluationDataException($"The report {path} does not exist: write one with --json first.");
        }

        try
        {
            await using FileStream stream = File.OpenRead(path);
            EvaluationReport? report = await JsonSerializer.DeserializeAsync(
                stream,
                Readable.EvaluationReport,
                cancellationToken
            );
            if (report?.DataSets is not null)
            {
                return report;
            }
        }
        catch (JsonException)
        {
            // Told below, in the words that also fit a JSON file of something else.
        }

        throw new EvaluationDataException($"{path} is no report of an evaluation: write one with --json.");
    }

    private static EvaluationReportJson Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        };
        options.Converters.Add(new AnswerOutcomeConverter());
        options.Converters.Add(
            new JsonStringEnumConverter<Verdict>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
        );
        options.Converters.Add(
            new JsonStringEnumConverter<AblationSwitch>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
        );
        return new EvaluationReportJson(options);
    }
}
