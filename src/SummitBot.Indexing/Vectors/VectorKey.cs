using SummitBot.Core.Passages;

namespace SummitBot.Indexing.Vectors;

/// <summary>Whose vector it is.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Hash">Of the text that was embedded, see <see cref="EmbeddedText"/>.</param>
/// <param name="Day">The day number of publication, or <see cref="Storage.IndexLayout.Undated"/>.</param>
internal readonly record struct VectorKey(PassageId Passage, UInt128 Hash, int Day);
