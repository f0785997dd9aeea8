using SummitBot.Answering.Sentences;
using SummitBot.Core.Questions;
using SummitBot.Groundedness.Checks;
using SummitBot.Language;
using SummitBot.Language.Tokens;
using SummitBot.Language.Words;

namespace SummitBot.Answering.ShortAnswers;

/// <summary>
/// Finds the sentence that contradicts what a question for a reason takes for granted: "Why did the mayor refuse to cut
/// the ribbon?" when the mayor cut it.
/// </summary>
internal static class PremiseCheck
{
    /// <summary>Sentences considered, best first.</summary>
    private const int MaxSentences = 10;

    /// <summary>Words of the question, besides what is contradicted, that the sentence itself must have.</summary>
    private const int MinTerms = 2;

    /// <summary>Null when the question asks for no reason, or when nothing clearly contradicts it.</summary>
    /// <param name="ranked">The sentences, best first.</param>
    public static ScoredSentence? FindContradiction(AnalyzedQuestion question, IReadOnlyList<ScoredSentence> ranked)
    {
        // What is possible or allowed is not contradicted by what happened.
        bool isModal = question.Words.Any(w => question.Profile.QuestionForms.ModalVerbs.Contains(w.Form));
        if (question.Type != AnswerType.Reason || isModal)
        {
            return null;
        }

        ScoredSentence[] likely = [.. ranked.Where(s => s.Sentence.Row is null).Take(MaxSentences)];
        QuestionTerm[] own =
        [
            .. question.Terms.Where(t => !t.IsContext && !AnalyzedQuestion.IsNegation(t.Word, question.Profile)),
        ];
        QuestionTerm[] refused =
        [
            .. own.Where(t => question.Profile.QuestionForms.ImplicitNegations.Contains(t.Word.Form)),
        ];
        bool isNegated = question.IsNegated || refused.Length > 0;
        if (Array.Exists(likely, s => Supports(own, isNegated, s.Sentence, question)))
        {
            return null;
        }

        QuestionTerm[] others = [.. own.Except(refused)];
        return Array.Find(
            likely,
            s =>
                isNegated
                    ? Has(others, s.Sentence) && !IsDenied(s.Sentence, question)
                    : HasOpposite(own, s.Sentence, question)
                        || StatementCheck.CompareNumber(question, s.Sentence) == false
        );
    }

    /// <summary>True for a sentence that says what the question takes for granted.</summary>
    private static bool Supports(
        QuestionTerm[] own,
        bool isNegated,
        CandidateSentence sentence,
        AnalyzedQuestion question
    ) => Has(own, sentence) && (!isNegated || IsDenied(sentence, question));

    private static bool IsDenied(CandidateSentence sentence, AnalyzedQuestion question) =>
        sentence.Words.Any(w =>
            AnalyzedQuestion.IsNegation(w, question.Profile)
            || question.Profile.QuestionForms.ImplicitNegations.Contains(w.Form)
        );

    /// <summary>True when the sentence has all of the words; names may stand in its title.</summary>
    private static bool Has(QuestionTerm[] terms, CandidateSentence sentence) =>
        terms.Count(t => sentence.Has(t) > 0) >= MinTerms
        && Array.TrueForAll(terms, t => sentence.Has(t) > 0 || (t.IsName && sentence.Title.Has(t) > 0));

    /// <summary>True when the sentence has all words of the question, but the opposite of one of them.</summary>
    private static bool HasOpposite(QuestionTerm[] own, CandidateSentence sentence, AnalyzedQuestion question)
    {
        QuestionTerm[] missing = [.. own.Where(t => sentence.Has(t) == 0 && !(t.IsName && sentence.Title.Has(t) > 0))];
        return question.Language == LanguageCodes.English
            && missing is [{ IsName: false } only]
            && !IsDenied(sentence, question)
            && Has([.. own.Where(t => t != only)], sentence)
            && sentence.Words.Any(w => AreOpposite(only.Word, w));
    }

    private static bool AreOpposite(Word one, Word other)
    {
        string lemma = WordTables.English.GetLemma(one.Form);
        string against = WordTables.English.GetLemma(other.Form);
        return WordTables.English.GetOpposites(lemma).Contains(against, StringComparer.Ordinal)
            || OppositePairs.GetOpposites(lemma).Contains(against, StringComparer.Ordinal);
    }
}
