using SummitBot.Answering.Sentences;
using SummitBot.Core.Questions;
using SummitBot.Language.Recognition;

namespace SummitBot.Answering.ShortAnswers;

/// <summary>
/// The name that a pronoun at the start of a sentence refers to: the subject of an earlier sentence. The answer to
/// "who" is a name, not "she".
/// </summary>
internal static class NameBefore
{
    private const int FarthestBack = 3;

    /// <summary>
    /// Maximum number of words before a name that is still the subject: <c>The violin maker Sofia Lindqvist</c>.
    /// </summary>
    private const int MaxWordsBefore = 4;

    private const int MaxLengthTogether = 400;

    /// <summary>
    /// The sentence that names the person, and the name's position; null when the question does not ask for a person or
    /// the name is not clear.
    /// </summary>
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
                && sentence.Range.End - before.Range.Start <= MaxLengthTogether
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

    /// <summary>False after a preposition: "led by Anton Reuss" makes somebody else the subject.</summary>
    private static bool IsSubject(Mention name, CandidateSentence sentence, AnalyzedQuestion question) =>
        name.First == 0
        || (
            !question.Profile.ShortAnswers.AgentMarkers.Contains(sentence.Words[name.First - 1].Form)
            && !question.Profile.PlacePrepositions.Contains(sentence.Words[name.First - 1].Form)
        );
}
