using SummitBot.Groundedness.Alignment;
using SummitBot.Groundedness.Checks;
using SummitBot.Groundedness.Sources;

namespace SummitBot.Groundedness;

/// <summary>
/// Compares a claim with a passage by form: which of its words stand where in the nearest one to three sentences, and
/// which of some thirty telling differences there are. It says whether a claim matches its source, never that it is true.
/// Thread-safe.
/// </summary>
public sealed class ClaimChecker
{
    private static readonly ClaimObjection NothingShared = new("coverage", ClaimSupport.Normal, "");

    /// <summary>Analyses a passage for the checks to come.</summary>
    public SourceText Analyze(ISourcePassage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        return new SourceText(passage);
    }

    /// <summary>Checks one claim against one passage.</summary>
    /// <param name="claim">Plain text without marks.</param>
    public ClaimVerdict Check(string claim, SourceText source) => Check(claim, source, []);

    /// <summary>Checks one claim against one of several passages.</summary>
    /// <param name="claim">Plain text without marks.</param>
    /// <param name="others">The other passages at hand: what none of them speaks of either is held against the claim.</param>
    public ClaimVerdict Check(string claim, SourceText source, IEnumerable<SourceText> others)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(source);
        var analyzed = new Claim(claim, source.Language);
        if (VerbatimSentence.Find(analyzed, source) is { } range)
        {
            return new ClaimVerdict(ClaimSupport.Verbatim, range, 1, []);
        }

        if (Comparison.Of(analyzed, source, others) is not { } comparison)
        {
            return new ClaimVerdict(ClaimSupport.None, null, 0, [NothingShared]);
        }

        ClaimObjection[] objections = [.. ObjectionsTo(comparison, source.IsEnglish)];
        return new ClaimVerdict(
            SupportAfter(objections),
            comparison.Range,
            Math.Min(1, comparison.Window.Coverage),
            objections
        );
    }

    private static IEnumerable<ClaimObjection> ObjectionsTo(Comparison comparison, bool isEnglish)
    {
        Comparison? onOneSentence = comparison.OnOneSentence();
        foreach (ClaimCheck check in ClaimChecks.All)
        {
            if (!isEnglish && !check.IsForEveryLanguage)
            {
                continue;
            }

            string? words = check.Objection(comparison);
            words ??= check.LooksAtPlaces && onOneSentence is not null ? check.Objection(onOneSentence) : null;
            if (words is not null)
            {
                yield return new ClaimObjection(check.Code, check.Strength, words);
            }
        }
    }

    private static ClaimSupport SupportAfter(ClaimObjection[] objections)
    {
        if (objections.Length == 0)
        {
            return ClaimSupport.Strict;
        }

        return objections[0].Strength == ClaimSupport.Normal ? ClaimSupport.None : ClaimSupport.Normal;
    }
}
