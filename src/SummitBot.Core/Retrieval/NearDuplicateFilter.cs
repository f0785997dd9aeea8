using SummitBot.Core.Articles;
using SummitBot.Language;
using SummitBot.Language.Tokens;

namespace SummitBot.Core.Retrieval;

/// <summary>
/// Many publishers print the same agency articles: a passage that is nearly the same in several articles counts once,
/// as the earliest article's. A passage with a different number or name is not a duplicate: the two disagree.
/// </summary>
public static class NearDuplicateFilter
{
    private const double MinSimilarity = 0.8;

    /// <summary>Sentences that share this much of their words report the same; a difference is a replacement.</summary>
    private const double SameSentence = 0.5;

    /// <summary>
    /// The passages without duplicates, best first; the kept passage has the score of its best duplicate.
    /// </summary>
    public static IReadOnlyList<RetrievedPassage> RemoveDuplicates(IReadOnlyList<RetrievedPassage> passages)
    {
        ArgumentNullException.ThrowIfNull(passages);
        var kept = new List<Kept>();
        foreach (RetrievedPassage passage in passages.OrderBy(p => p.Article.Published ?? DateOnly.MaxValue))
        {
            var shingles = new Shingles(passage.Passage.Text);
            if (FindOriginal(passage, shingles, kept) is { } original)
            {
                original.Score = Math.Max(original.Score, passage.Score);
            }
            else
            {
                kept.Add(new Kept(passage, shingles) { Score = passage.Score });
            }
        }

        if (kept.Count == passages.Count)
        {
            return passages;
        }

        return
        [
            .. kept.OrderByDescending(k => k.Score)
                .ThenBy(k => k.Passage.Passage.Id.Article)
                .ThenBy(k => k.Passage.Passage.Id.Ordinal)
                .Select(k => k.Passage with { Score = k.Score }),
        ];
    }

    private static Kept? FindOriginal(RetrievedPassage passage, Shingles shingles, List<Kept> kept)
    {
        foreach (IGrouping<ArticleId, Kept> article in kept.GroupBy(k => k.Passage.Article.Id))
        {
            if (article.Key == passage.Article.Id)
            {
                continue;
            }

            Kept nearest = article.MaxBy(k => k.Shingles.ComputeJaccard(shingles))!;
            bool isCopy =
                nearest.Shingles.ComputeJaccard(shingles) >= MinSimilarity
                || shingles.Containment(Shingles.Union(article.Select(k => k.Shingles))) >= MinSimilarity;
            if (isCopy && !HasReplacement(passage, article))
            {
                return nearest;
            }
        }

        return null;
    }

    private static bool HasReplacement(RetrievedPassage copy, IEnumerable<Kept> originals)
    {
        LanguageProfile profile = LanguageProfiles.For(copy.Article.Language);
        List<HashSet<string>> sentences = [.. originals.SelectMany(o => SplitIntoSentences(o.Passage))];
        foreach (HashSet<string> sentence in SplitIntoSentences(copy))
        {
            HashSet<string>? same = sentences.MaxBy(s => ComputeJaccard(s, sentence));
            bool isSame = same is not null && ComputeJaccard(same, sentence) >= SameSentence;
            if (isSame && HasFactBeyond(sentence, same!) && HasFactBeyond(same!, sentence))
            {
                return true;
            }
        }

        return false;

        bool HasFactBeyond(HashSet<string> words, HashSet<string> others) =>
            words.Any(w => IsFact(w) && !others.Contains(w));

        bool IsFact(string word) =>
            profile.NumberWords.Contains(word)
            || char.IsDigit(word[0])
            || (char.IsUpper(word[0]) && !profile.StopWords.Contains(word));
    }

    private static double ComputeJaccard(HashSet<string> one, HashSet<string> other)
    {
        int common = one.Count(other.Contains);
        return (double)common / Math.Max(1, one.Count + other.Count - common);
    }

    private static IEnumerable<HashSet<string>> SplitIntoSentences(RetrievedPassage passage) =>
        passage.Passage.Sentences.Select(range => SplitIntoWords(passage.Passage.GetText(range)));

    private static HashSet<string> SplitIntoWords(string sentence) =>
        Tokenizer
            .Tokenize(sentence, WordBoundaries.AroundMeasures)
            .Select(w => w.Text)
            .ToHashSet(StringComparer.Ordinal);

    private sealed record Kept(RetrievedPassage Passage, Shingles Shingles)
    {
        public double Score { get; set; }
    }
}
