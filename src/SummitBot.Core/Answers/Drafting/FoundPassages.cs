using SummitBot.Core.Retrieval;
using SummitBot.Language.Dates;

namespace SummitBot.Core.Answers.Drafting;

/// <summary>The search result for a question.</summary>
/// <param name="Time">The question's time expressions.</param>
/// <param name="Passages">Best first; empty when nothing in the corpus matches the question.</param>
public sealed record FoundPassages(QuestionTime Time, IReadOnlyList<RetrievedPassage> Passages);
