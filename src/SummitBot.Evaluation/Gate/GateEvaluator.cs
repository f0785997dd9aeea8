using SummitBot.Core.Answers.Reviewing;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Groundedness;
using SummitBot.Groundedness.Sources;
using SummitBot.Language;
using SummitBot.Language.Sentences;
using SummitBot.Language.Tokens;

namespace SummitBot.Evaluation.Gate;

/// <summary>
/// Measures the citation gate on generated sentences: each sentence of a corpus is reworded, and corrupted in one fact,
/// in every applicable way; the choices are the same in every run. Generated corruptions are easier to catch than the
/// errors of a model.
/// </summary>
public sealed class GateEvaluator(ClaimChecker checker, PassageSplitter splitter)
{
    private const int MinWords = 6;
    private const int MaxWords = 45;

    private static readonly ClaimVariant[] Corruptions =
    [
        .. NameCorruptions.All,
        .. NumberCorruptions.All,
        .. WordCorruptions.All,
    ];

    private readonly ClaimMatcher _matcher = new(checker);

    /// <summary>
    /// Rewords and corrupts the English sentences of articles and checks them against their own passages.
    /// </summary>
    public GateMeasurement MeasureCorpus(string name, IReadOnlyList<Article> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        (SourceText Source, string[] Sentences)[] passages =
        [
            .. articles.Where(a => a.Language is LanguageCodes.English).SelectMany(SplitArticle),
        ];
        var tally = new GateTally();
        for (int i = 0; i < passages.Length; i++)
        {
            (SourceText source, string[] sentences) = passages[i];
            string[] strange = passages[(i + (passages.Length / 2)) % passages.Length].Sentences;
            for (int s = 0; s < sentences.Length; s++)
            {
                var sample = new ClaimSample(
                    sentences[s],
                    [source],
                    sentences.Length > 1 ? sentences[(s + 1) % sentences.Length] : null,
                    strange.Length > 0 && passages.Length > 1 ? strange[s % strange.Length] : null,
                    RandomFor(i, s)
                );
                Take(tally, sample, ParaphrasedClaims.All);
                Take(tally, sample, Corruptions);
            }
        }

        return tally.Measurement(name);
    }

    /// <summary>
    /// Checks the sentences of reference answers, unchanged and corrupted, against the passages that they were written
    /// from.
    /// </summary>
    /// <param name="articles">The documents of the data set, by their names in it.</param>
    public GateMeasurement MeasureReferences(EvaluationDataSet set, IReadOnlyDictionary<string, Article> articles)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(articles);
        var tally = new GateTally();
        EvaluationQuestion[] questions = [.. set.Questions.Where(q => q.Reference is not null && q.DocIds.Count > 0)];
        string[][] answers = [.. questions.Select(q => SplitIntoSentences(q.Reference!))];
        for (int i = 0; i < questions.Length; i++)
        {
            SourceText[] sources =
            [
                .. questions[i]
                    .DocIds.Where(articles.ContainsKey)
                    .SelectMany(id => SplitArticle(articles[id]).Select(p => p.Source)),
            ];
            string[] strange = answers[(i + (questions.Length / 2)) % questions.Length];
            for (int s = 0; s < answers[i].Length; s++)
            {
                var sample = new ClaimSample(
                    answers[i][s],
                    sources,
                    answers[i].Length > 1 ? answers[i][(s + 1) % answers[i].Length] : null,
                    strange.Length > 0 ? strange[s % strange.Length] : null,
                    RandomFor(i, s)
                );
                Take(tally, sample, [new ClaimVariant("reference", IsSupported: true, r => r.Text)]);
                Take(tally, sample, Corruptions);
            }
        }

        return tally.Measurement(set.Name);
    }

    private void Take(GateTally tally, ClaimSample sample, IReadOnlyList<ClaimVariant> variants)
    {
        foreach (ClaimVariant variant in variants)
        {
            if (
                variant.Apply(sample) is { } claim
                && (variant.Name is "verbatim" or "reference" || claim != sample.Text)
            )
            {
                tally.Add(variant, claim, sample.Text, _matcher.Match(claim, sample.Sources));
            }
        }
    }

    /// <summary>The passages of an article; each sentence belongs to the first that has it.</summary>
    private IEnumerable<(SourceText Source, string[] Sentences)> SplitArticle(Article article)
    {
        var seen = new HashSet<TextRange>();
        foreach (Passage passage in splitter.Split(article))
        {
            SourceText source = checker.Analyze(new RetrievedPassage(passage, article.Summary, 1));
            yield return (source, [.. passage.Sentences.Where(seen.Add).Select(passage.GetText).Where(IsUsable)]);
        }
    }

    private static string[] SplitIntoSentences(string text) =>
        [
            .. TextLines
                .Split(text)
                .SelectMany(line => SentenceSplitter.Split(text, line, LanguageCodes.English))
                .Select(range => PlainSentence.From(range.Slice(text)).Text)
                .Where(IsUsable),
        ];

    private static bool IsUsable(string sentence) =>
        Tokenizer.Tokenize(sentence).Count is >= MinWords and <= MaxWords && sentence[^1] == '.';

    /// <summary>Seeded by the position in the data, so every run is the same.</summary>
    private static Random RandomFor(int passage, int sentence) => new((passage * 1_009) + sentence);
}

/// <summary>The figures of one set, and the sentences with a wrong decision at the normal strength.</summary>
public sealed record GateMeasurement(GateSetResult Result, IReadOnlyList<GateCase> Mistaken);
