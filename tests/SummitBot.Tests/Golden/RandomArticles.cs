using CsCheck;
using SummitBot.Core.Articles;
using SummitBot.Language.Sentences;

namespace SummitBot.Tests.Golden;

/// <summary>
/// Articles that keep the promises of <see cref="Article"/> and no other: many scripts in one line, headings anywhere,
/// list items, lines of hundreds of words without an end, characters of two UTF-16 units and of several code points.
/// </summary>
internal static class RandomArticles
{
    private static readonly Gen<string> Word = CsCheck.Gen.OneOf(
        CsCheck.Gen.OneOf(
            "the",
            "of",
            "Kim",
            "Putin",
            "said",
            "because",
            "rocket",
            "U.N.",
            "Jan.",
            "Mr.",
            "3.5",
            "2023"
        ),
        CsCheck.Gen.OneOf(
            "ракета",
            "встреча",
            "σύνοδος",
            "Überraschung",
            "café",
            "naïve",
            "İstanbul",
            "straße",
            "ﬁrst"
        ),
        CsCheck.Gen.OneOf("火箭", "首脑会谈。", "ロケット", "김정은이", "قمة", "पहुँचे", "ประชุม", "e\u0301te\u0301"),
        CsCheck.Gen.OneOf(
            "🚀",
            "👩‍🚀",
            "𝒦im",
            "𠮷野家",
            "🇰🇵",
            "1,000",
            "(so",
            "called)",
            "“quoted",
            "end.”",
            "—",
            "#2",
            "a.b@c"
        ),
        CsCheck.Gen.Char['a', 'z'].Array[1, 12].Select(letters => new string(letters)),
        CsCheck.Gen.Int[1, 2030].Select(number => $"{number}")
    );

    private static readonly Gen<string> Sentence = CsCheck.Gen.Select(
        CsCheck.Gen.OneOf(Word.Array[1, 25], Word.Array[1, 8], Word.Array[200, 400]),
        CsCheck.Gen.OneOf(".", ".", ".", "!", "?", "...", "…", "。", ".\"", ".)", ";", ""),
        (words, end) => string.Join(' ', words) + end
    );

    private static readonly Gen<(string Text, bool IsHeading)> Line = CsCheck.Gen.Select(
        CsCheck.Gen.OneOf("", "", "- ", "• ", "1. ", "“"),
        Sentence.Array[1, 8],
        CsCheck.Gen.Int[0, 5],
        (mark, sentences, kind) => ((mark + string.Join(' ', sentences)).Trim(), kind == 0)
    );

    private static readonly Gen<Article> One = CsCheck.Gen.Select(
        Line.Array[1, 12],
        CsCheck.Gen.OneOf("en", "de", "ru", "es", "zh", "und"),
        (lines, language) => Create(lines, language)
    );

    /// <summary>One to four articles with different ids.</summary>
    public static readonly Gen<Article[]> Several = One.Array[1, 4]
        .Select(articles => articles.Select((a, i) => a with { Id = new ArticleId($"article-{i}") }).ToArray());

    /// <summary>Words to ask with, as places in the articles' text: 0 is its first word, 1 its end.</summary>
    public static readonly Gen<double[]> Places = CsCheck.Gen.Double[0, 0.999].Array[1, 8];

    public static readonly Gen<string> QuestionStart = CsCheck.Gen.OneOf(
        "Why was",
        "Who",
        "When did",
        "How many",
        "¿Quién",
        "Почему",
        "为什么",
        ""
    );

    private static Article Create((string Text, bool IsHeading)[] lines, string language)
    {
        string text = string.Join('\n', lines.Select(l => l.Text));
        TextRange[] ranges = [.. TextLines.Split(text)];
        return new Article
        {
            Id = new ArticleId("article"),
            Title = lines[0].Text[..Math.Min(lines[0].Text.Length, 40)],
            Text = text,
            Language = language,
            Headings = [.. ranges.Where((_, i) => lines[i].IsHeading)],
            Source = "article.txt",
        };
    }
}
