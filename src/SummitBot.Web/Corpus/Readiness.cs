using SummitBot.Web.Diagnosis;

namespace SummitBot.Web.Corpus;

/// <summary>The contents of the index, and the state of the rest of the installation.</summary>
/// <param name="Articles">Articles in the index.</param>
/// <param name="Passages">Passages in the index.</param>
/// <param name="CommittedAt">When it was last written, UTC.</param>
/// <param name="Checks">Of the last seconds; errors of a model or the database do not affect readiness, because answers
/// are given without them.</param>
public sealed record Readiness(
    string Status,
    int Articles,
    int Passages,
    DateTimeOffset CommittedAt,
    IReadOnlyList<CheckDocument> Checks
);
