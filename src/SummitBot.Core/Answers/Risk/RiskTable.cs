using System.Reflection;
using System.Text.Json;

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
