using SummitBot.Core.Passages;

namespace SummitBot.Core.Models;

/// <summary>A complete sentence in the model's words.</summary>
/// <param name="Text">Plain text without marks; not yet cleaned of anything else.</param>
/// <param name="Cited">The passages that its marks name, in order; empty when it has no mark or only unknown ones.</param>
public sealed record GeneratedSentence(string Text, IReadOnlyList<PassageId> Cited) : DraftPart;
