namespace SummitBot.ReaderTraining.Networks;

/// <summary>A model is not what it should be. The message is for who runs the training.</summary>
internal sealed class InvalidModelException(string message) : Exception(message);
