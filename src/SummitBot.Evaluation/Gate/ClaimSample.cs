using SummitBot.Groundedness.Sources;

namespace SummitBot.Evaluation.Gate;

/// <summary>A sentence known to be supported, and where other words for it can be taken from.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Sources">The passages that support it.</param>
/// <param name="Neighbour">Another sentence of the same passage; null when there is none.</param>
/// <param name="Stranger">A sentence of another article; null when there is none.</param>
/// <param name="Random">Decides what is changed; the same for the same sentence in every run.</param>
internal sealed record ClaimSample(
    string Text,
    IReadOnlyList<SourceText> Sources,
    string? Neighbour,
    string? Stranger,
    Random Random
)
{
    /// <summary>One of the items; the default when there are none.</summary>
    public T? Pick<T>(IReadOnlyList<T> items) => items.Count == 0 ? default : items[Random.Next(items.Count)];
}
