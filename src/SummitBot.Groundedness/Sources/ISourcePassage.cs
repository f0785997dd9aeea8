using SummitBot.Language.Sentences;

namespace SummitBot.Groundedness.Sources;

/// <summary>A passage that claims are compared with.</summary>
public interface ISourcePassage
{
    string Text { get; }

    /// <summary>ISO 639-1 code, or unknown.</summary>
    string Language { get; }

    /// <summary>The title of its article.</summary>
    string Title { get; }

    /// <summary>The heading it stands under; null when there is none.</summary>
    string? Heading { get; }

    /// <summary>Ranges of its sentences in the article's plain text, in order, at least one.</summary>
    IReadOnlyList<TextRange> Sentences { get; }

    /// <summary>The text of a range that lies inside the passage.</summary>
    /// <param name="range">In the article's plain text.</param>
    string GetText(TextRange range);
}
