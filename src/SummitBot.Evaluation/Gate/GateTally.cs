using SummitBot.Groundedness;
using SummitBot.Groundedness.Checks;

namespace SummitBot.Evaluation.Gate;

/// <summary>Counts how sentences of each type were taken.</summary>
internal sealed class GateTally
{
    private readonly List<(ClaimVariant Variant, ClaimSupport Support)> _taken = [];
    private readonly List<GateCase> _mistaken = [];

    public void Add(ClaimVariant variant, string claim, string original, ClaimMatch match)
    {
        ClaimSupport support = match.Passes ? match.Support : ClaimSupport.None;
        _taken.Add((variant, support));
        if (variant.IsSupported != support >= ClaimSupport.Normal)
        {
            string[] codes =
            [
                .. match
                    .FailedChecks.Where(o => o.Strength == ClaimSupport.Normal)
                    .Select(o => $"{o.Code}: {o.Claimed}"),
            ];
            _mistaken.Add(new GateCase(variant.Name, variant.IsSupported, claim, original, codes));
        }
    }

    public GateMeasurement Measurement(string name)
    {
        GateTypeResult[] types =
        [
            .. _taken
                .GroupBy(t => t.Variant.Name, StringComparer.Ordinal)
                .Select(g => new GateTypeResult(
                    g.Key,
                    g.First().Variant.IsSupported,
                    g.Count(),
                    Share(g, ClaimSupport.Normal),
                    Share(g, ClaimSupport.Strict)
                ))
                .OrderByDescending(t => t.IsSupported),
        ];
        return new GateMeasurement(new GateSetResult(name, types), _mistaken);
    }

    private static double Share(IEnumerable<(ClaimVariant Variant, ClaimSupport Support)> taken, ClaimSupport min) =>
        taken.Average(t => t.Support >= min ? 1.0 : 0.0);
}
