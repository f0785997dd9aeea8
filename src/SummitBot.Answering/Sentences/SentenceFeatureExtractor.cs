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

    /// <param name="bestScore">The retrieval score of the best passage.</param>
    public static SentenceFeatures Extract(AnalyzedQuestion question, CandidateSentence sentence, double bestScore)
    {
        double coverage = 0;
        double prefix = 0;
        double exact = 0;
        double previous = 0;
        double next = 0;
        double title = 0;
        double passage = 0;
        double action = 0;
        int names = 0;
        int numbers = 0;
        foreach (QuestionTerm term in question.Terms)
        {
            string stem = term.Word.Stem;
            double here = sentence.Has(term);
            prefix += here * term.Weight;
            action += term.IsName || term.Word.HasDigit ? 0 : here * term.Weight;
            bool isInPassage = here > 0 || sentence.PassageWords.HasFamily(term.Word);
            passage += isInPassage ? term.Weight : 0;
            if (!isInPassage && !term.IsContext && !sentence.Title.HasFamily(term.Word))
            {
                names += term.IsName ? 1 : 0;
                numbers += MentionRecognizer.IsNumber(term.Word, question.Profile) ? 1 : 0;
            }

            exact += sentence.HasForm(term.Word.Form) ? term.Weight : 0;
            if (sentence.HasStem(stem))
            {
                coverage += term.Weight;
                continue;
            }

            (double before, double after, double above) = Around(sentence, term, here);
            previous += before * term.Weight;
            next += after * term.Weight;
            title += above * term.Weight;
        }

        double fit = TypeFit(question, sentence);
        double total = question.TotalWeight;
        return new SentenceFeatures
        {
            Coverage = coverage / total,
            PrefixCoverage = prefix / total,
            ExactCoverage = exact / total,
            PassageScore = sentence.Passage.Score / bestScore,
            PassageRank = sentence.Rank,
            PreviousCoverage = previous / total,
            NextCoverage = next / total,
            TitleCoverage = title / total,
            TypeHit = fit > 0 ? 1 : 0,
            TypeFit = fit,
            Definition = Definition.IsIn(sentence, question) ? 1 : 0,
            PassageCoverage = passage / total,
            ActionCoverage = action / total,
            PassageNamesMissing = names,
            PassageNumbersMissing = numbers,
            Likeness = sentence.Likeness,
        };
    }

    /// <summary>
    /// How far the sentences before and after and the title have a word: what they say more than the sentence, and the title
    /// more than the sentence before too.
    /// </summary>
    private static (double Before, double After, double Above) Around(
        CandidateSentence sentence,
        QuestionTerm term,
        double here
    )
    {
        double before = sentence.Previous?.Has(term) ?? 0;
        double after = sentence.Next?.Has(term) ?? 0;
        double above = sentence.Title.Has(term);
        return (Math.Max(0, before - here), Math.Max(0, after - here), Math.Max(0, above - Math.Max(here, before)));
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
            double fit = FitOf(mention, question.Type);
            if (fit > best && IsNovel(mention, sentence, question))
            {
                best = fit;
            }
        }

        return best;
    }

    public static double FitOf(Mention mention, AnswerType type) =>
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
