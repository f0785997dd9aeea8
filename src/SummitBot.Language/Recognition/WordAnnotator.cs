using System.Buffers;
using System.Text.RegularExpressions;
using SummitBot.Language.Tokens;
using SummitBot.Language.Words;

namespace SummitBot.Language.Recognition;

/// <summary>
/// Annotates the words of a sentence with base form, number, month and whether they are names. A possessive ending is
/// removed, <c>isn't</c> is two words, and <c>two million</c> is one number.
/// </summary>
public static partial class WordAnnotator
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create(",;()[]:—–\"“”");

    /// <summary>A word after one of these may be capitalized without being a name: a colon, a dash, a bullet.</summary>
    private static readonly SearchValues<char> Openings = SearchValues.Create(":—–•");

    public static IReadOnlyList<AnnotatedWord> Annotate(string sentence, string language)
    {
        bool isEnglish = language is LanguageCodes.English or LanguageCodes.Unknown;
        string text = isEnglish ? JoinContractions(sentence) : sentence;
        var words = new List<AnnotatedWord>();
        int end = 0;
        foreach (Word word in Tokenizer.Tokenize(text, WordBoundaries.AroundMeasures))
        {
            ReadOnlySpan<char> between = text.AsSpan(end, word.Start - end);
            bool followsBreak = between.ContainsAny(Breaks);
            bool opens = words.Count == 0 || between.ContainsAny(Openings) || between.SequenceEqual(" - ");
            end = word.End;
            AnnotatedWord annotated = Annotate(word.Text, isEnglish, language);
            words.Add(annotated with { FollowsBreak = followsBreak, OpensSentence = opens });
        }

        IEnumerable<AnnotatedWord> joined = NumberRecognizer.Join(words, isEnglish).Select(DateRecognizer.WithMonth);
        return NameRecognizer.Mark([.. joined], isEnglish);
    }

    private static AnnotatedWord Annotate(string word, bool isEnglish, string language)
    {
        if (!char.IsLetter(word[0]))
        {
            return NumberRecognizer.ParseDigits(word, isEnglish);
        }

        string lower = Tokenizer.Fold(word);
        lower = lower.EndsWith("'s", StringComparison.Ordinal) ? lower[..^2] : lower;
        bool isDotted = lower.Contains('.', StringComparison.Ordinal);
        lower = isDotted ? lower.Replace(".", "", StringComparison.Ordinal) : lower;
        bool isFunction = isEnglish
            ? !isDotted && WordClasses.IsFunction(lower) && !(word is "US" or "IT" or "WHO")
            : LanguageProfiles.For(language).StopWords.Contains(lower);
        return new AnnotatedWord(word, lower, isEnglish && !isDotted ? WordTables.English.GetLemma(lower) : lower)
        {
            IsCapital = char.IsUpper(word[0]),
            IsFunction = isFunction,
        };
    }

    private static string JoinContractions(string text) =>
        text.Contains("n't", StringComparison.OrdinalIgnoreCase)
        || text.Contains("n’t", StringComparison.OrdinalIgnoreCase)
        || text.Contains("cannot", StringComparison.OrdinalIgnoreCase)
            ? Contraction().Replace(text, m => m.Value[0] is 'c' or 'C' ? "can not" : " not")
            : text;

    [GeneratedRegex(@"n['’]t\b|\bcannot\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Contraction();
}
