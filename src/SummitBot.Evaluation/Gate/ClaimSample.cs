using SummitBot.Groundedness.Sources;

namespace SummitBot.Evaluation.Gate;

/// <summary>A sentence known to be supported, with sources of replacement words.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Sources">The passages that support it.</param>
/// <param name="Neighbour">Another sentence of the same passage; null when there is none.</param>
/// <param name="Stranger">A sentence of another article; null when there is none.</param>
/// <param name="Random">Chooses what is changed; seeded, so every run changes the same.</param>
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

/// <summary>A way to reword or to corrupt a sentence.</summary>
/// <param name="Name">In lower camel case.</param>
/// <param name="IsSupported">The source still supports the sentence.</param>
/// <param name="Apply">The changed sentence; null when the change does not apply.</param>
internal sealed record ClaimVariant(string Name, bool IsSupported, Func<ClaimSample, string?> Apply);
