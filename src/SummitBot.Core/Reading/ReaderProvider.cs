namespace SummitBot.Core.Reading;

/// <summary>Where the model comes from that reads question and passages together.</summary>
public enum ReaderProvider
{
    /// <summary>None: sentences are chosen by their words and vectors.</summary>
    None,

    /// <summary>The one that comes along; it reads English.</summary>
    Embedded,
}
