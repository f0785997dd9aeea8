using SummitBot.Core.Articles;
using SummitBot.Core.Retrieval;
using SummitBot.Language;
using SummitBot.Language.Recognition;
using SummitBot.Language.Sentences;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.Sentences;

/// <summary>All sentences of the retrieved passages, each once, in its best passage, linked to its neighbours.</summary>
internal sealed class CandidateSentences(WordCutter cutter)
{
    /// <summary>Sentences with fewer words quote nothing worth reading.</summary>
    private const int FewestWords = 3;

    public IReadOnlyList<CandidateSentence> Of(IReadOnlyList<RetrievedPassage> passages)
    {
        var candidates = new List<CandidateSentence>();
        var likenesses = new List<double?>();
        var seen = new HashSet<(ArticleId, TextRange)>();
        var titles = new Dictionary<string, WordIndex>(StringComparer.Ordinal);
        for (int rank = 0; rank < passages.Count; rank++)
        {
            RetrievedPassage passage = passages[rank];
            string language = passage.Article.Language;
            LanguageProfile profile = LanguageProfiles.For(language);
            string key = ArticleContext.Of(passage.Article, passage.Passage.Heading);
            if (!titles.TryGetValue(key, out WordIndex? title))
            {
                title = new WordIndex(cutter.Cut(key, language));
                titles.Add(key, title);
            }

            for (int place = 0; place < passage.Passage.Sentences.Count; place++)
            {
                TextRange range = passage.Passage.Sentences[place];
                if (!seen.Add((passage.Article.Id, range)))
                {
                    continue;
                }

                string text = passage.Passage.TextOf(range);
                IReadOnlyList<Word> words = cutter.Cut(text, language);
                IReadOnlyList<Mention> mentions = MentionRecognizer.Find(words, text, profile);
                candidates.Add(new CandidateSentence(passage, rank, range, words, mentions) { Title = title });
                likenesses.Add(passage.SentenceLikeness.Count > 0 ? passage.SentenceLikeness[place] : null);
            }
        }

        double usual = likenesses.Average() ?? 0;
        foreach ((CandidateSentence candidate, double? likeness) in candidates.Zip(likenesses))
        {
            candidate.Likeness = likeness - usual ?? 0;
            candidate.Similarity = likeness;
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

        candidates.RemoveAll(c => c.Words.Count < FewestWords || Byline.NameIn(c.Text, c.Passage.Article) is not null);
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
                // What stands in one row says nothing of the next one.
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
