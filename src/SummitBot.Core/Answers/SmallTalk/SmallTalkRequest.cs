using SummitBot.Core.Access;

namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>An utterance that is no question about the news.</summary>
/// <param name="Intent">What it wants.</param>
/// <param name="Language">ISO 639-1 code of the language it is in.</param>
/// <param name="Subject">The subject or the article in the user's words; empty for the intents without one.</param>
public sealed record SmallTalkRequest(SmallTalkIntent Intent, string Language, string Subject = "")
{
    /// <summary>What the asker may see.</summary>
    public AccessScope Scope { get; init; } = AccessScope.Public;
}
