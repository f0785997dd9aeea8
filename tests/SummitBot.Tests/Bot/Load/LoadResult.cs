namespace SummitBot.Tests.Bot.Load;

/// <summary>The results of a load run.</summary>
/// <param name="Lost">Questions without an answer.</param>
/// <param name="Repeated">Answers beyond the first to the same question.</param>
/// <param name="Disordered">Conversations whose answers came in another order than their questions.</param>
/// <param name="Elapsed">From the first question to the last answer.</param>
/// <param name="Acknowledgements">From each request to its response, 429 included.</param>
public sealed record LoadResult(
    int Lost,
    int Repeated,
    int Disordered,
    TimeSpan Elapsed,
    IReadOnlyList<TimeSpan> Acknowledgements
);
