using System.IO.Hashing;
using System.Runtime.InteropServices;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Indexing.Storage;
using SummitBot.Language.Sentences;
using SummitBot.Language.Tokens;

namespace SummitBot.Indexing.Vectors;

/// <summary>
/// The text that is embedded: every sentence with its article's title before it, which tells what "she" or "the second
/// report" is about. Passages overlap, so this is half of their text; and a sentence's vector is used both to find its
/// passage and to choose it as the answer.
/// </summary>
internal static class EmbeddedText
{
    /// <summary>Longer titles are cut: the sentence should count for more.</summary>
    private const int MaxTitleLength = 120;

    public static string Create(string title, string sentence) =>
        title.Length == 0 ? sentence : $"{TextStart.Take(title, MaxTitleLength)}: {sentence}";

    public static UInt128 ComputeHash(string text) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(text.AsSpan()));

    /// <summary>A key for each sentence of an article, in text order.</summary>
    /// <param name="passages">The article's passages in text order.</param>
    public static IReadOnlyList<VectorKey> GetKeys(ArticleSummary article, IEnumerable<Passage> passages)
    {
        var keys = new List<VectorKey>();
        var places = new Dictionary<TextRange, int>();
        int day = article.Published?.DayNumber ?? IndexLayout.Undated;
        foreach (Passage passage in passages)
        {
            foreach (TextRange sentence in passage.Sentences)
            {
                if (places.TryAdd(sentence, keys.Count))
                {
                    UInt128 hash = ComputeHash(Create(article.Title, passage.GetText(sentence)));
                    keys.Add(new VectorKey(passage.Id, sentence, passage.Id.Ordinal, hash, day));
                    continue;
                }

                int place = places[sentence];
                keys[place] = keys[place] with { LastOrdinal = passage.Id.Ordinal };
            }
        }

        return keys;
    }
}
