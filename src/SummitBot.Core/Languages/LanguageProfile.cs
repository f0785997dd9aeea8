using System.Collections.Frozen;

namespace SummitBot.Core.Languages;

/// <summary>The word lists of one language, as its resource file gives them; compared without regard to case.</summary>
public sealed class LanguageProfile
{
    private readonly WordSet _titles;
    private readonly WordSet _beforeNumber;
    private readonly WordSet _abbreviations;
    private readonly WordSet _sentenceStarters;
    private readonly WordSet _speechVerbs;

    internal LanguageProfile(string language, LanguageWordLists lists)
    {
        Language = language;
        _titles = new WordSet(lists.Titles);
        _beforeNumber = new WordSet(lists.BeforeNumber);
        _abbreviations = new WordSet(lists.Abbreviations);
        _sentenceStarters = new WordSet(lists.SentenceStarters);
        _speechVerbs = new WordSet(lists.SpeechVerbs);
        StopWords = lists.StopWords.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>ISO 639-1 code.</summary>
    public string Language { get; }

    /// <summary>Words of a question that say nothing about its subject.</summary>
    public FrozenSet<string> StopWords { get; }

    /// <summary>Abbreviations that a name follows, without their full stop: <c>Mr</c>, <c>Gen</c>. Never end a sentence.</summary>
    public bool IsTitle(ReadOnlySpan<char> word) => _titles.Contains(word);

    /// <summary>Abbreviations that do not end a sentence when a number follows: <c>Jan</c>, <c>No</c>.</summary>
    public bool IsBeforeNumber(ReadOnlySpan<char> word) => _beforeNumber.Contains(word);

    /// <summary>Other abbreviations; they end a sentence only before a <see cref="IsSentenceStarter">starter</see>.</summary>
    public bool IsAbbreviation(ReadOnlySpan<char> word) => _abbreviations.Contains(word);

    /// <summary>Words that, with a capital, nearly always begin a sentence: <c>The</c>, <c>However</c>.</summary>
    public bool IsSentenceStarter(ReadOnlySpan<char> word) => _sentenceStarters.Contains(word);

    /// <summary>Verbs that say who spoke the quotation before them: <c>said</c>, <c>asked</c>.</summary>
    public bool IsSpeechVerb(ReadOnlySpan<char> word) => _speechVerbs.Contains(word);

    private sealed class WordSet(IEnumerable<string> words)
    {
        private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words = words
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

        public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);
    }
}
