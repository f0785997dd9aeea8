namespace SummitBot.Core.Corpus;

/// <summary>What to index.</summary>
/// <param name="Paths">Files and folders; all of the corpus, what lies elsewhere leaves the index.</param>
/// <param name="IsExplicit">True when the operator named the paths on the command line, false when settings did.</param>
/// <param name="Rebuild">Reads every file again and replaces the whole index.</param>
public sealed record IndexingRequest(IReadOnlyList<string> Paths, bool IsExplicit = false, bool Rebuild = false);
