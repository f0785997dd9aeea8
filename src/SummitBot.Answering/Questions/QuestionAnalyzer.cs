using SummitBot.Core.Access;
using SummitBot.Core.Answers.Parts;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Language;
using SummitBot.Language.Tokens;
using SummitBot.Language.Words;

namespace SummitBot.Answering.Questions;

/// <summary>Finds a question's content words, their weights, and the kind of answer it wants.</summary>
internal sealed class QuestionAnalyzer(WordTokenizer tokenizer, ITermStatistics statistics, AblationSwitches ablation)
{
    private const double GenericWordFactor = 0.5;

    /// <summary>An answer need not repeat the second word of "how large" or "what year".</summary>
    private const double AskedWithFactor = 0.2;

    private const double RespelledStrength = 0.9;

    /// <summary>Words of earlier turns below this weight help the search only.</summary>
    private const double MinContextWeight = 0.15;

    private readonly WordNetAlternatives _wordNet = new(tokenizer);

    public AnalyzedQuestion Analyze(ResolvedQuestion resolved)
    {
        string language = resolved.Language;
        LanguageProfile profile = LanguageProfiles.For(language);
        IReadOnlyList<Word> words = ablation.Has(AblationSwitch.Spelling)
            ?
            [
                .. tokenizer
                    .Tokenize(resolved.Text, language)
                    .Select(w => MisspeltQuestionWord.Correct(w, language, statistics, resolved.Scope)),
            ]
            : tokenizer.Tokenize(resolved.Text, language);
        IReadOnlyList<RelatedPhrase>[] related = ThesaurusFor(language).Relate([.. words.Select(w => w.Form)]);
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
                        .. KnownToWordNet(w.Item, language),
                    ],
                }),
        ];
        AddContext(terms, resolved, profile);
        return new AnalyzedQuestion
        {
            Words = words,
            Terms = terms,
            TotalWeight = Math.Max(terms.Sum(t => t.Weight), double.Epsilon),
            Type = AnswerTypeClassifier.Classify(words, profile),
            Profile = profile,
            Defined = DefinitionQuestion.DefinedBy(words, profile),
            Stems = words.Select(w => w.Stem).ToHashSet(StringComparer.Ordinal),
        };
    }

    private Thesaurus ThesaurusFor(string language) =>
        ablation.Has(AblationSwitch.Synonyms) ? Thesaurus.For(language) : Thesaurus.None;

    /// <summary>The indexed word that an unknown one likely misspells; none for a known word.</summary>
    private IEnumerable<Alternative> Respelled(Word word, string language, AccessScope scope) =>
        ablation.Has(AblationSwitch.Spelling) && statistics.NearestStem(word.Stem, language, scope) is { } nearest
            ? [new Alternative([nearest], RespelledStrength)]
            : [];

    private IReadOnlyList<Alternative> KnownToWordNet(Word word, string language) =>
        ablation.Has(AblationSwitch.Synonyms) ? _wordNet.Find(word, language) : [];

    private Alternative CreateAlternative(RelatedPhrase related, string language) =>
        new([.. tokenizer.Tokenize(string.Join(' ', related.Words), language).Select(w => w.Stem)], related.Strength);

    /// <summary>What a leaning question speaks of without naming it counts too, by its share of a word of its own.</summary>
    private void AddContext(List<QuestionTerm> terms, ResolvedQuestion resolved, LanguageProfile profile)
    {
        foreach (WeightedTerm context in resolved.ContextTerms.Where(t => t.Weight >= MinContextWeight))
        {
            foreach (Word word in tokenizer.Tokenize(context.Word, resolved.Language))
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
        double count = statistics.PassageCount(language, scope);
        double frequency = Math.Min(GetFrequency(word, language, scope), count);
        double idf = Math.Log(1 + ((count - frequency + 0.5) / (frequency + 0.5)));
        // An unknown word that is no misspelling either is often one of the asker's own.
        bool isUnknownWord = frequency == 0 && !word.IsCapitalised && !word.HasDigit;
        return idf
            * (profile.GenericWords.Contains(word.Form) ? GenericWordFactor : 1)
            * (isUnknownWord ? GenericWordFactor : 1);
    }

    private int GetFrequency(Word word, string language, AccessScope scope)
    {
        int known = statistics.PassageFrequency(word.Stem, language, scope);
        return
            known == 0
            && ablation.Has(AblationSwitch.Spelling)
            && statistics.NearestStem(word.Stem, language, scope) is { } nearest
            ? statistics.PassageFrequency(nearest, language, scope)
            : known;
    }
}
