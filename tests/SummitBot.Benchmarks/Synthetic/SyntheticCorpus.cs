using System.Globalization;
using System.Text;
using SummitBot.Core.Articles;
using SummitBot.Language;

namespace SummitBot.Benchmarks.Synthetic;

/// <summary>
/// Articles and questions, the same on every run. An article has its own subject words, which are repeated; its other
/// words are shared by all.
/// </summary>
internal static class SyntheticCorpus
{
    /// <summary>Windows of six sentences, one every three: the result of splitting <see cref="Sentences"/>.</summary>
    public const int PassagesPerArticle = 7;

    /// <summary>Content words of a question; most questions that people ask have fewer.</summary>
    public const int QuestionWords = 8;

    private const int Sentences = 24;
    private const int MinSentenceWords = 12;
    private const int MaxSentenceWords = 28;
    private const int ParagraphSentences = 5;
    private const int SectionSentences = 20;
    private const int TitleWords = 5;
    private const int SubjectWords = 40;
    private const double SubjectShare = 0.3;
    private const double NumberShare = 0.02;

    private static readonly string[] Openers = ["Who", "When did", "Where did", "Why did", "How many", "What is"];

    public static int ArticlesFor(int passages) => (passages + PassagesPerArticle - 1) / PassagesPerArticle;

    public static Article CreateArticle(int number)
    {
        var random = new Random(number);
        int[] subject = PickSubject(random);
        var text = new StringBuilder();
        for (int sentence = 0; sentence < Sentences; sentence++)
        {
            text.Append(sentence == 0 ? "" : " ");
            AppendSentence(text, subject, random);
        }

        return new Article
        {
            Id = new ArticleId(string.Create(CultureInfo.InvariantCulture, $"article-{number:D7}")),
            Title = CreateTitle(subject),
            Text = text.ToString(),
            Published = DayFor(number),
            Publisher = "The Synthetic Times",
            Language = LanguageCodes.English,
            Source = string.Create(CultureInfo.InvariantCulture, $"/synthetic/{number:D7}.md"),
        };
    }

    /// <summary>A Markdown file with front matter, sections and paragraphs.</summary>
    /// <param name="length">Bytes, or up to a sentence more; all characters are ASCII.</param>
    public static string CreateMarkdown(int number, int length)
    {
        var random = new Random(number);
        int[] subject = PickSubject(random);
        var text = new StringBuilder(length + 200);
        text.Append(
            CultureInfo.InvariantCulture,
            $"---\ntitle: {CreateTitle(subject)}\npublished: {DayFor(number):yyyy-MM-dd}\n---\n"
        );
        for (int sentence = 0; text.Length < length; sentence++)
        {
            bool isInParagraph = sentence % ParagraphSentences != 0;
            text.Append(isInParagraph ? " " : "\n\n");
            if (sentence > 0 && sentence % SectionSentences == 0)
            {
                text.Append("## ").Append(CreateTitle(PickSubject(random))).Append("\n\n");
            }

            AppendSentence(text, subject, random);
        }

        return text.Append('\n').ToString();
    }

    /// <summary>A question with <see cref="QuestionWords"/> words, distributed as the words of one of the articles.</summary>
    /// <param name="articles">How many articles there are.</param>
    public static string CreateQuestion(int number, int articles)
    {
        int[] subject = PickSubject(new Random((int)(number * 7_919L % articles)));
        return Ask(number, random => PickContent(Vocabulary.DrawContent(random), subject, random));
    }

    /// <summary>
    /// Like <see cref="CreateQuestion"/>, but with the most common content words only: the most expensive question.
    /// </summary>
    public static string CreateCommonQuestion(int number) => Ask(number, Vocabulary.DrawCommonContent);

    private static string Ask(int number, Func<Random, int> draw)
    {
        var random = new Random(~number);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < QuestionWords)
        {
            words.Add(Vocabulary.Word(draw(random)));
        }

        return $"{Openers[number % Openers.Length]} {string.Join(' ', words)}?";
    }

    private static string CreateTitle(int[] subject) =>
        string.Join(' ', subject.Take(TitleWords).Select(Vocabulary.Word));

    private static DateOnly DayFor(int number) => new DateOnly(2020, 1, 1).AddDays(number % 2_000);

    private static int[] PickSubject(Random random) =>
        [.. Enumerable.Range(0, SubjectWords).Select(_ => Vocabulary.DrawContent(random))];

    private static void AppendSentence(StringBuilder text, int[] subject, Random random)
    {
        int start = text.Length;
        int words = random.Next(MinSentenceWords, MaxSentenceWords + 1);
        for (int i = 1; i < words; i++)
        {
            text.Append(PickWord(subject, random)).Append(' ');
        }

        text[start] = char.ToUpperInvariant(text[start]);
        // Function words and numbers before a full stop may be abbreviations, so the last word is neither.
        text.Append(Vocabulary.Word(PickContent(Vocabulary.DrawContent(random), subject, random))).Append('.');
    }

    private static string PickWord(int[] subject, Random random)
    {
        if (random.NextDouble() < NumberShare)
        {
            return random.Next(1, 2_030).ToString(CultureInfo.InvariantCulture);
        }

        return Vocabulary.Word(PickContent(Vocabulary.Draw(random), subject, random));
    }

    private static int PickContent(int rank, int[] subject, Random random) =>
        Vocabulary.IsContent(rank) && random.NextDouble() < SubjectShare ? subject[random.Next(subject.Length)] : rank;
}
