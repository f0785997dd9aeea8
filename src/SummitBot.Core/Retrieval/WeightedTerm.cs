namespace SummitBot.Core.Retrieval;

/// <summary>A word and its weight beside the question's own words, which weigh 1.</summary>
public readonly record struct WeightedTerm(string Word, double Weight);
