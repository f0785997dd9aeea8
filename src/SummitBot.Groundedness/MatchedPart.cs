using SummitBot.Groundedness.Sources;
using SummitBot.Language.Sentences;

namespace SummitBot.Groundedness;

/// <summary>The window of a passage that a claim, or one of its clauses, was compared with.</summary>
/// <param name="Range">In the article's plain text, inside the passage.</param>
/// <param name="Coverage">Weighted share of the claim's words that the window has, 0 to 1.</param>
public sealed record MatchedPart(SourceText Source, TextRange Range, double Coverage);
