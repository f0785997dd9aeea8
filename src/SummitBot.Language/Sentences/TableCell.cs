namespace SummitBot.Language.Sentences;

/// <summary>A cell of a <see cref="TableRow"/>.</summary>
/// <param name="Header">The header of its column; empty when it has none.</param>
/// <param name="Value">Never empty.</param>
/// <param name="Start">Start of the value in the line of the row.</param>
public readonly record struct TableCell(string Header, string Value, int Start);
