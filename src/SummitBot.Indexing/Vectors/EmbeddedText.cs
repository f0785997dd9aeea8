using System.IO.Hashing;
using System.Runtime.InteropServices;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;

namespace SummitBot.Indexing.Vectors;

/// <summary>What of a passage is embedded: its text below the article's title and its own heading.</summary>
internal static class EmbeddedText
{
    public static string Of(ArticleSummary article, Passage passage) =>
        passage.Heading is { Length: > 0 } heading
            ? $"{article.Title}\n{heading}\n{passage.Text}"
            : $"{article.Title}\n{passage.Text}";

    public static UInt128 HashOf(string text) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(text.AsSpan()));
}
