namespace SummitBot.Evaluation;

/// <summary>The result of an evaluation.</summary>
/// <param name="MinConfidence">The shipped threshold; answers below it were refused.</param>
/// <param name="ElapsedMs">Wall time of the whole run, including indexing.</param>
public sealed record EvaluationReport(double MinConfidence, double ElapsedMs, IReadOnlyList<DataSetResult> DataSets)
{
    /// <summary>Every figure by its full name: <c>set.metric</c>, and <c>set.kind.metric</c> for the kinds.</summary>
    public IReadOnlyDictionary<string, double> AllMetrics()
    {
        var all = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (DataSetResult set in DataSets)
        {
            foreach ((string metric, double value) in set.Metrics)
            {
                all[$"{set.Name}.{metric}"] = value;
            }

            foreach ((string kind, IReadOnlyDictionary<string, double> metrics) in set.Kinds)
            {
                foreach ((string metric, double value) in metrics)
                {
                    all[$"{set.Name}.{kind}.{metric}"] = value;
                }
            }
        }

        return all;
    }
}
