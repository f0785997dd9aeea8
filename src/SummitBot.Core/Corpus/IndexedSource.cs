using SummitBot.Core.Articles;

namespace SummitBot.Core.Corpus;

/// <summary>An article of a file as last read; a file may have several.</summary>
/// <param name="File">Path, length and time of the last change.</param>
/// <param name="Article">Its article; null when it gave none.</param>
/// <param name="ContentHash">SHA-256 over the article's text and metadata, hexadecimal; null when it gave none.</param>
/// <param name="Failure">Why the file, or an entry of it, gave none; null when it gave an article.</param>
public sealed record IndexedSource(
    ArticleFile File,
    ArticleId? Article,
    string? ContentHash,
    ArticleReadFailure? Failure
);
