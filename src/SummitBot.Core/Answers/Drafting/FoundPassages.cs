using SummitBot.Core.Retrieval;
using SummitBot.Language.Dates;

namespace SummitBot.Core.Answers.Drafting;

/// <summary>What was found for a question.</summary>
/// <param name="Time">What the question says of time.</param>
/// <param name="Passages">The best first; empty when nothing in the corpus speaks to the question.</param>
public sealed record FoundPassages(QuestionTime Time, IReadOnlyList<RetrievedPassage> Passages);
