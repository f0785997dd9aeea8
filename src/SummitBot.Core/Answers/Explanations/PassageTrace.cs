namespace SummitBot.Core.Answers.Explanations;

/// <summary>A retrieved passage.</summary>
/// <param name="Score">The search engine's score, comparable inside one list only.</param>
public sealed record PassageTrace(string PassageId, string Title, DateOnly? Published, double Score);
