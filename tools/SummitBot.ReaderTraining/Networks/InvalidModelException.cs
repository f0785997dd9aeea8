namespace SummitBot.ReaderTraining.Networks;

/// <summary>A model is invalid. The message is for the person who runs the training.</summary>
internal sealed class InvalidModelException(string message) : Exception(message);
