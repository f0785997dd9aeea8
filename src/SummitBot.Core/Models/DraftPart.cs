namespace SummitBot.Core.Models;

/// <summary>A part of a model's draft.</summary>
public abstract record DraftPart;
