using SummitBot.Core.Passages;
using SummitBot.Language.Sentences;

namespace SummitBot.Indexing.Vectors;

/// <summary>The sentence that a vector belongs to.</summary>
/// <param name="Passage">The first passage with the sentence.</param>
/// <param name="Sentence">Its range in the article's plain text.</param>
/// <param name="LastOrdinal">The ordinal of the last passage with the sentence; those between have it too.</param>
/// <param name="Hash">Hash of the text that was embedded, see <see cref="EmbeddedText"/>.</param>
/// <param name="Day">The day number of publication, or <see cref="Storage.IndexLayout.Undated"/>.</param>
internal readonly record struct VectorKey(PassageId Passage, TextRange Sentence, int LastOrdinal, UInt128 Hash, int Day)
{
    /// <summary>The passages with the sentence.</summary>
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
