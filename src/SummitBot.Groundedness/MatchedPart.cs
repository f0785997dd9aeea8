using SummitBot.Groundedness.Sources;
using SummitBot.Language.Sentences;

namespace SummitBot.Groundedness;

/// <summary>The window of a passage that a claim, or a clause of it, was compared with.</summary>
/// <param name="Range">In the article's plain text, inside the passage.</param>
/// <param name="Coverage">Weighted share of the claim's words that the window holds, 0 to 1.</param>
public sealed record MatchedPart(SourceText Source, TextRange Range, double Coverage);
