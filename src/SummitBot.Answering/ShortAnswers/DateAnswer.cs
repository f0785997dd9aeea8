using SummitBot.Answering.Questions;
using SummitBot.Answering.Sentences;
using SummitBot.Language.Recognition;

namespace SummitBot.Answering.ShortAnswers;

/// <summary>The date nearest to the question's words in the sentence.</summary>
internal static class DateAnswer
{
    /// <summary>How much nearer the best of several dates must be than the next.</summary>
    private const double Margin = 1.25;

    /// <summary>Null when there is no date that the question does not name, or two are about as near.</summary>
    public static Span? Find(AnalyzedQuestion question, CandidateSentence sentence)
    {
        (Span Date, double Nearness)[] dates =
        [
            .. sentence
                .Mentions.Where(m =>
                    m.Kind == MentionKind.Date && SentenceFeatureExtractor.IsNovel(m, sentence, question)
                )
                .GroupBy(
                    m => DateSpans.GetSpan(m, sentence.Words, question.Profile),
                    m => MentionProximity.Score(m, question, sentence)
                )
                .Select(d => (d.Key, d.Max()))
                .OrderByDescending(d => d.Item2),
        ];
        bool isSure = dates.Length == 1 || (dates.Length > 1 && dates[0].Nearness >= Margin * dates[1].Nearness);
        return isSure ? dates[0].Date : null;
    }
}
