namespace SummitBot.Cli.Corpus;

/// <summary>Guesses which id was meant by a mistyped one.</summary>
public static class SimilarIds
{
    private const int Most = 3;
    private const int ShortestPart = 3;

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
                .Take(Most)
                .Select(k => k.Id),
        ];
    }

    /// <summary>Levenshtein's, without regard to case; an id that holds what was typed is one edit away.</summary>
    private static int Distance(string typed, string known)
    {
        if (typed.Length >= ShortestPart && known.Contains(typed, StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        int[] previous = [.. Enumerable.Range(0, known.Length + 1)];
        for (int i = 1; i <= typed.Length; i++)
        {
            int[] current = new int[known.Length + 1];
            current[0] = i;
            for (int j = 1; j <= known.Length; j++)
            {
                bool isSame = char.ToUpperInvariant(typed[i - 1]) == char.ToUpperInvariant(known[j - 1]);
                current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + (isSame ? 0 : 1));
            }

            previous = current;
        }

        return previous[^1];
    }
}
