using SummitBot.Core.Articles;

namespace SummitBot.Core.Corpus;

/// <summary>What a run of the indexer did.</summary>
public sealed record IndexingReport
{
    public required int Added { get; init; }

    public required int Replaced { get; init; }

    public required int Removed { get; init; }

    public required int Unchanged { get; init; }

    /// <summary>Files, and entries of files, that could not be read, each with its reason, in path order.</summary>
    public required IReadOnlyList<ArticleReadFailure> Failures { get; init; }

    /// <summary>Files of unsupported types, and drafts, in path order.</summary>
    public required IReadOnlyList<ArticleReadFailure> LeftOut { get; init; }

    /// <summary>What was changed or lost in the articles read by this run, in path order.</summary>
    public required IReadOnlyList<ArticleNotice> Notices { get; init; }

    /// <summary>What was added, replaced and removed, by source.</summary>
    public required IReadOnlyList<ArticleChange> Changes { get; init; }

    /// <summary>Passages written by this run.</summary>
    public required int PassagesWritten { get; init; }

    /// <summary>Why the old index was discarded and rebuilt; null when it was not.</summary>
    public IndexError? RebuiltBecause { get; init; }

    /// <summary>True when a new commit was made; false when the index was up to date.</summary>
    public required bool Committed { get; init; }

    /// <summary>The result of updating vectors; null when no embedding model is configured.</summary>
    public VectorReport? Vectors { get; init; }

    public TimeSpan Elapsed { get; init; }

    public int Articles => Added + Replaced + Unchanged;
}

/// <summary>A change of an article in the index.</summary>
/// <param name="Source">Its file, or the entry of a file as <c>file#entry</c>.</param>
public sealed record ArticleChange(ArticleId Id, ArticleChangeKind Kind, string Source);

public enum ArticleChangeKind
{
    /// <summary>The article is new.</summary>
    Added,

    /// <summary>The article has changed.</summary>
    Replaced,

    /// <summary>The article is gone from the corpus, or can no longer be read.</summary>
    Removed,
}
