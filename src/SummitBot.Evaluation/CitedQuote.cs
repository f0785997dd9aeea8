namespace SummitBot.Evaluation;

/// <summary>A sentence of a drafted answer with its citation.</summary>
/// <param name="Sentence">The sentence as the answer has it.</param>
/// <param name="DocId">The cited document, by its id in the data set.</param>
/// <param name="Quote">The words quoted.</param>
/// <param name="Start">First UTF-16 unit of the quote in the article's plain text.</param>
/// <param name="End">One past the last unit.</param>
/// <param name="HoldsGold">The quote contains a gold answer.</param>
/// <param name="IsVerbatim">The quote equals the article's plain text from start to end.</param>
public sealed record CitedQuote(
    string Sentence,
    string DocId,
    string Title,
    string Quote,
    int Start,
    int End,
    bool HoldsGold,
    bool IsVerbatim
)
{
    /// <summary>The quote supports the sentence: it contains a gold answer, or equals the sentence.</summary>
    public bool Supports => HoldsGold || string.Equals(Sentence, Quote, StringComparison.Ordinal);
}
