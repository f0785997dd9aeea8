using SummitBot.Core.Access;
using SummitBot.Core.Answers.Reviewing;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Sentences;
using SummitBot.Language.Tokens;

namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>Sums up articles by their first sentences: news tell the most important first.</summary>
public sealed class ArticleSummarizer(IArticleCatalog catalog, ITermAnalyzer analyzer)
{
    private readonly SubjectStems _stems = new(analyzer);

    /// <summary>A shorter line is a by-line or a list's title.</summary>
    private const int MinLetters = 25;

    /// <summary>Scripts that write a word with one or two characters need fewer of them.</summary>
    private const int MinEastAsianCharacters = 10;

    private static readonly char[] Stops = ['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।'];

    private static readonly char[] Closers = ['"', '\'', '”', '’', '»', ')', ']', '」', '』', '）'];

    /// <summary>The sentences, quoted and cited; none when the article has no whole sentence.</summary>
    /// <param name="count">At most so many.</param>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public CheckedDraft Summarize(ArticleSummary article, int count, AccessScope scope)
    {
        ArgumentNullException.ThrowIfNull(article);
        RetrievedPassage[] passages = PassagesOf(article, scope);
        return CitationGate.Check(new AnswerDraft([.. WholeSentences(passages, article).Take(count)], 1), passages);
    }

    /// <summary>From each article the sentences with most words of the subject, in their order, quoted and cited.</summary>
    /// <param name="request">Names the subject.</param>
    /// <param name="count">At most so many from each article.</param>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public CheckedDraft Summarize(IReadOnlyList<ArticleSummary> articles, SmallTalkRequest request, int count)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(request);
        var passages = new List<RetrievedPassage>();
        var sentences = new List<ExtractedSentence>();
        foreach (ArticleSummary article in articles)
        {
            IReadOnlyList<string> stems = _stems.Content(request.Subject, request.Language, article.Language);
            RetrievedPassage[] own = PassagesOf(article, request.Scope);
            passages.AddRange(own);
            ILookup<int, ExtractedSentence> byWords = WholeSentences(own, article)
                .ToLookup(sentence => stems.Count(_stems.In(sentence.Text, article.Language).Contains));
            bool isNamed = byWords.Any(group => group.Key > 0);
            sentences.AddRange(
                byWords
                    .Where(group => group.Key > 0 || !isNamed)
                    .OrderByDescending(group => group.Key)
                    .SelectMany(group => group)
                    .Take(count)
                    .OrderBy(sentence => sentence.Range.Start)
            );
        }

        return CitationGate.Check(new AnswerDraft(sentences, 1), passages);
    }

    private RetrievedPassage[] PassagesOf(ArticleSummary article, AccessScope scope) =>
        [.. catalog.GetPassages(article.Id, scope).Select(p => new RetrievedPassage(p, article, 1))];

    private static IEnumerable<ExtractedSentence> WholeSentences(
        IEnumerable<RetrievedPassage> passages,
        ArticleSummary article
    ) =>
        passages
            .SelectMany(p => p.Passage.Sentences.Select(s => Draft(p.Passage, s)))
            .DistinctBy(s => s.Range)
            .Where(s => IsWhole(s.Text, article.Language));

    private static ExtractedSentence Draft(Passage passage, TextRange sentence) =>
        new(passage.GetText(sentence), passage.Id, sentence);

    private static bool IsWhole(string sentence, string language)
    {
        int min = language is "zh" or "ja" or "ko" ? MinEastAsianCharacters : MinLetters;
        string bare = sentence.TrimEnd(Closers);
        return sentence.Length >= min && bare.Length > 0 && Stops.Contains(bare[^1]);
    }
}
