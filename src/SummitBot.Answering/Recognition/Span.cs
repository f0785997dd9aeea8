namespace SummitBot.Answering.Recognition;

/// <summary>A half-open range of a sentence, in UTF-16 units from its start.</summary>
internal readonly record struct Span(int Start, int End);
