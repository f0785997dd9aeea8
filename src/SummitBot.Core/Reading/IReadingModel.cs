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
