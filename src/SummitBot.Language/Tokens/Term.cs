namespace SummitBot.Language.Tokens;

/// <summary>A word of a text.</summary>
/// <param name="Stem">The form in the index.</param>
/// <param name="Start">First UTF-16 unit of the word in the text.</param>
/// <param name="End">One past the last unit.</param>
public readonly record struct Term(string Stem, int Start, int End);
