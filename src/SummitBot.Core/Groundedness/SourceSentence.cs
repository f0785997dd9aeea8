using SummitBot.Core.Articles;

namespace SummitBot.Core.Groundedness;

/// <summary>A sentence of a source.</summary>
internal sealed class SourceSentence(TextRange range, string text)
{
    public TextRange Range { get; } = range;

    public string Text { get; } = text;

    public string Plain { get; } = PlainWords.Of(text);
}
