namespace SummitBot.Indexing.Vectors;

/// <summary>Writes the vector of a row to its destination.</summary>
internal delegate void VectorSource(int row, Span<float> vector);
