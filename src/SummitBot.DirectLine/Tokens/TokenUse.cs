namespace SummitBot.DirectLine.Tokens;

/// <summary>
/// What a token may be used for. A token for a stream is part of a URL, which is logged, and is therefore short-lived.
/// </summary>
internal enum TokenUse
{
    /// <summary>Everything in its conversation.</summary>
    Conversation,

    /// <summary>Opening the conversation's stream.</summary>
    Stream,
}
