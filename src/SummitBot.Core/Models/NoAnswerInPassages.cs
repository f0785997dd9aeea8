namespace SummitBot.Core.Models;

/// <summary>The model says that the passages do not answer the question.</summary>
public sealed record NoAnswerInPassages : DraftPart;
