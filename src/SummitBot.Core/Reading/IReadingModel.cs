using SummitBot.Language.Sentences;

namespace SummitBot.Core.Reading;

/// <summary>A model that reads a question and sentences together. Thread-safe.</summary>
public interface IReadingModel
{
    /// <summary>Loads the model's files once; other members load them too.</summary>
    /// <exception cref="ReaderUnavailableException">They are missing or damaged.</exception>
    void Load();

    /// <summary>
    /// The text's tokens without special tokens, each with its position in the text where that is known.
    /// </summary>
    /// <exception cref="ReaderUnavailableException">The model cannot be used.</exception>
    ReaderTokens Tokenize(string text);

    /// <summary>Runs the model.</summary>
    /// <exception cref="ReaderUnavailableException">The model cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    WindowReading Read(ReaderWindow window, CancellationToken cancellationToken);
}

/// <summary>The tokens of a text.</summary>
/// <param name="Ids">Their numbers in the vocabulary.</param>
/// <param name="Ranges">Their positions in the text; empty where normalization moved the letters.</param>
public sealed record ReaderTokens(IReadOnlyList<int> Ids, IReadOnlyList<TextRange> Ranges);

/// <summary>The model's output for a window.</summary>
/// <param name="SentenceLogits">First that of "none answers", then one for each sentence.</param>
/// <param name="StartLogits">One for each token: the short answer starts there.</param>
/// <param name="EndLogits">One for each token: the short answer ends there.</param>
public sealed record WindowReading(
    IReadOnlyList<float> SentenceLogits,
    IReadOnlyList<float> StartLogits,
    IReadOnlyList<float> EndLogits
);

/// <summary>
/// The reader cannot be used. The message says what is wrong and how to fix it; it is for the operator.
/// </summary>
public sealed class ReaderUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
