namespace SummitBot.Core.Answers.Drafting;

/// <summary>The answer of the extractive writer and its inputs.</summary>
/// <param name="Answer">Complete and checked.</param>
/// <param name="Found">The question, resolved without a model, and the passages that it was written from.</param>
public sealed record ExtractiveAnswer(Answer Answer, FoundPassages Found);
