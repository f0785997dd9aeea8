namespace SummitBot.ReaderTraining.Questions;

/// <summary>A file of questions or passages is not as it must be. The message is for who runs the training.</summary>
internal sealed class InvalidQuestionFileException(string message, Exception? inner = null) : Exception(message, inner);
