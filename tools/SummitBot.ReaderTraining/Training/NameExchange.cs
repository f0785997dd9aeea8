using System.Text.RegularExpressions;
using SummitBot.ReaderTraining.Questions;

namespace SummitBot.ReaderTraining.Training;

/// <summary>
/// Creates near misses of answerable questions: a name or number of the question and its passage is replaced by another
/// one of the passage, so that nearly all words fit but nothing answers.
/// </summary>
internal static partial class NameExchange
{
    private const int YearLength = 4;

    /// <summary>
    /// The changed question; null when it has no name or number, or when the passage has no replacement.
    /// </summary>
    public static string? Exchange(Question question, Random random)
    {
        Passage passage = question.Passage;
        string text = string.Join('\n', passage.Sentences.Append(passage.Title));
        string[] names =
        [
            .. passage
                .Sentences.Append(passage.Title)
                .SelectMany(NamesOf)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Where(name => IsAlwaysCapital(name, text))
                .Where(name => !question.Answers.Any(answer => Holds(answer, name) || Holds(name, answer))),
        ];
        string[] asked = [.. names.Where(name => Holds(question.Text, name))];
        string[] others =
        [
            .. names.Where(name =>
                !Holds(question.Text, name)
                && !question.AnsweringSentences.Any(sentence => Holds(passage.Sentences[sentence], name))
            ),
        ];
        (string Name, string Other)[] exchanges =
        [
            .. from name in asked from other in others where AreOfOneKind(name, other) select (name, other),
        ];
        if (exchanges.Length == 0)
        {
            return null;
        }

        (string old, string replacement) = exchanges[random.Next(exchanges.Length)];
        return Whole(old).Replace(question.Text, replacement.Replace("$", "$$", StringComparison.Ordinal));
    }

    private static IEnumerable<string> NamesOf(string text) =>
        Name()
            .Matches(text)
            .Where(match => match.Index > 0 || match.Value.Contains(' ', StringComparison.Ordinal))
            .Select(match => LeadingArticle().Replace(match.Value, ""))
            .Concat(Number().Matches(text).Select(match => match.Value));

    /// <summary>A word that is in lower case elsewhere is not a name, but starts a sentence or a heading.</summary>
    private static bool IsAlwaysCapital(string name, string text) =>
        char.IsAsciiDigit(name[0])
        || !Regex.IsMatch(
            text,
            $@"(?<!\w){Regex.Escape(name.ToLowerInvariant())}(?!\w)",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );

    private static bool Holds(string text, string name) => Whole(name).IsMatch(text);

    /// <summary>A year replaces a year, another number a number, and a name a name with as many words.</summary>
    private static bool AreOfOneKind(string one, string other) =>
        char.IsAsciiDigit(one[0]) == char.IsAsciiDigit(other[0])
        && (!char.IsAsciiDigit(one[0]) || (one.Length == YearLength) == (other.Length == YearLength))
        && one.Count(char.IsWhiteSpace) == other.Count(char.IsWhiteSpace)
        && !Holds(one, other)
        && !Holds(other, one);

    private static Regex Whole(string name) =>
        new(
            $@"(?<!\w){Regex.Escape(name)}(?!\w)",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );

    [GeneratedRegex(
        @"\b\p{Lu}[\p{L}\p{N}'’-]+(\s+(of\s+|de\s+|van\s+|the\s+)?\p{Lu}[\p{L}\p{N}'’-]+)*",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Name();

    [GeneratedRegex(@"\b\d+([.,:]\d+)*\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^(The|A|An|In|On|At|By|For|But|And)\s+",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex LeadingArticle();
}
