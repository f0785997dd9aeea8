using SummitBot.Core.Access;
using SummitBot.Core.Answers.Reviewing;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Sentences;

namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>Sums up an article by its first sentences: news tell the most important first.</summary>
public sealed class ArticleSummarizer(IArticleCatalog catalog)
{
    /// <summary>A shorter line is a by-line or a list's title.</summary>
    private const int FewestLetters = 25;

    /// <summary>Scripts that write a word with one or two characters need fewer of them.</summary>
    private const int FewestEastAsianCharacters = 10;

    private static readonly char[] Stops = ['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।'];

    private static readonly char[] Closers = ['"', '\'', '”', '’', '»', ')', ']', '」', '』', '）'];

    /// <summary>The sentences, quoted and cited; none when the article has no whole sentence.</summary>
    /// <param name="count">At most so many.</param>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public CheckedDraft Summarize(ArticleSummary article, int count, AccessScope scope)
    {
        ArgumentNullException.ThrowIfNull(article);
        RetrievedPassage[] passages =
        [
            .. catalog.PassagesOf(article.Id, scope).Select(p => new RetrievedPassage(p, article, 1)),
        ];
        DraftSentence[] sentences =
        [
            .. passages
                .SelectMany(p => p.Passage.Sentences.Select(s => Draft(p.Passage, s)))
                .DistinctBy(s => s.Range)
                .Where(s => IsWhole(s.Text, article.Language))
                .Take(count),
        ];
        return CitationGate.Check(new AnswerDraft(sentences, 1), passages);
    }

    private static DraftSentence Draft(Passage passage, TextRange sentence) =>
        new(passage.TextOf(sentence), passage.Id, sentence);

    private static bool IsWhole(string sentence, string language)
    {
        int fewest = language is "zh" or "ja" or "ko" ? FewestEastAsianCharacters : FewestLetters;
        string bare = sentence.TrimEnd(Closers);
        return sentence.Length >= fewest && bare.Length > 0 && Stops.Contains(bare[^1]);
    }
}
