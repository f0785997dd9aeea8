using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;

namespace SummitBot.Core.Models;

/// <summary>A part of a model's draft.</summary>
public abstract record DraftPart;

/// <summary>The first part of a draft: which model of the list writes it.</summary>
public sealed record DraftStarted(string Model) : DraftPart;

/// <summary>A complete sentence in the model's words.</summary>
/// <param name="Text">Plain text without marks; not yet cleaned of anything else.</param>
/// <param name="Cited">The passages that its marks name, in order; empty when it has no mark or only unknown ones.</param>
public sealed record GeneratedSentence(string Text, IReadOnlyList<PassageId> Cited) : DraftPart;

/// <summary>The model says that the passages do not answer the question.</summary>
public sealed record NoAnswerInPassages : DraftPart;

/// <summary>Passages that the model found itself; its sentences may cite them as well.</summary>
public sealed record PassagesFound(IReadOnlyList<RetrievedPassage> Passages) : DraftPart;

/// <summary>What the draft cost.</summary>
public sealed record UsageReported(ModelUsage Usage) : DraftPart;
