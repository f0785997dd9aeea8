using SummitBot.Language;

namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>Tells greetings, thanks and questions about the bot and its articles from questions about the news.</summary>
public static class SmallTalkRecognizer
{
    private static readonly Lazy<IReadOnlyDictionary<string, SmallTalkGrammar>> Grammars = new(() =>
        SmallTalkExpressions.Codes.ToDictionary(c => c, c => new SmallTalkGrammar(c), StringComparer.Ordinal)
    );

    /// <summary>What the utterance wants; null for anything that is, or may be, a question about the news.</summary>
    public static SmallTalkRequest? Recognize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        IReadOnlyList<UtteranceToken> tokens = UtteranceToken.Tokenize(text);
        string likely = QuestionLanguage.Detect(text);

        // A bare "gracias" has no word that tells its language, so every language is tried.
        return Grammars
            .Value.OrderByDescending(g => string.Equals(g.Key, likely, StringComparison.Ordinal))
            .ThenByDescending(g => string.Equals(g.Key, LanguageCodes.English, StringComparison.Ordinal))
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Value.Read(text, tokens))
            .FirstOrDefault(r => r is not null);
    }
}
