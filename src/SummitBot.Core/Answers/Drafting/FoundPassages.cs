using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;

namespace SummitBot.Core.Answers.Drafting;

/// <summary>What was found for a question.</summary>
/// <param name="Question">The question as it was searched for.</param>
/// <param name="Passages">The best first; empty when nothing in the corpus speaks to the question.</param>
public sealed record FoundPassages(AnalyzedQuestion Question, IReadOnlyList<RetrievedPassage> Passages);
