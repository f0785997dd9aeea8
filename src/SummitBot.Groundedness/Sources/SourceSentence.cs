using SummitBot.Language.Sentences;

namespace SummitBot.Groundedness.Sources;

/// <summary>A sentence of a source.</summary>
/// <param name="Range">In the article's plain text.</param>
/// <param name="FirstToken">The first of its tokens among the source's.</param>
/// <param name="EndToken">One past the last.</param>
internal sealed record SourceSentence(TextRange Range, string Text, int FirstToken, int EndToken)
{
    /// <summary>See <see cref="TextNormalizer"/>.</summary>
    public string Plain { get; } = TextNormalizer.Normalize(Text);
}
