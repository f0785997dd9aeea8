using SummitBot.Answering.Questions;
using SummitBot.Answering.Sentences;
using SummitBot.Language.Recognition;

namespace SummitBot.Answering.ShortAnswers;

/// <summary>How near a mention stands to the words of the question.</summary>
internal static class MentionProximity
{
    /// <summary>
    /// Sum of the weights of the terms found outside the mention, each over 1 + ln(distance in words), as a share of the
    /// question's weight.
    /// </summary>
    public static double Score(Mention mention, AnalyzedQuestion question, CandidateSentence sentence)
    {
        double sum = 0;
        foreach (QuestionTerm term in question.Terms)
        {
            if (Distance(mention, term, sentence) is { } distance)
            {
                sum += term.Weight / (1 + Math.Log(distance));
            }
        }

        return sum / question.TotalWeight;
    }

    private static int? Distance(Mention mention, QuestionTerm term, CandidateSentence sentence)
    {
        int? nearest = null;
        for (int i = 0; i < sentence.Words.Count; i++)
        {
            int distance =
                i < mention.First ? mention.First - i
                : i > mention.Last ? i - mention.Last
                : 0;
            if (distance > 0 && !(distance >= nearest) && sentence.Words[i].IsInSameFamily(term.Word))
            {
                nearest = distance;
            }
        }

        return nearest;
    }
}
