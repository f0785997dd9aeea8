using SummitBot.Web.Diagnosis;

namespace SummitBot.Web.Corpus;

/// <summary>That there is an index to answer from, what it holds, and how the rest of the installation is.</summary>
/// <param name="Articles">Articles in the index; for others than operators the public ones.</param>
/// <param name="Passages">Passages of these articles.</param>
/// <param name="CommittedAt">When it was last written, UTC.</param>
/// <param name="Checks">Of the last seconds; trouble with a model or the database is none with readiness, for
/// answers are given without them.</param>
public sealed record Readiness(
    string Status,
    int Articles,
    int Passages,
    DateTimeOffset CommittedAt,
    IReadOnlyList<CheckDocument> Checks
);
