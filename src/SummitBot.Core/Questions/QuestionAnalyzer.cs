using SummitBot.Core.Access;
using SummitBot.Core.Retrieval;
using SummitBot.Language;
using SummitBot.Language.Dates;
using SummitBot.Language.Tokens;
using SummitBot.Language.Words;

namespace SummitBot.Core.Questions;

/// <summary>Finds a question's content words, their weights, what it says of time, and the kind of answer it wants.</summary>
public sealed class QuestionAnalyzer
{
    private const double GenericWordFactor = 0.5;

    /// <summary>An answer need not repeat the second word of "how large" or "what year".</summary>
    private const double AskedWithFactor = 0.2;

    private const double RespelledStrength = 0.9;

    /// <summary>Words of earlier turns below this weight are used for the search only.</summary>
    private const double MinContextWeight = 0.15;

    private readonly ITermAnalyzer _terms;
    private readonly ITermStatistics _statistics;
    private readonly WordNetAlternatives _wordNet;

    public QuestionAnalyzer(ITermAnalyzer terms, ITermStatistics statistics)
    {
        _terms = terms;
        _statistics = statistics;
        _wordNet = new WordNetAlternatives(terms);
    }

    /// <param name="today">The day that "yesterday" is the day before.</param>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public AnalyzedQuestion Analyze(ResolvedQuestion resolved, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(resolved);
        var time = QuestionTimeReader.Read(resolved.Text, resolved.Language, today);
        AnalyzedQuestion? timeless =
            time == QuestionTime.None
                ? null
                : Analyze(resolved with { Text = time.TimelessText }, QuestionTime.None, timeless: null);
        return Analyze(resolved, time, timeless is { Terms.Count: > 0 } ? timeless : null);
    }

    /// <summary>The question in other words, of the same time.</summary>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public AnalyzedQuestion Reword(AnalyzedQuestion question, string text)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Analyze(question.Resolved with { Text = text }, question.Time, timeless: null);
    }

    private AnalyzedQuestion Analyze(ResolvedQuestion resolved, QuestionTime time, AnalyzedQuestion? timeless)
    {
        string language = resolved.Language;
        LanguageProfile profile = LanguageProfiles.For(language);
        IReadOnlyList<Term> tokens = _terms.Analyze(resolved.Text, language);
        IReadOnlyList<Word> words =
        [
            .. Tokenizer
                .Tokenize(tokens, resolved.Text)
                .Select(w => MisspeltQuestionWord.Correct(w, language, _statistics, resolved.Scope)),
        ];
        IReadOnlyList<RelatedPhrase>[] related = Thesaurus.For(language).Relate([.. words.Select(w => w.Form)]);
        List<QuestionTerm> terms =
        [
            .. words
                .Index()
                .Where(w => !profile.StopWords.Contains(w.Item.Form))
                .DistinctBy(w => w.Item.Stem, StringComparer.Ordinal)
                .Select(w => new QuestionTerm(
                    w.Item,
                    GetWeight(w.Item, language, profile, resolved.Scope)
                        * (AnswerTypeClassifier.IsAskedWith(words, w.Index, profile) ? AskedWithFactor : 1),
                    w.Index > 0 && w.Item.IsCapitalised
                )
                {
                    Alternatives =
                    [
                        .. related[w.Index].Select(r => CreateAlternative(r, language)),
                        .. Respelled(w.Item, language, resolved.Scope),
                        .. _wordNet.Find(w.Item, language),
                    ],
                }),
        ];
        AddContext(terms, resolved, profile);
        return new AnalyzedQuestion(resolved)
        {
            Tokens = tokens,
            Words = words,
            Terms = terms,
            TotalWeight = Math.Max(terms.Sum(t => t.Weight), double.Epsilon),
            Type = AnswerTypeClassifier.Classify(words, profile),
            Defined = DefinitionQuestion.DefinedBy(words, profile),
            Compared = ComparedSides.Find(words, resolved.Text, profile),
            Listed = ListQuestion.FindListed(words, resolved.Text, profile),
            Stems = words.Select(w => w.Stem).ToHashSet(StringComparer.Ordinal),
            Time = time,
            Timeless = timeless,
        };
    }

    /// <summary>The indexed word that an unknown one likely misspells; none for a known word.</summary>
    private IEnumerable<Alternative> Respelled(Word word, string language, AccessScope scope) =>
        FindMeant(word, language, scope) is { } nearest ? [new Alternative([nearest], RespelledStrength)] : [];

    private string? FindMeant(Word word, string language, AccessScope scope) =>
        Misspelling.IsPossible(word.Form, language) ? _statistics.NearestStem(word.Stem, language, scope) : null;

    private Alternative CreateAlternative(RelatedPhrase related, string language) =>
        new([.. _terms.Tokenize(string.Join(' ', related.Words), language).Select(w => w.Stem)], related.Strength);

    /// <summary>
    /// Adds the subject that a follow-up question leaves out, with a share of a normal word's weight.
    /// </summary>
    private void AddContext(List<QuestionTerm> terms, ResolvedQuestion resolved, LanguageProfile profile)
    {
        foreach (WeightedTerm context in resolved.ContextTerms.Where(t => t.Weight >= MinContextWeight))
        {
            foreach (Word word in _terms.Tokenize(context.Word, resolved.Language))
            {
                if (!terms.Exists(t => t.Word.Stem == word.Stem))
                {
                    double weight = context.Weight * GetWeight(word, resolved.Language, profile, resolved.Scope);
                    terms.Add(new QuestionTerm(word, weight, IsName: false) { IsContext = true });
                }
            }
        }
    }

    /// <summary>
    /// BM25's inverse document frequency, <c>ln(1 + (N - df + .5) / (df + .5))</c> (Robertson and Zaragoza, The
    /// Probabilistic Relevance Framework, 2009), over passages.
    /// </summary>
    private double GetWeight(Word word, string language, LanguageProfile profile, AccessScope scope)
    {
        double count = _statistics.PassageCount(language, scope);
        double frequency = Math.Min(GetFrequency(word, language, scope), count);
        double idf = Math.Log(1 + ((count - frequency + 0.5) / (frequency + 0.5)));
        // An unknown word that is not a misspelling either is often the user's own expression.
        bool isUnknownWord = frequency == 0 && !word.IsCapitalised && !word.HasDigit;
        return idf
            * (profile.GenericWords.Contains(word.Form) ? GenericWordFactor : 1)
            * (isUnknownWord ? GenericWordFactor : 1);
    }

    private int GetFrequency(Word word, string language, AccessScope scope)
    {
        int known = _statistics.PassageFrequency(word.Stem, language, scope);
        return known == 0 && FindMeant(word, language, scope) is { } nearest
            ? _statistics.PassageFrequency(nearest, language, scope)
            : known;
    }
}
