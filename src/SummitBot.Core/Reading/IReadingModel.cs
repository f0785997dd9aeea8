namespace SummitBot.Core.Reading;

/// <summary>A model that reads a question and sentences together. Thread-safe.</summary>
public interface IReadingModel
{
    /// <summary>Reads the model's files, unless that is done; what else is called does it too.</summary>
    /// <exception cref="ReaderUnavailableException">They are missing or damaged.</exception>
    void Load();

    /// <summary>The text's tokens without the marks around it, each with its place in the text where that is known.</summary>
    /// <exception cref="ReaderUnavailableException">The model cannot be used.</exception>
    ReaderTokens Tokenize(string text);

    /// <summary>Runs the model.</summary>
    /// <exception cref="ReaderUnavailableException">The model cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    WindowReading Read(ReaderWindow window, CancellationToken cancellationToken);
}
