namespace SummitBot.Core.Corpus;

/// <summary>What a commit says of itself.</summary>
/// <param name="Corpus">The paths the corpus was read from, full, as given.</param>
/// <param name="IsExplicit">True when the operator named the paths on the command line, false when settings did.</param>
/// <param name="Sources">Every file the corpus had, with its articles and failures.</param>
/// <param name="CommittedAt">When, UTC.</param>
/// <param name="PassageCount">Passages in the index.</param>
public sealed record IndexManifest(
    IReadOnlyList<string> Corpus,
    bool IsExplicit,
    IReadOnlyList<IndexedSource> Sources,
    DateTimeOffset CommittedAt,
    int PassageCount
);
