using SummitBot.Language.Sentences;

namespace SummitBot.Core.Reading;

/// <summary>The tokens of a text.</summary>
/// <param name="Ids">Their numbers in the vocabulary.</param>
/// <param name="Ranges">Their positions in the text; empty where normalization moved the letters.</param>
public sealed record ReaderTokens(IReadOnlyList<int> Ids, IReadOnlyList<TextRange> Ranges);
