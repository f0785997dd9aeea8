using SummitBot.Answering.Questions;
using SummitBot.Answering.Sentences;
using SummitBot.Language.Recognition;

namespace SummitBot.Answering.ShortAnswers;

/// <summary>
/// Who a sentence speaks of that begins with a pronoun: the subject of one of the sentences before it. The answer to "who"
/// is a name, not "she".
/// </summary>
internal static class NameBefore
{
    private const int FarthestBack = 3;

    /// <summary>Words before a name that still is the subject: <c>The violin maker Sofia Lindqvist</c>.</summary>
    private const int MaxWordsBefore = 4;

    private const int LongestTogether = 400;

    /// <summary>The sentence that names the person, and where; null when the question is not about a person, or it is not clear.</summary>
    public static (CandidateSentence Sentence, Span Name)? Find(AnalyzedQuestion question, CandidateSentence sentence)
    {
        bool isMeant =
            question.Type == AnswerType.Person
            && sentence.Words.Count > 0
            && question.Profile.PersonPronouns.Contains(sentence.Words[0].Form);
        if (!isMeant)
        {
            return null;
        }

        CandidateSentence? before = sentence.Previous;
        for (int back = 0; back < FarthestBack && before is not null; back++, before = before.Previous)
        {
            bool isTogether =
                before.Passage.Passage.Id == sentence.Passage.Passage.Id
                && sentence.Range.End - before.Range.Start <= LongestTogether
                && !sentence
                    .Passage.Passage.GetText(new(before.Range.Start, sentence.Range.End))
                    .Contains('\n', StringComparison.Ordinal);
            if (!isTogether)
            {
                return null;
            }

            Mention[] subjects =
            [
                .. before.Mentions.Where(m =>
                    m is { Kind: MentionKind.Name, IsPossessive: false } && m.First <= MaxWordsBefore
                ),
            ];
            if (subjects is [var subject, ..] && IsSubject(subject, before, question))
            {
                return SentenceFeatureExtractor.IsNovel(subject, before, question)
                    ? (before, new Span(before.Words[subject.First].Start, before.Words[subject.Last].BareEnd))
                    : null;
            }
        }

        return null;
    }

    /// <summary>No preposition stands before it: "led by Anton Reuss" speaks of somebody else.</summary>
    private static bool IsSubject(Mention name, CandidateSentence sentence, AnalyzedQuestion question) =>
        name.First == 0
        || (
            !question.Profile.ShortAnswers.AgentMarkers.Contains(sentence.Words[name.First - 1].Form)
            && !question.Profile.PlacePrepositions.Contains(sentence.Words[name.First - 1].Form)
        );
}
