using System.Collections.Frozen;
using SummitBot.Language.Tokens;

namespace SummitBot.Language;

/// <summary>The word lists of one language, from its resource file; compared ignoring case.</summary>
public sealed class LanguageProfile
{
    internal LanguageProfile(string language, LanguageWordLists lists)
    {
        Language = language;
        Titles = new WordSet(lists.Titles);
        BeforeNumber = new WordSet(lists.BeforeNumber);
        Abbreviations = new WordSet(lists.Abbreviations);
        OrdinalLeads = new WordSet(lists.OrdinalLeads);
        SentenceStarters = new WordSet(lists.SentenceStarters);
        SpeechVerbs = new WordSet(lists.SpeechVerbs);
        StopWords = new WordSet(lists.StopWords);
        GenericWords = new WordSet(lists.GenericWords);
        NumberWords = new WordSet(lists.NumberWords);
        WeakNumberWords = new WordSet(lists.WeakNumberWords);
        Negations = new WordSet(lists.Negations);
        Modifiers = new WordSet(lists.Modifiers);
        Months = new WordSet(lists.Months);
        Weekdays = new WordSet(lists.Weekdays);
        TimeNouns = new WordSet(lists.TimeNouns);
        PlacePrepositions = new WordSet(lists.PlacePrepositions);
        NameJoiners = new WordSet(lists.NameJoiners);
        Pronouns = new WordSet(lists.Pronouns);
        PersonPronouns = new WordSet(lists.PersonPronouns);
        Conjunctions = new WordSet(lists.Conjunctions);
        Copulas = new WordSet(lists.Copulas);
        Determiners = new WordSet(lists.Determiners);
        Demonstratives = new WordSet(lists.Demonstratives);
        Affirmations = new WordSet(lists.Affirmations);
        EllipsisStarts = new WordSet(lists.EllipsisStarts);
        PersonNouns = new WordSet(lists.PersonNouns);
        PlaceNouns = new WordSet(lists.PlaceNouns);
        DateNouns = new WordSet(lists.DateNouns);
        NumberNouns = new WordSet(lists.NumberNouns);
        ReasonNouns = new WordSet(lists.ReasonNouns);
        ReasonCues = new WordSet(lists.ReasonCues);
        PurposeMarkers = new WordSet(lists.PurposeMarkers);
        QuestionForms = new QuestionFormWords(lists);
        ShortAnswers = new ShortAnswerWords(lists.ShortAnswers);
        FragmentStarts = lists.FragmentStarts;
        NegationSuffixes = lists.NegationSuffixes;
        SuperlativeSuffixes = lists.SuperlativeSuffixes;
        PersonPhrases = lists.PersonPhrases;
        QuestionTypes = lists.QuestionTypes.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>ISO 639-1 code.</summary>
    public string Language { get; }

    /// <summary>
    /// Abbreviations before a name, without their full stop: <c>Mr</c>, <c>Gen</c>. They never end a sentence.
    /// </summary>
    public WordSet Titles { get; }

    /// <summary>Abbreviations that do not end a sentence when a number follows: <c>Jan</c>, <c>No</c>.</summary>
    public WordSet BeforeNumber { get; }

    /// <summary>Other abbreviations; they end a sentence only before one of <see cref="SentenceStarters"/>.</summary>
    public WordSet Abbreviations { get; }

    /// <summary>
    /// Articles and prepositions before an ordinal, in a language that writes it with a full stop before a capital:
    /// <c>am 19. August</c>, <c>der 3. Platz</c>. Empty for other languages.
    /// </summary>
    public WordSet OrdinalLeads { get; }

    /// <summary>Words that, when capitalized, nearly always start a sentence: <c>The</c>, <c>However</c>.</summary>
    public WordSet SentenceStarters { get; }

    /// <summary>Verbs that name the speaker of the quotation before them: <c>said</c>, <c>asked</c>.</summary>
    public WordSet SpeechVerbs { get; }

    /// <summary>Words of a question that say nothing about its subject.</summary>
    public WordSet StopWords { get; }

    /// <summary>Words that nearly every passage could have, with half weight: <c>name</c>, <c>kind</c>.</summary>
    public WordSet GenericWords { get; }

    /// <summary>Numbers written out, <c>dozen</c> and ordinals.</summary>
    public WordSet NumberWords { get; }

    /// <summary>Number words that mostly do not count anything: <c>one</c>, <c>first</c>.</summary>
    public WordSet WeakNumberWords { get; }

    /// <summary><c>not</c>, <c>never</c>, <c>without</c>.</summary>
    public WordSet Negations { get; }

    /// <summary>Words that restrict a question to one of several: <c>first</c>, <c>only</c>, <c>most</c>.</summary>
    public WordSet Modifiers { get; }

    /// <summary>Month names and their abbreviations.</summary>
    public WordSet Months { get; }

    /// <summary>Names of the days of the week.</summary>
    public WordSet Weekdays { get; }

    /// <summary>Nouns that turn an ordinal into a date: <c>century</c>.</summary>
    public WordSet TimeNouns { get; }

    /// <summary>Prepositions before places.</summary>
    public WordSet PlacePrepositions { get; }

    /// <summary>Words that may stand inside a name: <c>of</c>, <c>de</c>.</summary>
    public WordSet NameJoiners { get; }

    /// <summary>Personal and possessive pronouns of the third person.</summary>
    public WordSet Pronouns { get; }

    /// <summary>
    /// Pronouns for one person: <c>he</c>, <c>her</c>; empty in languages where pronouns are not resolved.
    /// </summary>
    public WordSet PersonPronouns { get; }

    /// <summary>Words that join two names: <c>and</c>.</summary>
    public WordSet Conjunctions { get; }

    /// <summary>Verbs of definitions: <c>is</c>, <c>was</c>.</summary>
    public WordSet Copulas { get; }

    /// <summary>Words before the noun of a definition: <c>a</c>, <c>the</c>.</summary>
    public WordSet Determiners { get; }

    /// <summary><c>this</c>, <c>that</c>, <c>there</c>: refer to something said before when no noun follows.</summary>
    public WordSet Demonstratives { get; }

    /// <summary>Words that accept an offer: <c>yes</c>, <c>please</c>.</summary>
    public WordSet Affirmations { get; }

    /// <summary>Words at the start of a question that refer to the previous one: <c>and</c>, <c>but</c>.</summary>
    public WordSet EllipsisStarts { get; }

    /// <summary>Nouns that ask for a person after "what" or "which".</summary>
    public WordSet PersonNouns { get; }

    /// <summary>Nouns that ask for a place after "what" or "which".</summary>
    public WordSet PlaceNouns { get; }

    /// <summary>Nouns that ask for a date after "what" or "which".</summary>
    public WordSet DateNouns { get; }

    /// <summary>Nouns that ask for a number after "what" or "which".</summary>
    public WordSet NumberNouns { get; }

    /// <summary>Nouns that ask for a reason after "what" or "which".</summary>
    public WordSet ReasonNouns { get; }

    /// <summary>Words that announce a reason: <c>because</c>.</summary>
    public WordSet ReasonCues { get; }

    /// <summary>Words that, before a verb, announce a purpose: <c>to</c>.</summary>
    public WordSet PurposeMarkers { get; }

    /// <summary>
    /// Phrases at the start of a question that only replaces a part of the previous one: <c>what about</c>.
    /// </summary>
    public IReadOnlyList<string> FragmentStarts { get; }

    /// <summary>Endings that negate a verb: <c>n't</c>.</summary>
    public IReadOnlyList<string> NegationSuffixes { get; }

    /// <summary>Endings of superlatives: <c>est</c>.</summary>
    public IReadOnlyList<string> SuperlativeSuffixes { get; }

    /// <summary>Phrases of a question that ask for a name: <c>name of</c>.</summary>
    public IReadOnlyList<string> PersonPhrases { get; }

    /// <summary>True for a question word: <c>who</c>, <c>how</c>.</summary>
    public bool IsAskingWord(string word) =>
        QuestionTypes.Values.Any(phrases => phrases.Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>True when a text contains a question word or phrase.</summary>
    public bool Asks(string text)
    {
        string words = $" {string.Join(' ', Tokenizer.GetStems(text))} ";
        return QuestionTypes.Values.Any(phrases =>
            phrases.Any(p => words.Contains($" {string.Join(' ', Tokenizer.GetStems(p))} ", StringComparison.Ordinal))
        );
    }

    /// <summary>
    /// Maps answer types (<c>person</c>, <c>date</c>, ...) to the words that ask for them, one or two words each.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> QuestionTypes { get; }

    /// <summary>Words of questions that one sentence does not answer.</summary>
    public QuestionFormWords QuestionForms { get; }

    /// <summary>Words for finding the part of a sentence that answers.</summary>
    public ShortAnswerWords ShortAnswers { get; }
}
