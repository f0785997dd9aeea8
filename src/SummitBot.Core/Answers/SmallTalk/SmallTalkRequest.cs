namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>An utterance other than a question about the news.</summary>
/// <param name="Intent">What the user wants.</param>
/// <param name="Language">ISO 639-1 code of its language.</param>
/// <param name="Subject">The subject or the article in the user's words; empty for intents without one.</param>
public sealed record SmallTalkRequest(SmallTalkIntent Intent, string Language, string Subject = "");
