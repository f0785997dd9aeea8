using SummitBot.Core.Articles;
using SummitBot.Language.Sentences;

namespace SummitBot.Core.Reading;

/// <summary>
/// A question with some sentences of an article, in the model's input format; all arrays have one entry for each token.
/// </summary>
/// <param name="Tokens"><c>[CLS] question [SEP] title : sentence 1 ... sentence n [SEP]</c>.</param>
/// <param name="TokenTypes">0 up to the first separator, 1 after it.</param>
/// <param name="SentenceNumbers">The number of the token's sentence, counted from 1; 0 outside of sentences.</param>
/// <param name="TokenRanges">The token's position in the article's plain text; null where unknown.</param>
public sealed record ReaderWindow(
    IReadOnlyList<long> Tokens,
    IReadOnlyList<long> TokenTypes,
    IReadOnlyList<long> SentenceNumbers,
    IReadOnlyList<TextRange?> TokenRanges
)
{
    /// <summary>The article.</summary>
    public required ArticleId Article { get; init; }

    /// <summary>Ranges of the sentences in the article's plain text, in their order here.</summary>
    public required IReadOnlyList<TextRange> Sentences { get; init; }
}
