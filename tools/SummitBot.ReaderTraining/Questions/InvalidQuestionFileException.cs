namespace SummitBot.ReaderTraining.Questions;

/// <summary>A file of questions or passages is invalid. The message is for the person who runs the training.</summary>
internal sealed class InvalidQuestionFileException(string message, Exception? inner = null) : Exception(message, inner);
