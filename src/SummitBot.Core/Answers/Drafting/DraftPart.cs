namespace SummitBot.Core.Answers.Drafting;

/// <summary>A part of a model's draft.</summary>
public abstract record DraftPart;
