namespace SummitBot.Core.Models;

/// <summary>The first part of a draft: which model of the list writes it.</summary>
public sealed record DraftStarted(string Model) : DraftPart;
