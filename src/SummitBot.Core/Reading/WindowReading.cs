namespace SummitBot.Core.Reading;

/// <summary>The model's output for a window.</summary>
/// <param name="SentenceLogits">First that of "none answers", then one for each sentence.</param>
/// <param name="StartLogits">One for each token: the short answer starts there.</param>
/// <param name="EndLogits">One for each token: the short answer ends there.</param>
public sealed record WindowReading(
    IReadOnlyList<float> SentenceLogits,
    IReadOnlyList<float> StartLogits,
    IReadOnlyList<float> EndLogits
);
