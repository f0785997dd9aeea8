namespace SummitBot.Core.Models;

/// <summary>A model gave no usable draft. The message is fit for operators: it holds no key and no text of a person.</summary>
public sealed class ModelUnavailableException(ModelError error, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public ModelError Error { get; } = error;
}
