namespace SummitBot.DirectLine.Tokens;

/// <summary>What a token is good for; one for a stream stands in addresses, which are logged, and so is short-lived.</summary>
internal enum TokenUse
{
    /// <summary>Everything in its conversation.</summary>
    Conversation,

    /// <summary>Opening the conversation's stream.</summary>
    Stream,
}
