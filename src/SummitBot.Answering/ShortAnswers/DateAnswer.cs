using SummitBot.Answering.Sentences;
using SummitBot.Core.Questions;
using SummitBot.Language.Recognition;

namespace SummitBot.Answering.ShortAnswers;

/// <summary>Finds the date nearest to the question's words in the sentence.</summary>
internal static class DateAnswer
{
    /// <summary>The best of several dates must be nearer than the next by this factor.</summary>
    private const double Margin = 1.25;

    /// <summary>Null when there is no date besides those in the question, or when two are about equally near.</summary>
    public static Span? Find(AnalyzedQuestion question, CandidateSentence sentence)
    {
        (Span Date, double Nearness)[] dates =
        [
            .. sentence
                .Mentions.Where(m =>
                    m.Kind == MentionKind.Date && SentenceFeatureExtractor.IsNovel(m, sentence, question)
                )
                .GroupBy(
                    m => DateRecognizer.GetSpan(m, sentence.Words, question.Profile),
                    m => MentionProximity.Score(m, question, sentence)
                )
                .Select(d => (d.Key, d.Max()))
                .OrderByDescending(d => d.Item2),
        ];
        bool isSure = dates.Length == 1 || (dates.Length > 1 && dates[0].Nearness >= Margin * dates[1].Nearness);
        return isSure ? dates[0].Date : null;
    }
}
