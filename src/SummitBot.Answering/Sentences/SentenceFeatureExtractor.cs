using SummitBot.Answering.Questions;
using SummitBot.Language.Recognition;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.Sentences;

/// <summary>Measures a sentence against a question.</summary>
internal static class SentenceFeatureExtractor
{
    private const double NeighbourKindFit = 0.7;
    private const double WeakNumberFit = 0.4;
    private const double NovelShare = 0.5;
    private const double MaxLogOdds = 12;

    /// <param name="bestScore">The retrieval score of the best passage.</param>
    public static SentenceFeatures Extract(AnalyzedQuestion question, CandidateSentence sentence, double bestScore)
    {
        double prefix = 0;
        double exact = 0;
        double previous = 0;
        double title = 0;
        double passage = 0;
        double action = 0;
        foreach (QuestionTerm term in question.Terms)
        {
            double here = sentence.Has(term);
            prefix += here * term.Weight;
            action += term.IsName || term.Word.HasDigit ? 0 : here * term.Weight;
            passage += here > 0 || sentence.PassageWords.HasFamily(term.Word) ? term.Weight : 0;
            exact += sentence.HasForm(term.Word.Form) ? term.Weight : 0;
            double before = sentence.Previous?.Has(term) ?? 0;
            previous += Math.Max(0, before - here) * term.Weight;
            title += Math.Max(0, sentence.Title.Has(term) - Math.Max(here, before)) * term.Weight;
        }

        double total = question.TotalWeight;
        return new SentenceFeatures
        {
            PrefixCoverage = prefix / total,
            ExactCoverage = exact / total,
            PassageScore = sentence.Passage.Score / bestScore,
            PassageRank = sentence.Rank,
            PreviousCoverage = previous / total,
            TitleCoverage = title / total,
            TypeFit = TypeFit(question, sentence),
            Definition = Definition.IsIn(sentence, question) ? 1 : 0,
            PassageCoverage = passage / total,
            ActionCoverage = action / total,
            RelativeSimilarity = sentence.RelativeSimilarity,
            Reading = Math.Clamp(sentence.Reading?.LogOdds ?? 0, -MaxLogOdds, MaxLogOdds),
        };
    }

    private static double TypeFit(AnalyzedQuestion question, CandidateSentence sentence)
    {
        if (question.Type == AnswerType.Any)
        {
            return 0;
        }

        if (question.Type == AnswerType.Reason)
        {
            return ReasonCue.IsIn(sentence.Words, question.Profile) ? 1 : 0;
        }

        double best = 0;
        foreach (Mention mention in sentence.Mentions)
        {
            double fit = GetFit(mention, question.Type);
            if (fit > best && IsNovel(mention, sentence, question))
            {
                best = fit;
            }
        }

        return best;
    }

    public static double GetFit(Mention mention, AnswerType type) =>
        (type, mention.Kind) switch
        {
            (AnswerType.Date, MentionKind.Date) => 1,
            (AnswerType.Number, MentionKind.Number) => mention.IsWeak ? WeakNumberFit : 1,
            (AnswerType.Person, MentionKind.Name) or (AnswerType.Place, MentionKind.Place) => 1,
            (AnswerType.Person, MentionKind.Place) or (AnswerType.Place, MentionKind.Name) => NeighbourKindFit,
            _ => 0,
        };

    /// <summary>A mention whose words mostly stand in the question already is no answer to it.</summary>
    public static bool IsNovel(Mention mention, CandidateSentence sentence, AnalyzedQuestion question)
    {
        int content = 0;
        int asked = 0;
        for (int i = mention.First; i <= mention.Last; i++)
        {
            Word word = sentence.Words[i];
            if (mention.Kind is MentionKind.Name or MentionKind.Place && question.Profile.StopWords.Contains(word.Form))
            {
                continue;
            }

            content++;
            asked += question.Stems.Contains(word.Stem) ? 1 : 0;
        }

        return content > 0 && content - asked >= NovelShare * content;
    }
}
