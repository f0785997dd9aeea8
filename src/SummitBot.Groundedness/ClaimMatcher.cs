using SummitBot.Groundedness.Sources;

namespace SummitBot.Groundedness;

/// <summary>
/// Finds among several passages the one that bears a claim out, clause by clause: a sentence joined from two passages is
/// borne out when each of its clauses is, by one of them. Thread-safe.
/// </summary>
public sealed class ClaimMatcher(ClaimChecker checker)
{
    /// <summary>The best match; without parts when the claim shares no word with any passage.</summary>
    /// <param name="claim">Plain text without marks.</param>
    public ClaimMatch Match(string claim, IReadOnlyList<SourceText> sources) => Match(claim, sources, sources);

    /// <summary>The best match; without parts when the claim shares no word with any passage.</summary>
    /// <param name="claim">Plain text without marks.</param>
    /// <param name="sources">Those that may bear it out.</param>
    /// <param name="atHand">All that the writer was shown.</param>
    public ClaimMatch Match(string claim, IReadOnlyList<SourceText> sources, IEnumerable<SourceText> atHand)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(atHand);
        ClaimMatch whole = MatchWhole(claim, sources, atHand);
        if (whole.Passes)
        {
            return whole;
        }

        IReadOnlyList<string> clauses = ClauseSplitter.Split(claim);
        if (clauses.Count < 2)
        {
            return whole;
        }

        ClaimMatch[] parts = [.. clauses.Select(c => MatchWhole(c, sources, atHand))];
        return Array.TrueForAll(parts, p => p.Passes)
            ? new ClaimMatch(
                parts.Min(p => p.Support),
                [.. parts.SelectMany(p => p.Parts)],
                [.. parts.SelectMany(p => p.FailedChecks)]
            )
            : whole;
    }

    private ClaimMatch MatchWhole(string claim, IReadOnlyList<SourceText> sources, IEnumerable<SourceText> atHand)
    {
        ClaimVerdict? best = null;
        SourceText? from = null;
        foreach (SourceText source in sources)
        {
            ClaimVerdict verdict = checker.Check(claim, source, atHand);
            if (verdict.Range is not null && (best is null || IsBetter(verdict, best)))
            {
                (best, from) = (verdict, source);
            }
        }

        return best is null
            ? ClaimMatch.None
            : new ClaimMatch(
                best.Support,
                [new MatchedPart(from!, best.Range!.Value, best.Coverage)],
                best.FailedChecks
            );
    }

    private static bool IsBetter(ClaimVerdict verdict, ClaimVerdict than) =>
        verdict.Support != than.Support ? verdict.Support > than.Support : verdict.Coverage > than.Coverage;
}
