namespace SummitBot.Core.Retrieval;

/// <summary>A word and its weight, relative to the question's own words with weight 1.</summary>
public readonly record struct WeightedTerm(string Word, double Weight);
