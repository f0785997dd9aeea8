using SummitBot.Core.Questions;
using SummitBot.Language.Sentences;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.Sentences;

/// <summary>
/// The part of an overlong sentence to quote: a run of its clauses, word for word, that covers most of the question.
/// </summary>
internal static class Excerpt
{
    /// <summary>Characters; a shorter sentence is quoted whole.</summary>
    public const int MaxWholeLength = 400;

    private const int MaxExcerptLength = 320;
    private const int MinClauseLength = 12;

    /// <summary>Weight of a mention of the kind asked for, as a share of the weight of the question's words.</summary>
    private const double MentionShare = 0.3;

    private const string ClauseEnds = ",;:)–—";

    /// <summary>The range to quote, in the article's plain text.</summary>
    public static TextRange Select(CandidateSentence sentence, AnalyzedQuestion question)
    {
        if (sentence.Text.Length <= MaxWholeLength)
        {
            return Whole(sentence);
        }

        List<int> borders = FindBoundaries(sentence.Text);
        (TextRange Range, double Worth) best = (default, -1);
        for (int first = 0; first < borders.Count - 1; first++)
        {
            for (int end = first + 1; end < borders.Count; end++)
            {
                TextRange part = Trimmed(sentence.Text, new TextRange(borders[first], borders[end]));
                if (part.Length > MaxExcerptLength)
                {
                    break;
                }

                double worth = Score(part, sentence, question);
                bool isBetter = worth > best.Worth || (worth == best.Worth && part.Length > best.Range.Length);
                best = isBetter ? (part, worth) : best;
            }
        }

        return best.Range.Length == 0
            ? Whole(sentence)
            : new TextRange(sentence.Range.Start + best.Range.Start, sentence.Range.Start + best.Range.End);
    }

    /// <summary>The whole sentence, without the bullet or separator of a list item.</summary>
    public static TextRange Whole(CandidateSentence sentence)
    {
        TextRange part = Trimmed(sentence.Text, new TextRange(0, sentence.Text.Length));
        return part.Length == 0
            ? sentence.Range
            : new TextRange(sentence.Range.Start + part.Start, sentence.Range.Start + part.End);
    }

    private static List<int> FindBoundaries(string text)
    {
        List<int> borders = [0];
        for (int i = 0; i + 1 < text.Length; i++)
        {
            bool isEnd = ClauseEnds.Contains(text[i], StringComparison.Ordinal) && text[i + 1] == ' ';
            if (isEnd && i + 1 - borders[^1] >= MinClauseLength)
            {
                borders.Add(i + 1);
            }
        }

        borders.Add(text.Length);
        return borders;
    }

    private static double Score(TextRange part, CandidateSentence sentence, AnalyzedQuestion question)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (Word word in sentence.Words)
        {
            if (part.Start <= word.Start && word.End <= part.End)
            {
                stems.Add(word.Stem);
            }
        }

        bool answers = sentence.Mentions.Any(m =>
            part.Start <= sentence.Words[m.First].Start
            && sentence.Words[m.Last].End <= part.End
            && SentenceFeatureExtractor.GetFit(m, question.Type) > 0
            && SentenceFeatureExtractor.IsNovel(m, sentence, question)
        );
        return question.Terms.Where(t => stems.Contains(t.Word.Stem)).Sum(t => t.Weight)
            + (answers ? MentionShare * question.TotalWeight : 0);
    }

    private static TextRange Trimmed(string text, TextRange range)
    {
        (int start, int end) = (range.Start, range.End);
        while (start < end && text[start] == ' ')
        {
            start++;
        }

        while (end > start && text[end - 1] is ' ' or ',' or ';' or ':')
        {
            end--;
        }

        return new TextRange(start, end);
    }
}
