using SummitBot.Answering.Questions;
using SummitBot.Answering.Sentences;
using SummitBot.Language.Recognition;
using SummitBot.Language.Sentences;

namespace SummitBot.Answering.ShortAnswers;

/// <summary>
/// Finds the words inside a sentence that answer by themselves. It speaks only where its rules are right about four times in
/// five, on SQuAD 2.0 and on XQuAD development questions; a question for a thing or a reason gets a short answer
/// from a row of a table alone.
/// </summary>
internal static class ShortAnswerFinder
{
    /// <returns>A range of the article's plain text inside the sentence, not empty; null when not sure.</returns>
    public static TextRange? Find(AnalyzedQuestion question, CandidateSentence sentence)
    {
        if (sentence.Row is not null)
        {
            return GetRange(RowAnswer.Find(question, sentence), sentence);
        }

        if (question.Profile.ShortAnswers.IsEmpty)
        {
            return null;
        }

        Span? span = question.Type switch
        {
            AnswerType.Date => DateAnswer.Find(question, sentence),
            AnswerType.Number => NumberAnswer.Find(question, sentence),
            AnswerType.Person => PersonAnswer.Find(question, sentence),
            AnswerType.Place => PlaceAnswer.Find(question, sentence),
            _ => null,
        };
        return GetRange(span, sentence);
    }

    private static TextRange? GetRange(Span? span, CandidateSentence sentence) =>
        span is { } found ? new TextRange(sentence.Range.Start + found.Start, sentence.Range.Start + found.End) : null;
}
