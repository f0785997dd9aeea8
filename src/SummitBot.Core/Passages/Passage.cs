using SummitBot.Core.Articles;
using SummitBot.Language.Sentences;

namespace SummitBot.Core.Passages;

/// <summary>A run of whole sentences of one article, the unit that is indexed and retrieved.</summary>
/// <param name="Id">Article and 1-based ordinal.</param>
/// <param name="Range">Where it stands in the article's plain text.</param>
/// <param name="Text">The article's plain text in <paramref name="Range"/>.</param>
/// <param name="Sentences">Ranges of its sentences in the article's plain text, in order, at least one.</param>
public sealed record Passage(PassageId Id, TextRange Range, string Text, IReadOnlyList<TextRange> Sentences)
{
    /// <summary>The heading it stands under; null above the first heading.</summary>
    public string? Heading { get; init; }

    /// <summary>The page where it begins and the ones that begin in it; empty for an article without pages.</summary>
    public IReadOnlyList<PageStart> Pages { get; init; } = [];

    /// <summary>The page, from 1, where a range of this passage begins; null for an article without pages.</summary>
    public int? GetPage(TextRange range) =>
        Pages.Count == 0 ? null : Pages.LastOrDefault(p => p.Start <= range.Start, Pages[0]).Page;

    /// <summary>The text of a sentence of this passage.</summary>
    /// <param name="sentence">A range in the article's plain text that lies inside <see cref="Range"/>.</param>
    public string GetText(TextRange sentence) => Text[(sentence.Start - Range.Start)..(sentence.End - Range.Start)];
}
