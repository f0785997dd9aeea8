using SummitBot.Language.Tokens;

namespace SummitBot.Language.Recognition;

/// <summary>Consecutive words that could be an answer.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="First">Index of its first word in the sentence.</param>
/// <param name="Last">Index of its last word.</param>
/// <param name="IsWeak">A number word that mostly counts nothing: <c>one</c>, <c>first</c>.</param>
public readonly record struct Mention(MentionKind Kind, int First, int Last, bool IsWeak = false)
{
    /// <summary>True for a name in the possessive: <c>Kim's</c> is about something other than Kim.</summary>
    public bool IsPossessive { get; init; }

    /// <summary>The mentions of a sentence, by kind and then in text order; a word may be in several.</summary>
    /// <param name="words">The sentence's words.</param>
    /// <param name="text">The text that the words come from.</param>
    public static IReadOnlyList<Mention> FindAll(IReadOnlyList<Word> words, string text, LanguageProfile profile) =>
        [
            .. DateRecognizer.Find(words, profile),
            .. NumberRecognizer.Find(words, profile),
            .. NameRecognizer.Find(words, text, profile),
        ];
}

public enum MentionKind
{
    Date,

    Number,

    /// <summary>A name after a preposition of place.</summary>
    Place,

    /// <summary>Any other name.</summary>
    Name,
}
