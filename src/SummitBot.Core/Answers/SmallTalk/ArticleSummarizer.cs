using SummitBot.Core.Access;
using SummitBot.Core.Answers.Reviewing;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Sentences;
using SummitBot.Language.Tokens;

namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>
/// Summarizes articles by their first sentences, because news articles state the most important first.
/// </summary>
public sealed class ArticleSummarizer(IArticleCatalog catalog, ITermAnalyzer analyzer)
{
    private readonly SubjectStems _stems = new(analyzer);

    /// <summary>A shorter line is a by-line or a list's title.</summary>
    private const int MinLetters = 25;

    /// <summary>Minimum length in scripts that write a word with one or two characters.</summary>
    private const int MinUnspacedCharacters = 10;

    private static readonly char[] Stops = ['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।'];

    private static readonly char[] Closers = ['"', '\'', '”', '’', '»', ')', ']', '」', '』', '）'];

    /// <summary>The sentences, quoted and cited; none when the article has no whole sentence.</summary>
    /// <param name="count">Maximum number of sentences.</param>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public CheckedDraft Summarize(ArticleSummary article, int count, AccessScope scope)
    {
        ArgumentNullException.ThrowIfNull(article);
        RetrievedPassage[] passages = GetPassages(article, scope);
        return CitationGate.Check(new AnswerDraft([.. CompleteSentences(passages, article).Take(count)], 1), passages);
    }

    /// <summary>
    /// The sentences of each article with the most words of the subject, in text order, quoted and cited.
    /// </summary>
    /// <param name="count">Maximum number from each article.</param>
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
            RetrievedPassage[] own = GetPassages(article, request.Scope);
            passages.AddRange(own);
            ILookup<int, ExtractedSentence> byWords = CompleteSentences(own, article)
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

    private RetrievedPassage[] GetPassages(ArticleSummary article, AccessScope scope) =>
        [.. catalog.GetPassages(article.Id, scope).Select(p => new RetrievedPassage(p, article, 1))];

    private static IEnumerable<ExtractedSentence> CompleteSentences(
        IEnumerable<RetrievedPassage> passages,
        ArticleSummary article
    ) =>
        passages
            .SelectMany(p => p.Passage.Sentences.Select(s => Draft(p.Passage, s)))
            .DistinctBy(s => s.Range)
            .Where(s => IsComplete(s.Text, article.Language));

    private static ExtractedSentence Draft(Passage passage, TextRange sentence) =>
        new(passage.GetText(sentence), passage.Id, sentence);

    private static bool IsComplete(string sentence, string language)
    {
        int min = Scripts.IsUnspaced(language) ? MinUnspacedCharacters : MinLetters;
        string bare = sentence.TrimEnd(Closers);
        return sentence.Length >= min && bare.Length > 0 && Stops.Contains(bare[^1]);
    }
}
