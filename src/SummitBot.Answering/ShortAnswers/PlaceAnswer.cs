using SummitBot.Answering.Sentences;
using SummitBot.Core.Questions;
using SummitBot.Language;
using SummitBot.Language.Recognition;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.ShortAnswers;

/// <summary>
/// Finds the place right after the question's verb: "founded in Ismailiyah, Egypt" for "where was it founded?".
/// </summary>
internal static class PlaceAnswer
{
    /// <summary>Null when the sentence is built differently or names more than one place.</summary>
    public static Span? Find(AnalyzedQuestion question, CandidateSentence sentence)
    {
        LanguageProfile profile = question.Profile;
        bool asksWhere = profile.ShortAnswers.PlaceAskingWords.Contains(question.Words[0].Form);
        if (!asksWhere || question.Terms.LastOrDefault(t => !t.IsContext) is not { } verb)
        {
            return null;
        }

        Mention[] places = [.. sentence.Mentions.Where(m => IsWhere(m, verb.Word, question, sentence))];
        return places is [var place] ? NameRecognizer.GetSpan(place, sentence, profile) : null;
    }

    private static bool IsWhere(Mention place, Word verb, AnalyzedQuestion question, CandidateSentence sentence)
    {
        if (
            place.Kind != MentionKind.Place
            || !SentenceFeatureExtractor.IsNovel(place, sentence, question)
            || !NameRecognizer.StandsAlone(place, sentence, question.Profile)
        )
        {
            return false;
        }

        int i = place.First - 1;
        i -= i > 0 && question.Profile.ShortAnswers.Articles.Contains(sentence.Words[i].Form) ? 1 : 0;
        return i > 0
            && question.Profile.ShortAnswers.LocationPrepositions.Contains(sentence.Words[i].Form)
            && sentence.Words[i - 1].Stem == verb.Stem;
    }
}
