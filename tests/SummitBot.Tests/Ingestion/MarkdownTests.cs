using SummitBot.Core.Articles;

namespace SummitBot.Tests.Ingestion;

public sealed class MarkdownTests : IDisposable
{
    private readonly ArticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string, string> Markup =>
        new()
        {
            { "emphasis", "The *two* **leaders** ~~never~~ _met_ __there__.", "The two leaders never met there." },
            {
                "links",
                "See [the site](https://example.org \"t\") and [it][1].\n\n[1]: https://example.org",
                "See the site and it."
            },
            { "autolink", "See <https://example.org/a>.", "See https://example.org/a." },
            { "images", "Before ![a rocket](a.png) after.", "Before after." },
            { "linked image", "Before [![a rocket](a.png)](b) after.", "Before after." },
            { "code", "Call `a*b` now.", "Call a*b now." },
            { "entities", "A &amp; B &mdash; C&nbsp;D &#8217;.", "A & B — C D ’." },
            { "escapes", "Not \\*emphasis\\*, 2\\. either.", "Not *emphasis*, 2. either." },
            { "inline tags", "H<sub>2</sub>O is <b>wet</b><!-- no -->.", "H2O is wet." },
            { "inline script", "Seen <script>hidden()</script> text.", "Seen text." },
            {
                "html block",
                "<div class=\"x\"><p>One came.</p><p hidden>No.</p><p>Two came.</p></div>",
                "One came.\nTwo came."
            },
            { "script block", "One came.\n\n<script>\nhidden()\n</script>\n\nTwo came.", "One came.\nTwo came." },
            { "comment", "One came.\n\n<!-- hidden\n\nhidden -->\n\nTwo came.", "One came.\nTwo came." },
            { "line break tag", "One came.<br>Two came.", "One came.\nTwo came." },
            { "hard breaks", "One came  \nTwo came\\\nThree came", "One came\nTwo came\nThree came" },
            { "bullets", "- one\n- two\n  - three\n- four\n  goes on", "one\ntwo\nthree\nfour goes on" },
            { "numbers", "1. one\n2. two", "one\ntwo" },
            { "loose items", "- one\n\n  more\n\n- two", "one\nmore\ntwo" },
            { "task list", "- [x] done\n- [ ] open", "done\nopen" },
            { "quote", "> One came\n> by train.\n>\n> Two came.", "One came by train.\nTwo came." },
            {
                "table",
                "| Rocket | First |\n| --- | --- |\n| Angara | 2014 |\n| | 2016 |",
                "Rocket: Angara; First: 2014.\nFirst: 2016."
            },
            { "code block", "```c\nint a;\n\n  return a;\n```", "int a;\nreturn a;" },
            { "indented code", "Text.\n\n    code here\n", "Text.\ncode here" },
            { "rule", "One came.\n\n***\n\nTwo came.", "One came.\nTwo came." },
            { "footnote", "One came.[^1]\n\n[^1]: By train.", "One came.\nBy train." },
            { "sentence a line", "One came by train.\nTwo came by air.", "One came by train.\nTwo came by air." },
        };

    [Theory]
    [MemberData(nameof(Markup))]
    public async Task MarkupBecomesPlainText(string what, string markdown, string expected)
    {
        Article article = await _folder.ReadAsync("a.md", markdown);

        Assert.True(expected == article.Text, $"{what}: {article.Text}");
        Assert.Empty(article.Headings);
    }

    [Fact]
    public async Task HeadingsAreLinesOfTheirOwn()
    {
        Article article = await _folder.ReadAsync(
            "a.md",
            "Intro.\n\n## The *first* `part`\nText one.\n\nSecond part\n---\n\nText two.\n\n###### Third [part](x) ######\n##\nText three."
        );

        Assert.Equal(["The first part", "Second part", "Third part"], ArticleFolder.GetHeadings(article));
        Assert.Equal(
            "Intro.\nThe first part\nText one.\nSecond part\nText two.\nThird part\nText three.",
            article.Text
        );
    }

    [Fact]
    public async Task HeadingsOfTheSameWordsKeepTheirPlaces()
    {
        Article article = await _folder.ReadAsync("a.md", "## 2023\n\nText one.\n\n## 2023\n\nText two.");

        Assert.Equal(2, article.Headings.Select(h => h.Start).Distinct().Count());
    }

    [Theory]
    [InlineData("# The summit\n\nThey met.", "The summit", "They met.")]
    [InlineData("---\ntitle: The Summit\n---\n# The summit\n\nThey met.", "The Summit", "They met.")]
    [InlineData("---\ntitle: Ours\n---\n# The summit\n\nThey met.", "Ours", "The summit\nThey met.")]
    [InlineData("## A part\n\nThey met.", "Kim visit", "A part\nThey met.")]
    [InlineData("They met.\n\n# The summit\n\nThey left.", "The summit", "They met.\nThey left.")]
    public async Task TheTitleIsFrontMatter_ElseTheFirstTopHeading_ElseTheFileName(
        string markdown,
        string title,
        string text
    )
    {
        Article article = await _folder.ReadAsync("kim-visit.md", markdown);

        Assert.Equal((title, text), (article.Title, article.Text));
    }

    [Fact]
    public async Task HardWrappedParagraphsAreJoined()
    {
        string[] lines =
        [
            "The Soyuz-2 is the modern form of a *very* old design. Its ancestor is",
            "the R-7, the Soviet missile that carried Sputnik into orbit in 1957 and",
            "Yuri Gagarin in 1961.",
        ];

        Article article = await _folder.ReadAsync("a.md", "# Soyuz\n\n" + string.Join('\n', lines));

        Assert.Equal(string.Join(' ', lines).Replace("*", "", StringComparison.Ordinal), article.Text);
    }
}
