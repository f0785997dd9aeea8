using SummitBot.Core.Passages;
using SummitBot.Language.Sentences;

namespace SummitBot.Indexing.Vectors;

/// <summary>Whose vector it is: a sentence's.</summary>
/// <param name="Passage">The first passage that holds the sentence.</param>
/// <param name="Sentence">Where it stands in the article's plain text.</param>
/// <param name="LastOrdinal">Of the last passage that holds it; those between hold it too.</param>
/// <param name="Hash">Of the text that was embedded, see <see cref="EmbeddedText"/>.</param>
/// <param name="Day">The day number of publication, or <see cref="Storage.IndexLayout.Undated"/>.</param>
internal readonly record struct VectorKey(PassageId Passage, TextRange Sentence, int LastOrdinal, UInt128 Hash, int Day)
{
    /// <summary>The passages that hold it.</summary>
    public IEnumerable<PassageId> Passages
    {
        get
        {
            for (int ordinal = Passage.Ordinal; ordinal <= LastOrdinal; ordinal++)
            {
                yield return Passage with
                {
                    Ordinal = ordinal,
                };
            }
        }
    }

    public bool IsIn(PassageId passage) =>
        Passage.Article == passage.Article && Passage.Ordinal <= passage.Ordinal && passage.Ordinal <= LastOrdinal;
}
