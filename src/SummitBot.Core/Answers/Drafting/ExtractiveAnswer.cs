using SummitBot.Core.Questions;

namespace SummitBot.Core.Answers.Drafting;

/// <summary>The answer of the embedded writer, and what it was made from.</summary>
/// <param name="Answer">Complete and checked.</param>
/// <param name="Question">The question, resolved without a model.</param>
/// <param name="Found">The passages that it was written from.</param>
public sealed record ExtractiveAnswer(Answer Answer, ResolvedQuestion Question, FoundPassages Found);
