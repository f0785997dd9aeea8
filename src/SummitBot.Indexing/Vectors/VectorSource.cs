namespace SummitBot.Indexing.Vectors;

/// <summary>Writes the vector of a row into its place.</summary>
internal delegate void VectorSource(int row, Span<float> vector);
