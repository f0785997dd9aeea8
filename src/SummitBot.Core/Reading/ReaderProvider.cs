namespace SummitBot.Core.Reading;

/// <summary>Where the model that reads question and passages comes from.</summary>
public enum ReaderProvider
{
    /// <summary>None: sentences are chosen by their words and vectors.</summary>
    None,

    /// <summary>The built-in model; it reads English.</summary>
    Embedded,
}
