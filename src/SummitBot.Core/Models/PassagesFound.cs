using SummitBot.Core.Retrieval;

namespace SummitBot.Core.Models;

/// <summary>Passages that the model found itself; its sentences may cite them as well.</summary>
public sealed record PassagesFound(IReadOnlyList<RetrievedPassage> Passages) : DraftPart;
