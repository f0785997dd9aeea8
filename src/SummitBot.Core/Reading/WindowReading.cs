namespace SummitBot.Core.Reading;

/// <summary>What the model says of a window.</summary>
/// <param name="SentenceLogits">First that of "none answers", then one for each sentence.</param>
/// <param name="StartLogits">One for each token: the short answer begins there.</param>
/// <param name="EndLogits">One for each token: the short answer ends there.</param>
public sealed record WindowReading(
    IReadOnlyList<float> SentenceLogits,
    IReadOnlyList<float> StartLogits,
    IReadOnlyList<float> EndLogits
);
