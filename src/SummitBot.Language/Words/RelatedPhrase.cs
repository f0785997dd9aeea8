namespace SummitBot.Language.Words;

/// <summary>Words that may replace a word of a question in a text.</summary>
/// <param name="Words">In lower case, base forms; all of them must be in the text.</param>
/// <param name="Strength">How closely they mean the same, above 0 and up to 1.</param>
public sealed record RelatedPhrase(IReadOnlyList<string> Words, double Strength);
