namespace SummitBot.Language.Recognition;

/// <summary>A half-open range of a sentence, in UTF-16 units from its start.</summary>
public readonly record struct Span(int Start, int End);
