using SummitBot.Core.Articles;
using SummitBot.Core.Retrieval;
using SummitBot.Language;
using SummitBot.Language.Recognition;
using SummitBot.Language.Sentences;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.Sentences;

/// <summary>
/// All sentences of the retrieved passages, each once, in its best passage and linked to its neighbours.
/// </summary>
internal sealed class CandidateSentences(ITermAnalyzer terms)
{
    /// <summary>Shorter sentences are not worth quoting.</summary>
    private const int MinWords = 3;

    public IReadOnlyList<CandidateSentence> From(IReadOnlyList<RetrievedPassage> passages)
    {
        var candidates = new List<CandidateSentence>();
        var similarities = new List<double?>();
        var seen = new HashSet<(ArticleId, TextRange)>();
        var titles = new Dictionary<string, WordIndex>(StringComparer.Ordinal);
        for (int rank = 0; rank < passages.Count; rank++)
        {
            RetrievedPassage passage = passages[rank];
            string language = passage.Article.Language;
            LanguageProfile profile = LanguageProfiles.For(language);
            string key = ArticleContext.Format(passage.Article, passage.Passage.Heading);
            if (!titles.TryGetValue(key, out WordIndex? title))
            {
                title = new WordIndex(terms.Tokenize(key, language));
                titles.Add(key, title);
            }

            for (int place = 0; place < passage.Passage.Sentences.Count; place++)
            {
                TextRange range = passage.Passage.Sentences[place];
                if (!seen.Add((passage.Article.Id, range)))
                {
                    continue;
                }

                string text = passage.Passage.GetText(range);
                IReadOnlyList<Word> words = terms.Tokenize(text, language);
                IReadOnlyList<Mention> mentions = Mention.FindAll(words, text, profile);
                candidates.Add(new CandidateSentence(passage, rank, range, words, mentions) { Title = title });
                similarities.Add(passage.SentenceSimilarities.Count > 0 ? passage.SentenceSimilarities[place] : null);
            }
        }

        double usual = similarities.Average() ?? 0;
        foreach ((CandidateSentence candidate, double? similarity) in candidates.Zip(similarities))
        {
            candidate.RelativeSimilarity = similarity - usual ?? 0;
            candidate.Similarity = similarity;
        }

        LinkNeighbours(candidates);
        foreach (IGrouping<int, CandidateSentence> passage in candidates.GroupBy(c => c.Rank))
        {
            var words = new WordIndex([.. passage.SelectMany(c => c.Words)]);
            foreach (CandidateSentence candidate in passage)
            {
                candidate.PassageWords = words;
            }
        }

        candidates.RemoveAll(c => c.Words.Count < MinWords || Byline.NameIn(c.Text, c.Passage.Article) is not null);
        return candidates;
    }

    private static void LinkNeighbours(List<CandidateSentence> candidates)
    {
        const int widestGap = 2;
        foreach (IGrouping<ArticleId, CandidateSentence> article in candidates.GroupBy(c => c.Passage.Article.Id))
        {
            CandidateSentence[] inOrder = [.. article.OrderBy(c => c.Range.Start)];
            for (int i = 1; i < inOrder.Length; i++)
            {
                // Rows are independent: the content of one says nothing about the next.
                bool isRow = inOrder[i].Row is not null || inOrder[i - 1].Row is not null;
                if (!isRow && inOrder[i].Range.Start - inOrder[i - 1].Range.End <= widestGap)
                {
                    inOrder[i].Previous = inOrder[i - 1];
                    inOrder[i - 1].Next = inOrder[i];
                }
            }
        }
    }
}
