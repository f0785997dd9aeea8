using SummitBot.Core.Articles;

namespace SummitBot.Tests.Ingestion;

public sealed class FrontMatterTests : IDisposable
{
    private readonly ArticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Task<Article> WithAsync(string frontMatter, string name = "a.md") =>
        _folder.ReadAsync(name, $"---\n{frontMatter}\n---\nThe two leaders met there.");

    [Theory]
    [InlineData("a.md")]
    [InlineData("a.txt")]
    public async Task EveryKeyIsRead_AndUnknownOnesAreLeftAlone(string name)
    {
        Article article = await WithAsync(
            """
            title: "A summit: two leaders"
            published: 2023-09-13
            url: https://example.org/a?b=c
            publisher: The Example
            language: en-GB
            id: my-article_1.0
            sources:
              - "one: two"
              - { a: [b, c] }
            author: &who { name: Nobody }
            editor: *who
            """,
            name
        );

        Assert.Equal("A summit: two leaders", article.Title);
        Assert.Equal(new DateOnly(2023, 9, 13), article.Published);
        Assert.Equal(new Uri("https://example.org/a?b=c"), article.Url);
        Assert.Equal("The Example", article.Publisher);
        Assert.Equal("en", article.Language);
        Assert.Equal("my-article_1.0", article.Id.Value);
        Assert.Equal("Nobody", article.Author);
        Assert.Equal("By Nobody\nThe two leaders met there.", article.Text);
    }

    [Theory]
    [InlineData("Minutes: the new roof")]
    [InlineData("Release 4.2: what's new: dark mode")]
    [InlineData("Aushang: Heizung")]
    [InlineData("What we know:")]
    public async Task AColonInAValueNeedsNoQuotes(string title)
    {
        Article article = await WithAsync(
            $"""
            publisher: 'The Example: news'
            title: {title}
            published: 2023-09-13 # the first day
            url: https://example.org/a
            tags:
              - "one: two"
            """
        );

        Assert.Equal(title, article.Title);
        Assert.Equal("The Example: news", article.Publisher);
        Assert.Equal(new DateOnly(2023, 9, 13), article.Published);
        Assert.Equal(new Uri("https://example.org/a"), article.Url);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment")]
    [InlineData("title:\npublished: ~\nurl: null\npublisher: \"\"\nlanguage:\nid:")]
    public async Task NothingIsAskedFor(string frontMatter)
    {
        Article article = await WithAsync(frontMatter);

        Assert.Equal(("A", "a", "en"), (article.Title, article.Id.Value, article.Language));
        Assert.Null(article.Published);
        Assert.Null(article.Url);
        Assert.Null(article.Publisher);
    }

    [Theory]
    [InlineData("2023-09-13")]
    [InlineData("2023-9-13")]
    [InlineData("2023/09/13")]
    [InlineData("13.09.2023")]
    [InlineData("20230913")]
    [InlineData("13 September 2023")]
    [InlineData("13 Sep 2023")]
    [InlineData("13 Sept 2023")]
    [InlineData("September 13, 2023")]
    [InlineData("Sept. 13, 2023")]
    [InlineData("Sep 13 2023")]
    [InlineData("\"2023-09-13T23:59:59-11:00\"")]
    [InlineData("2023-09-13 04:00:00")]
    [InlineData("2023-09-13T04:00:00.123Z")]
    public async Task DatesAreReadInTheirCommonForms(string date)
    {
        Assert.Equal(new DateOnly(2023, 9, 13), (await WithAsync($"published: {date}")).Published);
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("EN", "en")]
    [InlineData("en_US", "en")]
    [InlineData("zh-CN", "zh")]
    [InlineData("zh-Hant-TW", "zh")]
    [InlineData("deu", "de")]
    [InlineData("no", "nb")]
    [InlineData("und", "en")]
    public async Task TheLanguageIsThePrimarySubtag(string tag, string expected)
    {
        Assert.Equal(expected, (await WithAsync($"language: {tag}")).Language);
    }

    [Fact]
    public async Task ThreeDotsCloseItToo_AndALaterRuleIsNoFrontMatter()
    {
        Assert.Equal("T", (await _folder.ReadAsync("a.md", "---\ntitle: T\n...\nThe two met.")).Title);
        Assert.Equal(
            "The two met.\nThey left.",
            (await _folder.ReadAsync("a.md", "The two met.\n\n---\n\nThey left.")).Text
        );
    }

    [Theory]
    [InlineData("title: [unclosed", 3)]
    [InlineData("title: a: b # c: d", 2)]
    [InlineData("title: a: b\n  c", 3)]
    [InlineData("title: a: b\nlanguage: c: d", 3)]
    [InlineData("title: ok\n\tpublished: 2023-09-13", 3)]
    [InlineData("title: ok\npublished: soon", 3)]
    [InlineData("published: 09/13/2023", 2)]
    [InlineData("published: 2023-02-30", 2)]
    [InlineData("published: 2023", 2)]
    [InlineData("published: [2023-09-13]", 2)]
    [InlineData("title: ok\nurl: www.example.org", 3)]
    [InlineData("url: ftp://example.org/a", 2)]
    [InlineData("url: javascript:alert(1)", 2)]
    [InlineData("language: English", 2)]
    [InlineData("language: e", 2)]
    [InlineData("id: a/b", 2)]
    [InlineData("id: ---x y", 2)]
    [InlineData("title: one\ntitle: two", 3)]
    [InlineData("title: { a: b }", 2)]
    [InlineData("just a sentence", 2)]
    [InlineData("- a\n- b", 2)]
    [InlineData("editor: *nobody\ntitle: x\n  y: z", 4)]
    public async Task WhatDoesNotParseIsMalformed_AndTheSentenceNamesTheLine(string frontMatter, int line)
    {
        _folder.Write("a.md", $"---\n{frontMatter}\n---\nThe two leaders met there.");

        ArticleReadFailure failure = await _folder.FailureAsync("a.md");

        Assert.Equal(ArticleReadError.Malformed, failure.Error);
        Assert.StartsWith($"Line {line}, front matter: ", failure.Reason, StringComparison.Ordinal);
        Assert.EndsWith(".", failure.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("---\ntitle: T\n\nThe two leaders met there.")]
    [InlineData("---")]
    [InlineData("---\n")]
    public async Task FrontMatterThatIsNotClosedIsMalformed(string text)
    {
        _folder.Write("a.md", text);

        ArticleReadFailure failure = await _folder.FailureAsync("a.md");

        Assert.Equal(ArticleReadError.Malformed, failure.Error);
        Assert.StartsWith("Line 1: ", failure.Reason, StringComparison.Ordinal);
    }
}
