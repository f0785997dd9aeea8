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
