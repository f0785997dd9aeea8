using SummitBot.Language;

namespace SummitBot.Indexing.Analysis;

/// <summary>Tells the words of a question that say nothing about its subject.</summary>
internal static class StopWords
{
    /// <summary>Our own list of the language where we have one, else the engine's.</summary>
    /// <param name="word">As it stands in the question: <c>What's</c>.</param>
    public static bool Contains(string word, string language)
    {
        LanguageProfile profile = LanguageProfiles.For(language);
        WordSet? own = string.Equals(profile.Language, language, StringComparison.Ordinal) ? profile.StopWords : null;
        return Contains(own, word, language)
            || (word.IndexOfAny(['\'', '’']) is > 0 and var end && Contains(own, word[..end], language));
    }

    private static bool Contains(WordSet? own, string word, string language) =>
        own?.Contains(word) ?? LanguageAnalyzers.For(language).IsStopWord(word.ToLowerInvariant());
}
