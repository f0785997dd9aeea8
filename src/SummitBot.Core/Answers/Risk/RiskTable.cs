using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummitBot.Core.Answers.Risk;

/// <summary>
/// The share of wrong answers at each confidence threshold, as measured by <c>summitbot eval --calibrate</c>. It is
/// valid for questions like those measured: when fewer questions have no answer, fewer answers are wrong.
/// </summary>
/// <param name="DataSets">The data sets it was measured on; all have the same weight, whatever their size.</param>
/// <param name="Points">From the lowest threshold to the highest; the error never rises.</param>
/// <param name="Check">How well it held on other articles; empty when there were too few to measure.</param>
public sealed record RiskTable(
    IReadOnlyList<RiskDataSet> DataSets,
    IReadOnlyList<RiskPoint> Points,
    IReadOnlyList<RiskCheck> Check
)
{
    private const string Resource = "SummitBot.Core.Answers.Risk.RiskTable.json";

    private static readonly Lazy<RiskTable> Shipped = new(ReadShipped);

    /// <summary>The built-in table, measured on the program's development questions.</summary>
    public static RiskTable Embedded => Shipped.Value;

    /// <summary>
    /// The lowest threshold at which at most this share of the answers is wrong; null when none is known.
    /// </summary>
    public double? ThresholdFor(double maxError) => Points.FirstOrDefault(p => p.Error <= maxError)?.Threshold;

    /// <exception cref="InvalidDataException">The file is missing, cannot be read, or is not a table of error
    /// rates.</exception>
    public static RiskTable Read(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            RiskTable? table = JsonSerializer.Deserialize(stream, RiskTableJson.Default.RiskTable);
            if (table is { Points.Count: > 0, DataSets: not null, Check: not null })
            {
                return table;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} cannot be read ({e.Message.TrimEnd('.')})", e);
        }
        catch (JsonException)
        {
            // Reported below, with the message that also covers JSON files with other contents.
        }

        throw new InvalidDataException($"{path} is no table of error rates");
    }

    public Task WriteAsync(Stream stream, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeAsync(stream, this, RiskTableJson.Default.RiskTable, cancellationToken);

    private static RiskTable ReadShipped()
    {
        using Stream stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        return JsonSerializer.Deserialize(stream, RiskTableJson.Default.RiskTable)
            ?? throw new InvalidOperationException($"The resource {Resource} is empty.");
    }
}

/// <summary>How well an error rate held on questions about other articles than those of the table.</summary>
/// <param name="MaxError">The requested rate.</param>
/// <param name="Error">The share of given answers that were wrong.</param>
/// <param name="Coverage">The share of all questions that were answered.</param>
public sealed record RiskCheck(double MaxError, double Error, double Coverage);

/// <summary>A data set that a <see cref="RiskTable"/> was measured on.</summary>
public sealed record RiskDataSet(string Name, int Questions, int Unanswerable);

/// <summary>The error rate and coverage of a threshold.</summary>
/// <param name="Threshold">The minimum confidence of an answer, 0 to 1.</param>
/// <param name="Error">Share of given answers that are wrong, or given although there is no answer; 0 to 1.</param>
/// <param name="Coverage">Share of all questions that are answered, including questions without an answer; 0 to
/// 1.</param>
public sealed record RiskPoint(double Threshold, double Error, double Coverage);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(RiskTable))]
internal sealed partial class RiskTableJson : JsonSerializerContext;
