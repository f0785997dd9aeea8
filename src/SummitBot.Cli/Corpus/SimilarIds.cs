using Quickenshtein;

namespace SummitBot.Cli.Corpus;

/// <summary>Suggests ids similar to a mistyped one.</summary>
public static class SimilarIds
{
    private const int MaxIds = 3;
    private const int MinPartLength = 3;

    /// <summary>The nearest ids first, at most three; empty when none is near.</summary>
    public static IReadOnlyList<string> Find(string id, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(id);
        int tolerance = Math.Max(2, id.Length / 3);
        return
        [
            .. known
                .Select(k => (Id: k, Distance: Distance(id, k)))
                .Where(k => k.Distance <= tolerance)
                .OrderBy(k => k.Distance)
                .ThenBy(k => k.Id, StringComparer.Ordinal)
                .Take(MaxIds)
                .Select(k => k.Id),
        ];
    }

    /// <summary>Levenshtein distance, ignoring case; an id that contains the typed text has distance one.</summary>
    private static int Distance(string typed, string known) =>
        typed.Length >= MinPartLength && known.Contains(typed, StringComparison.OrdinalIgnoreCase)
            ? 1
            : Levenshtein.GetDistance(typed.ToUpperInvariant(), known.ToUpperInvariant());
}
