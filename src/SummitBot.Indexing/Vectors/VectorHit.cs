namespace SummitBot.Indexing.Vectors;

/// <summary>A sentence similar to the question.</summary>
/// <param name="Key">The sentence.</param>
/// <param name="Similarity">The cosine of the two vectors, -1 to 1.</param>
internal readonly record struct VectorHit(VectorKey Key, double Similarity);
