using SummitBot.Core.Access;
using SummitBot.Language;
using SummitBot.Language.Tokens;

namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>
/// Distinguishes greetings, thanks and questions about the bot and its articles from questions about the news.
/// </summary>
public static class SmallTalkRecognizer
{
    private static readonly Lazy<IReadOnlyDictionary<string, SmallTalkGrammar>> Grammars = new(() =>
        SmallTalkExpressions.Codes.ToDictionary(c => c, c => new SmallTalkGrammar(c), StringComparer.Ordinal)
    );

    /// <summary>What the utterance wants; null for anything that is, or may be, a question about the news.</summary>
    /// <param name="likely">The language that it is likely in, ISO 639-1.</param>
    public static SmallTalkRequest? Recognize(string text, string likely)
    {
        ArgumentNullException.ThrowIfNull(text);
        IReadOnlyList<Word> tokens = Tokenizer.Tokenize(text);

        // A single word such as "gracias" is too short for language detection, so every language is tried.
        return Grammars
            .Value.OrderByDescending(g => string.Equals(g.Key, likely, StringComparison.Ordinal))
            .ThenByDescending(g => string.Equals(g.Key, LanguageCodes.English, StringComparison.Ordinal))
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Value.Read(text, tokens))
            .FirstOrDefault(r => r is not null);
    }
}

/// <summary>An utterance that is no question about the news.</summary>
/// <param name="Intent">What it wants.</param>
/// <param name="Language">ISO 639-1 code of the language it is in.</param>
/// <param name="Subject">The subject or the article in the user's words; empty for the intents without one.</param>
public sealed record SmallTalkRequest(SmallTalkIntent Intent, string Language, string Subject = "")
{
    /// <summary>What the asker may see.</summary>
    public AccessScope Scope { get; init; } = AccessScope.Public;

    /// <summary>Maximum number of sentences in the reply; null for the usual number.</summary>
    public int? MaxSentences { get; init; }

    /// <summary>The phrases of its language.</summary>
    public Phrases Phrases => Phrases.For(Language);
}
