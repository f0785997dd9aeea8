using SummitBot.Answering.Sentences;
using SummitBot.Core.Questions;
using SummitBot.Language;
using SummitBot.Language.Recognition;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.ShortAnswers;

/// <summary>Finds the one number of the sentence that counts or measures what the question asks for.</summary>
internal static class NumberAnswer
{
    private const int MaxCountedNounWords = 3;
    private const int CountedNounReach = 4;

    /// <summary>
    /// Maximum number of words between an age and its word: <c>at the age of 35</c>, <c>72 years old</c>.
    /// </summary>
    private const int AgeWordReach = 1;

    /// <summary>Null when no number, or more than one, could be meant.</summary>
    public static Span? Find(AnalyzedQuestion question, CandidateSentence sentence)
    {
        Func<NumberSpan, bool> isAsked = IsAskedFor(question, sentence);
        NumberSpan[] numbers =
        [
            .. NumberRecognizer
                .FindSpans(sentence, question.Profile)
                .Where(n => !n.Words.IsWeak && SentenceFeatureExtractor.IsNovel(n.Words, sentence, question))
                .Where(isAsked),
        ];
        return numbers is [{ IsChange: false } only] ? only.Text : null;
    }

    private static Func<NumberSpan, bool> IsAskedFor(AnalyzedQuestion question, CandidateSentence sentence)
    {
        LanguageProfile profile = question.Profile;
        if (question.Words.Any(w => profile.ShortAnswers.PercentWords.Contains(w.Form)))
        {
            return n => n.HasPercentSign || UnitIn(profile.ShortAnswers.PercentWords, n, sentence);
        }

        if (Asks(question, profile.ShortAnswers.DurationPhrases))
        {
            return n => UnitIn(profile.ShortAnswers.DurationUnits, n, sentence);
        }

        if (Asks(question, profile.ShortAnswers.AgePhrases))
        {
            return n => IsAge(n, sentence, profile);
        }

        if (CountedNoun(question) is { } noun)
        {
            return n => Counts(n.Words, noun, sentence, profile);
        }

        return Asks(question, profile.ShortAnswers.AmountPhrases)
            ? n =>
                n.HasCurrencySign
                || n.HasPercentSign
                || (n.Unit is not null && !UnitIn(profile.ShortAnswers.DurationUnits, n, sentence))
            : _ => true;
    }

    /// <summary>The last noun after <c>how many</c>; null when nothing is counted.</summary>
    private static Word? CountedNoun(AnalyzedQuestion question)
    {
        for (int i = 0; i < question.Words.Count; i++)
        {
            if (EndsPhrase(question, i, question.Profile.ShortAnswers.CountPhrases))
            {
                return question
                    .Words.Skip(i + 1)
                    .Take(MaxCountedNounWords)
                    .TakeWhile(w => !question.Profile.StopWords.Contains(w.Form))
                    .Select(w => (Word?)w)
                    .LastOrDefault();
            }
        }

        return null;
    }

    /// <summary>True when the noun follows the number, with at most a few adjectives between them.</summary>
    private static bool Counts(Mention number, Word noun, CandidateSentence sentence, LanguageProfile profile)
    {
        IReadOnlyList<Word> words = sentence.Words;
        for (int i = number.Last + 1; i < words.Count && i <= number.Last + CountedNounReach; i++)
        {
            if (words[i].Stem == noun.Stem)
            {
                return true;
            }

            bool ends = profile.StopWords.Contains(words[i].Form) && !profile.NameJoiners.Contains(words[i].Form);
            if (ends || NumberRecognizer.IsNumber(words[i], profile))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsAge(NumberSpan number, CandidateSentence sentence, LanguageProfile profile)
    {
        int first = Math.Max(0, number.Words.First - 1 - AgeWordReach);
        int last = Math.Min(sentence.Words.Count - 1, (number.Unit ?? number.Words.Last) + 1 + AgeWordReach);
        return sentence.Words.Take(last + 1).Skip(first).Any(w => profile.ShortAnswers.AgeWords.Contains(w.Form));
    }

    private static bool UnitIn(WordSet units, NumberSpan number, CandidateSentence sentence) =>
        number.Unit is { } unit && units.Contains(sentence.Words[unit].Form);

    private static bool Asks(AnalyzedQuestion question, WordSet phrases) =>
        Enumerable.Range(0, question.Words.Count).Any(i => EndsPhrase(question, i, phrases));

    /// <summary>True when the word, alone or with the one before it, is one of the phrases.</summary>
    private static bool EndsPhrase(AnalyzedQuestion question, int at, WordSet phrases) =>
        phrases.Contains(question.Words[at].Form)
        || (at > 0 && phrases.Contains($"{question.Words[at - 1].Form} {question.Words[at].Form}"));
}
