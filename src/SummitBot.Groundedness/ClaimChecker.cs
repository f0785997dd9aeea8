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
    private static readonly FailedCheck NothingShared = new("coverage", ClaimSupport.Normal, "");

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

        if (ClaimAlignment.Create(analyzed, source, others) is not { } alignment)
        {
            return new ClaimVerdict(ClaimSupport.None, null, 0, [NothingShared]);
        }

        FailedCheck[] failedChecks = [.. FindFailedChecks(alignment, source.IsEnglish)];
        return new ClaimVerdict(
            SupportAfter(failedChecks),
            alignment.Range,
            Math.Min(1, alignment.Window.Coverage),
            failedChecks
        );
    }

    private static IEnumerable<FailedCheck> FindFailedChecks(ClaimAlignment alignment, bool isEnglish)
    {
        ClaimAlignment? onOneSentence = alignment.OnOneSentence();
        foreach (ClaimCheck check in ClaimChecks.All)
        {
            if (!isEnglish && !check.IsForEveryLanguage)
            {
                continue;
            }

            string? words = check.FindFailure(alignment);
            words ??= check.LooksAtPlaces && onOneSentence is not null ? check.FindFailure(onOneSentence) : null;
            if (words is not null)
            {
                yield return new FailedCheck(check.Code, check.Strength, words);
            }
        }
    }

    private static ClaimSupport SupportAfter(FailedCheck[] failedChecks)
    {
        if (failedChecks.Length == 0)
        {
            return ClaimSupport.Strict;
        }

        return failedChecks[0].Strength == ClaimSupport.Normal ? ClaimSupport.None : ClaimSupport.Normal;
    }
}
