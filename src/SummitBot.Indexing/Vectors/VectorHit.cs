namespace SummitBot.Indexing.Vectors;

/// <summary>A sentence like the question.</summary>
/// <param name="Key">Whose vector it is.</param>
/// <param name="Similarity">The cosine of the two vectors, -1 to 1.</param>
internal readonly record struct VectorHit(VectorKey Key, double Similarity);
