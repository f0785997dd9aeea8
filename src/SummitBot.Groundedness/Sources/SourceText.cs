using SummitBot.Language;
using SummitBot.Language.Recognition;
using SummitBot.Language.Sentences;

namespace SummitBot.Groundedness.Sources;

/// <summary>A passage, analyzed once for all claims that are compared with it. Thread-safe.</summary>
public sealed class SourceText
{
    private const int PrefixLength = 5;

    private readonly Dictionary<string, List<int>> _byLemma = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byPrefix = new(StringComparer.Ordinal);

    internal SourceText(ISourcePassage passage)
    {
        Passage = passage;
        Language = passage.Language;
        var sentences = new List<SourceSentence>();
        var tokens = new List<AnnotatedWord>();
        foreach (TextRange range in passage.Sentences)
        {
            string text = passage.GetText(range);
            int first = tokens.Count;
            tokens.AddRange(WordAnnotator.Annotate(text, Language));
            sentences.Add(new SourceSentence(range, text, first, tokens.Count));
        }

        Sentences = sentences;
        Tokens = tokens;
        Plain = TextNormalizer.Normalize(passage.Text);
        TitleWords = WordAnnotator
            .Annotate($"{passage.Title} {passage.Heading}", Language)
            .Select(t => t.Lemma)
            .ToHashSet(StringComparer.Ordinal);
        for (int i = 0; i < tokens.Count; i++)
        {
            Index(_byLemma, tokens[i].Lemma, i);
            if (tokens[i].Lower != tokens[i].Lemma)
            {
                Index(_byLemma, tokens[i].Lower, i);
            }

            if (!tokens[i].IsNumber && tokens[i].Lower.Length >= PrefixLength)
            {
                Index(_byPrefix, tokens[i].Lower[..PrefixLength], i);
            }
        }
    }

    public ISourcePassage Passage { get; }

    internal string Language { get; }

    /// <summary>True for English, and for text too short to detect its language.</summary>
    internal bool IsEnglish => Language is LanguageCodes.English or LanguageCodes.Unknown;

    internal IReadOnlyList<SourceSentence> Sentences { get; }

    internal IReadOnlyList<AnnotatedWord> Tokens { get; }

    /// <summary>See <see cref="TextNormalizer"/>.</summary>
    internal string Plain { get; }

    /// <summary>Base forms of the title's and the heading's words.</summary>
    internal IReadOnlySet<string> TitleWords { get; }

    /// <summary>The positions of a base form among the tokens, in order.</summary>
    internal IReadOnlyList<int> FindPositions(string lemma) => _byLemma.GetValueOrDefault(lemma) ?? [];

    /// <summary>The positions of words with the same first five letters; empty for a shorter word.</summary>
    internal IReadOnlyList<int> FindPrefixPositions(string word) =>
        word.Length >= PrefixLength ? _byPrefix.GetValueOrDefault(word[..PrefixLength]) ?? [] : [];

    /// <summary>The index of the sentence with a token.</summary>
    internal int GetSentenceIndex(int token)
    {
        int sentence = 0;
        while (token >= Sentences[sentence].EndToken)
        {
            sentence++;
        }

        return sentence;
    }

    /// <summary>The range from one sentence to another, both included.</summary>
    internal TextRange GetRange(int first, int last) => new(Sentences[first].Range.Start, Sentences[last].Range.End);

    /// <summary>The sentences that overlap with a range.</summary>
    public IEnumerable<string> TextsIn(TextRange range) =>
        Sentences.Where(s => s.Range.Start < range.End && range.Start < s.Range.End).Select(s => s.Text);

    /// <summary>
    /// The range to quote for a sentence: the sentence and, when it starts with a pronoun, the one before it; null when
    /// that is not in the passage, or when the text contains a web address.
    /// </summary>
    internal TextRange? WindowToQuote(int sentence)
    {
        int first = LeadingPronoun.Opens(Sentences[sentence].Text) ? sentence - 1 : sentence;
        if (first < 0)
        {
            return null;
        }

        TextRange range = GetRange(first, sentence);
        return Passage.GetText(range).Contains("://", StringComparison.Ordinal) ? null : range;
    }

    private static void Index(Dictionary<string, List<int>> places, string key, int place)
    {
        if (!places.TryGetValue(key, out List<int>? known))
        {
            places.Add(key, known = []);
        }

        known.Add(place);
    }
}

/// <summary>A sentence of a source.</summary>
/// <param name="Range">In the article's plain text.</param>
/// <param name="FirstToken">The first of its tokens among the source's.</param>
/// <param name="EndToken">One past the last.</param>
internal sealed record SourceSentence(TextRange Range, string Text, int FirstToken, int EndToken)
{
    /// <summary>See <see cref="TextNormalizer"/>.</summary>
    public string Plain { get; } = TextNormalizer.Normalize(Text);
}
