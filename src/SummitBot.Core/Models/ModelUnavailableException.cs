namespace SummitBot.Core.Models;

/// <summary>
/// A model produced no usable draft. The message may be shown to operators: it contains no key and no text of a user.
/// </summary>
public sealed class ModelUnavailableException(ModelError error, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public ModelError Error { get; } = error;
}
