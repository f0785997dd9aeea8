using SummitBot.Core.Articles;

namespace SummitBot.Tests.Ingestion;

public sealed class PlainTextTests : IDisposable
{
    private const string Wrapped = """
        President Vladimir Putin of Russia and Kim Jong-un of North Korea met on
        Wednesday at the Vostochny Cosmodrome in the Amur region. The talks began
        in the first facility of the Soyuz-2 rocket manufacturing complex, while
        members of both delegations looked on.
        """;

    private readonly ArticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string, string> Layouts =>
        new()
        {
            { "one line", "It was cold.", "It was cold." },
            { "paragraphs with blank lines", "One came.\n\n\n \nTwo came.\n", "One came.\nTwo came." },
            { "one paragraph a line", "One came by train.\nTwo came by air.", "One came by train.\nTwo came by air." },
            { "Windows line ends", "One came.\r\nTwo came.\r\n", "One came.\nTwo came." },
            { "old Macintosh line ends", "One came.\rTwo came.", "One came.\nTwo came." },
            { "indented lines", "   One came.\n\tTwo  came. ", "One came.\nTwo came." },
            { "a poem", "The rocket\nThe sky\nThe night", "The rocket\nThe sky\nThe night" },
            { "no-break spaces", "About\u00a0109\u202fhectares.", "About 109 hectares." },
            { "invisible characters", "\ufeffSo\u00adyuz\u200b rose\u0007 up\u2060.", "Soyuz rose up." },
            { "line separators", "One came.\u2028Two came.\u2029Three came.", "One came.\nTwo came.\nThree came." },
            { "decomposed letters stay", "Cafe\u0301 society met.", "Cafe\u0301 society met." },
            { "list", "They spoke of:\n- trade,\n- arms.", "They spoke of:\n- trade,\n- arms." },
        };

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task EachParagraphBecomesOneLine(string layout, string text, string expected)
    {
        Article article = await _folder.ReadAsync("a.txt", text);

        Assert.True(expected == article.Text, $"{layout}: {article.Text}");
    }

    [Fact]
    public async Task HardWrappedParagraphsAreJoined()
    {
        Article article = await _folder.ReadAsync("a.txt", Wrapped + "\n\n" + Wrapped);

        string paragraph = string.Join(' ', Wrapped.Split('\n'));
        Assert.Equal(paragraph + "\n" + paragraph, article.Text);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(72)]
    [InlineData(100)]
    public async Task TextWrappedAtAnyUsualWidth_IsJoinedAgain(int width)
    {
        string[] words = (Wrapped + " " + Wrapped).Split((char[])['\n', ' '], StringSplitOptions.RemoveEmptyEntries);
        var lines = new List<string> { "" };
        foreach (string word in words)
        {
            if (lines[^1].Length + 1 + word.Length > width)
            {
                lines.Add("");
            }

            lines[^1] += (lines[^1].Length == 0 ? "" : " ") + word;
        }

        Article article = await _folder.ReadAsync("a.txt", string.Join('\n', lines));

        Assert.Equal(string.Join(' ', words), article.Text);
    }

    [Fact]
    public async Task WrappedListItemsAreOneLineEach()
    {
        Article article = await _folder.ReadAsync(
            "a.txt",
            """
            - The first item of the list is long enough that it had to be wrapped once
              by the editor of the text.
            - The second item is short.
            1. A numbered one.
            """
        );

        Assert.Equal(
            """
            - The first item of the list is long enough that it had to be wrapped once by the editor of the text.
            - The second item is short.
            1. A numbered one.
            """,
            article.Text
        );
    }

    [Fact]
    public async Task ASplitCompoundIsJoinedAtItsHyphen_AndChineseWithoutASpace()
    {
        Article article = await _folder.ReadAsync(
            "a.txt",
            """
            The visitors had come a long way, and at the station there was a three-
            hour wait before anybody of the town was told that they had arrived.

            俄罗斯总统普京周三在东方航天发射场会见了朝
            鲜领导人金正恩，双方举行了会谈，并参观了联
            盟号火箭的组装厂房。
            """
        );

        Assert.Contains("three-hour wait", article.Text, StringComparison.Ordinal);
        Assert.EndsWith(
            "\n俄罗斯总统普京周三在东方航天发射场会见了朝鲜领导人金正恩，双方举行了会谈，并参观了联盟号火箭的组装厂房。",
            article.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AShortLineAboveAWrappedParagraphStaysAlone()
    {
        Article article = await _folder.ReadAsync("a.txt", $"They met.\n\nVisit\n{Wrapped}\nThey left.");

        Assert.Equal(["Visit"], ArticleFolder.GetHeadings(article));
    }

    public static TheoryData<string, string[]> Headings =>
        new()
        {
            { "They met.\n\nVisit\n\nThey looked at the rockets.", ["Visit"] },
            { "They met.\nThe second day\nThey looked at the rockets.", ["The second day"] },
            { "They met.\n2023 and after\nThey looked at the rockets.", ["2023 and after"] },
            { "They met.\nПосле встречи\nОни осмотрели ракеты и уехали.", ["После встречи"] },
            { "They met.\nnot a heading\nThey looked at the rockets.", [] },
            { "They met.\nIt was said,\nThey looked at the rockets.", [] },
            { "They met.\nThey left again.\nThey looked at the rockets.", [] },
            { "They met\nVisit\nThey looked at the rockets.", [] },
            { "They met.\nVisit\nTalks\nThey looked at the rockets.", [] },
            { "They met.\nThe last line", [] },
            { "They met.\n- A list item\nThey looked at the rockets.", [] },
            { $"They met.\nA{new string('a', 60)}\nThey looked at the rockets, {new string('b', 60)}.", [] },
        };

    [Theory]
    [MemberData(nameof(Headings))]
    public async Task OnlyALoneShortLineBetweenSentencesIsAHeading(string text, string[] expected)
    {
        Article article = await _folder.ReadAsync("a.txt", text);

        Assert.Equal(expected, ArticleFolder.GetHeadings(article));
        Assert.Equal(text.Replace("\n\n", "\n", StringComparison.Ordinal), article.Text);
    }

    [Theory]
    [InlineData("Putin meets Kim\n\nThey met.", "Putin meets Kim", "They met.")]
    [InlineData("Putin meets Kim\n=======\n\nThey met.", "Putin meets Kim", "They met.")]
    [InlineData("\uFEFFPutin meets Kim\r\n \r\nThey met.", "Putin meets Kim", "They met.")]
    [InlineData("Why did they meet?\n\nThey had much to say.", "Why did they meet?", "They had much to say.")]
    [InlineData("Putin meets Kim\nThey met.", "Kim visit 2023", "Putin meets Kim\nThey met.")]
    [InlineData("They met.\n\nThey left.", "Kim visit 2023", "They met.\nThey left.")]
    [InlineData("---\ntitle: Ours\n---\nThe visit\n\nThey met there.", "Ours", "The visit\nThey met there.")]
    [InlineData("---\ntitle: The visit\n---\nThe visit\n\nThey met there.", "The visit", "They met there.")]
    public async Task TheTitleIsFrontMatter_ElseATitleLine_ElseTheFileName(string text, string title, string body)
    {
        Article article = await _folder.ReadAsync("kim_visit-2023.txt", text);

        Assert.Equal(title, article.Title);
        Assert.Equal(body, article.Text);
    }

    [Theory]
    [InlineData("2023/Kim visit.md", "2023-Kim-visit")]
    [InlineData("Встреча на Восточном.txt", "Встреча-на-Восточном")]
    [InlineData("a & b.html", "a-b")]
    public async Task TheIdComesFromThePathBelowTheFolder(string name, string id)
    {
        _folder.Write(name, "They met there.");
        ArticleFile file = Assert.Single(_folder.Find().Files);

        ArticleReadResult result = await _folder.ReadOneAsync(file);

        Assert.Equal(id, result.Article?.Id.Value);
        Assert.Equal(_folder.GetPath(name), result.Article?.Source);
    }
}
