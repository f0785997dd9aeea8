using System.Text.Json.Serialization;

namespace SummitBot.Evaluation.Gate;

/// <summary>What <c>summitbot eval gate</c> measured.</summary>
/// <param name="Sets">In the order given.</param>
public sealed record GateReport(IReadOnlyList<GateSetResult> Sets)
{
    /// <summary>The figures that limits can refer to, by their full names: <c>corpus.normalCatch</c>.</summary>
    public IReadOnlyDictionary<string, double> Metrics() =>
        Sets.SelectMany(set =>
                new (string Name, double Value)[]
                {
                    ("normalCatch", set.NormalCatch),
                    ("normalPass", 1 - set.NormalFalseAlarms),
                    ("strictCatch", set.StrictCatch),
                    ("strictPass", 1 - set.StrictFalseAlarms),
                }.Select(m => KeyValuePair.Create($"{set.Name}.{m.Name}", m.Value))
            )
            .ToDictionary(StringComparer.Ordinal);
}

/// <summary>Serializer of <see cref="GateReport"/>, camelCase.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GateReport))]
public sealed partial class GateReportJson : JsonSerializerContext;
