using SummitBot.Core.Articles;

namespace SummitBot.Core.Corpus;

/// <summary>The description of a commit.</summary>
/// <param name="Corpus">Full paths the corpus was read from.</param>
/// <param name="IsExplicit">True when the operator named the paths on the command line, false when settings
/// did.</param>
/// <param name="Sources">Every file of the corpus, with its articles and failures.</param>
/// <param name="CommittedAt">Time of the commit, UTC.</param>
/// <param name="PassageCount">Passages in the index.</param>
public sealed record IndexManifest(
    IReadOnlyList<string> Corpus,
    bool IsExplicit,
    IReadOnlyList<IndexedSource> Sources,
    DateTimeOffset CommittedAt,
    int PassageCount
);

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
