using SummitBot.Language;
using SummitBot.Language.Recognition;
using SummitBot.Language.Sentences;

namespace SummitBot.Core.Answers;

/// <summary>Two numbers that a draft quotes and whose difference answers.</summary>
public sealed record NumberDifference(QuotedNumber First, QuotedNumber Second)
{
    /// <summary>
    /// The sentence with both numbers and their difference, computed anew from the cited text; null when a number is
    /// outside the quotes, or when the two cannot be compared.
    /// </summary>
    /// <param name="language">ISO 639-1 code of the question.</param>
    public AnswerSentence? Compute(IReadOnlyList<Citation> citations, string language)
    {
        ArgumentNullException.ThrowIfNull(citations);
        if (
            FindCitation(First, citations) is not { } first
            || FindCitation(Second, citations) is not { } second
            || Read(First, first) is not { } one
            || Read(Second, second) is not { } other
            || !one.IsComparable(other)
        )
        {
            return null;
        }

        bool isFirstLarger = one.Value >= other.Value;
        (QuotedNumber larger, QuotedNumber smaller) = isFirstLarger ? (First, Second) : (Second, First);
        string difference = isFirstLarger ? one.Minus(other) : other.Minus(one);
        string text = Phrases
            .For(language)
            .Computed(
                $"{Label(larger)}{Quote(larger, citations)} − {Label(smaller)}{Quote(smaller, citations)} = {difference}"
            );
        int[] numbers = first.Number == second.Number ? [first.Number] : [first.Number, second.Number];
        return new AnswerSentence(text, [.. numbers.Order()]) { IsComputed = true };
    }

    private static Citation? FindCitation(QuotedNumber number, IReadOnlyList<Citation> citations) =>
        citations.FirstOrDefault(c =>
            c.Article.Id == number.Sentence.Passage.Article && c.Range.Contains(number.Range)
        );

    private static Quantity? Read(QuotedNumber number, Citation citation) =>
        Quantity.Parse(Slice(number, citation), citation.Article.Language);

    private static string Quote(QuotedNumber number, IReadOnlyList<Citation> citations) =>
        Slice(number, FindCitation(number, citations)!);

    private static string Slice(QuotedNumber number, Citation citation) =>
        citation.Quote[(number.Range.Start - citation.Range.Start)..(number.Range.End - citation.Range.Start)];

    private static string Label(QuotedNumber number) => number.Label.Length > 0 ? $"{number.Label}: " : "";
}

/// <summary>A number that a draft quotes.</summary>
/// <param name="Sentence">The sentence that holds it.</param>
/// <param name="Range">The number and its unit, a range of the article's plain text.</param>
/// <param name="Label">What it is the number of, in the words of the question; empty when the question names nothing.</param>
public sealed record QuotedNumber(ExtractedSentence Sentence, TextRange Range, string Label);
