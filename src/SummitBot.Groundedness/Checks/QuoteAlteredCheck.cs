using System.Text.RegularExpressions;
using SummitBot.Groundedness.Alignment;
using SummitBot.Groundedness.Sources;

namespace SummitBot.Groundedness.Checks;

/// <summary>Words in quotation marks, eight characters or more, are not in the passage word for word.</summary>
internal sealed partial class QuoteAlteredCheck()
    : ClaimCheck("quoteAltered", ClaimSupport.Normal, isForEveryLanguage: true)
{
    private const int MinLength = 8;

    public override string? FindFailure(ClaimAlignment alignment)
    {
        foreach (ValueMatch match in Quotation().EnumerateMatches(alignment.Claim.Text))
        {
            string quote = alignment.Claim.Text.Substring(match.Index + 1, match.Length - 2);
            if (
                quote.Length >= MinLength
                && !alignment.Source.Plain.Contains(TextNormalizer.Normalize(quote), StringComparison.Ordinal)
            )
            {
                return quote;
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"[“„""«][^“”„""«»]+[”“""»]|(?<![\p{L}\d])['‘][^'’‘]+['’](?![\p{L}\d])",
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Quotation();
}
